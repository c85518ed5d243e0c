using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Parley.Records;

namespace Parley.Bench;

/// <summary>Makes another article of a reading: each word another of the same length, each country and name another, each day later. All spans stay.</summary>
internal static class Vary
{
    private const int Letters = 26;

    /// <summary>The n-th variation; the 0th is the reading itself.</summary>
    public static Reading Make(Reading reading, int variation, int daysApart)
    {
        if (variation == 0)
            return reading;
        var text = Words(reading.Article.Text, variation);
        var days = variation * daysApart;
        return reading with
        {
            Article = reading.Article with
            {
                Id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))),
                Text = text,
                Source = $"{reading.Article.Source}-{variation}",
                Published = Shift(reading.Article.Published, days),
            },
            Actors =
            [
                .. reading.Actors.Select(actor => actor with { Name = Words(actor.Name, variation), Code = Code(actor.Code, variation) }),
            ],
            Places =
            [
                .. reading.Places.Select(place =>
                    place with
                    {
                        Name = Words(place.Name, variation),
                        Country = place.Country is { } country ? Code(country, variation) : null,
                    }
                ),
            ],
            Times = [.. reading.Times.Select(time => time with { Value = Shift(time.Value, days)! })],
        };
    }

    /// <summary>Names and numbers change, and three words of four; the others stay, so that questions find something and words are as common as they were.</summary>
    private static string Words(string text, int variation)
    {
        var varied = text.ToCharArray();
        for (var start = 0; start < varied.Length; )
        {
            if (!char.IsAsciiLetter(varied[start]))
            {
                start++;
                continue;
            }
            var end = start;
            while (end < varied.Length && char.IsAsciiLetter(varied[end]))
                end++;
            if (
                end - start > 3
                && (char.IsAsciiLetterUpper(varied[start]) || (varied[start] + varied[end - 1]) % 2 == 0 || end - start > 6)
            )
                // The vowels and the last consonants move: as many different words in all as a large corpus has. No two of 625 variations are alike.
                for (var at = start; at < end; at++)
                    varied[at] = Turn(
                        varied[at],
                        (at - start == 1 || at == end - 2 ? (variation % 25) + 1 : 0) + (at - start == 2 ? variation / 25 : 0)
                    );
            start = end;
        }
        return new string(varied);
    }

    private static char Turn(char letter, int by) =>
        !char.IsAsciiLetter(letter) ? letter
        : char.IsAsciiLetterUpper(letter) ? (char)('A' + ((letter - 'A' + by) % Letters))
        : (char)('a' + ((letter - 'a' + by) % Letters));

    private static string Code(string code, int variation)
    {
        if (code.Length < 3 || code.StartsWith("IGO", StringComparison.Ordinal))
            return code;
        return string.Create(
            code.Length,
            (code, variation),
            static (letters, state) =>
            {
                state.code.CopyTo(letters);
                letters[1] = Turn(letters[1], state.variation % Letters);
                letters[2] = Turn(letters[2], state.variation / Letters % Letters);
            }
        );
    }

    private static string? Shift(string? value, int days) =>
        value is { Length: >= 10 }
        && DateOnly.TryParseExact(value.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + value[10..]
            : value;
}
