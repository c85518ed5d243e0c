using Parley.Records;

namespace Parley.Actors;

/// <summary>One name of an actor list.</summary>
/// <param name="name">The name, single blanks between its words.</param>
/// <param name="actor">The name that the list has first for this actor.</param>
/// <param name="codes">Its codes, shared by all its names.</param>
internal sealed class ListedName(string name, string actor, List<DatedCode> codes)
{
    private readonly bool _isInCapitals = !name.Any(char.IsLower);

    /// <summary>The name.</summary>
    public string Name => name;

    /// <summary>What all names of the actor share.</summary>
    public string Key => "listed:" + actor;

    /// <summary>The code on a day, <c>yyyyMMdd</c>: the first whose dates hold, then one without dates; where the day is not known one without dates, then the last.</summary>
    public string CodeOn(int? day)
    {
        foreach (var code in codes)
            if (code.IsDated && day is { } known && code.Holds(known))
                return code.Code;
        foreach (var code in codes)
            if (!code.IsDated)
                return code.Code;
        return day is null ? codes[^1].Code : "";
    }

    /// <summary>The sort of actor that a code tells.</summary>
    public static ActorKind KindOf(string code) =>
        code[(code.IndexOf('.', StringComparison.Ordinal) + 1)..] switch
        {
            "GOV" or "JUD" or "LEG" or "COP" or "SPY" => ActorKind.Government,
            "MIL" => ActorKind.Military,
            "REB" => ActorKind.ArmedGroup,
            "PTY" or "OPP" => ActorKind.Party,
            "MED" => ActorKind.Media,
            "CVL" => ActorKind.People,
            var country when country == code && ActorWords.CountryName(code) != code => ActorKind.Country,
            _ => ActorKind.Organization,
        };

    /// <summary>Where the name ends if it stands at <paramref name="start"/>; -1 where it does not.</summary>
    public int EndIn(string text, int start)
    {
        var at = start;
        foreach (var letter in name)
        {
            if (at >= text.Length)
                return -1;
            if (letter == ' ')
            {
                if (!char.IsWhiteSpace(text[at]))
                    return -1;
                while (at < text.Length && char.IsWhiteSpace(text[at]))
                    at++;
                continue;
            }
            if (char.ToUpperInvariant(text[at]) != char.ToUpperInvariant(letter))
                return -1;
            at++;
        }
        var isShort = name.Length <= 3;
        return _isInCapitals
            ? (isShort ? text.AsSpan(start, name.Length).SequenceEqual(name) : !char.IsLower(text[start]))
                ? at
                : -1
            : text[start] == name[0]
                ? at
                : -1;
    }

    /// <summary>The letters and digits that a name or word opens with, in small letters; the whole where it opens otherwise.</summary>
    public static string FirstPart(ReadOnlySpan<char> form)
    {
        var end = 0;
        while (end < form.Length && char.IsLetterOrDigit(form[end]))
            end++;
        return form[..(end == 0 ? form.Length : end)].ToString().ToLowerInvariant();
    }
}

/// <summary>A code and the days on which it holds, <c>yyyyMMdd</c>, both included; <see cref="int.MinValue"/> and <see cref="int.MaxValue"/> where open.</summary>
internal readonly record struct DatedCode(string Code, int From, int Until)
{
    /// <summary>True where the code depends on the day.</summary>
    public bool IsDated => From != int.MinValue || Until != int.MaxValue;

    /// <summary>True on the days of the code.</summary>
    public bool Holds(int day) => day >= From && day <= Until;
}
