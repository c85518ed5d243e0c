using System.Collections.Immutable;
using Parley.Records;
using Parley.Undertakings;

namespace Parley.Links;

/// <summary>Makes of an undertaking what there is to judge.</summary>
public static class UndertakingPledge
{
    /// <summary>Characters within which a dateline ends.</summary>
    private const int LongestDateline = 80;

    /// <summary>What there is to judge of an undertaking; null where its party is not in the reading.</summary>
    public static Pledge? Of(Undertaking undertaking, Reading reading) =>
        Side.Find(undertaking.By, reading.Actors) is not { } party
            ? null
            : new Pledge
            {
                Party = Side.Of(party, reading.Actors),
                Kind = undertaking.Kind,
                // Who stays neutral in a war stays so everywhere.
                Area =
                    undertaking.Kind == UndertakingKind.Neutrality
                        ? []
                        : [.. reading.Places.Where(place => undertaking.Places.Contains(place.Id))],
                Since = Since(undertaking, reading),
                Until = PledgeEnd.Of(undertaking.Until, reading, Since(undertaking, reading) ?? DayOf(reading.Article.Published)),
                To =
                [
                    .. undertaking
                        .To.Select(id => Side.Find(id, reading.Actors))
                        .OfType<Actor>()
                        .Select(actor => Side.Of(actor, reading.Actors))
                        .Distinct(StringComparer.Ordinal),
                ],
                Words = Words(undertaking, party, reading),
                Matter = [.. EvidenceWords.Matter(undertaking.Text.Of(reading.Article.Text))],
            };

    private static string Words(Undertaking undertaking, Actor party, Reading reading)
    {
        var sentences = reading.Article.Sentences;
        var at = EvidenceRecords.SentenceOf(sentences, undertaking.Evidence[0].Start);
        var whole = at < sentences.Length ? sentences[at] : undertaking.Evidence[0];
        var isShared = reading.Undertakings.Any(other => other.By != undertaking.By && other.Evidence.Any(whole.Overlaps));
        return isShared ? $"{party.Name}: {undertaking.Text.Of(reading.Article.Text)}" : BehindDateline(whole, reading).ToString();
    }

    /// <summary>The words of a sentence without the place, agency and day in front ("KYIV, March 29 (Agency) - ").</summary>
    private static ReadOnlySpan<char> BehindDateline(Span sentence, Reading reading)
    {
        var words = sentence.Of(reading.Article.Text);
        if (!reading.Places.Any(place => place.Mentions.Any(span => span.Start == sentence.Start)))
            return words;
        var head = words[..Math.Min(words.Length, LongestDateline)];
        foreach (var sign in (ReadOnlySpan<string>)[" - ", " – ", " — ", ": "])
            if (head.IndexOf(sign) is var at and >= 0 && IsDateline(head[..at]))
                return words[(at + sign.Length)..];
        return words;
    }

    /// <summary>True for a place alone, in capitals, or with an agency or day behind it.</summary>
    private static bool IsDateline(ReadOnlySpan<char> head) =>
        !head.Contains(' ') || head.ContainsAny('(', ',') || head.ContainsAnyInRange('0', '9') || !head.ContainsAnyInRange('a', 'z');

    /// <summary>True where the sentence that tells it, or one beside it, says that it takes the place of another ("replaces the short pauses").</summary>
    public static bool Replaces(Undertaking undertaking, Reading reading)
    {
        var sentences = reading.Article.Sentences;
        foreach (var at in undertaking.Evidence.Select(span => EvidenceRecords.SentenceOf(sentences, span.Start)))
            for (var near = Math.Max(0, at - 1); near <= at + 1 && near < sentences.Length; near++)
                if (new EvidenceWords(reading.Article.Text, [sentences[near]]).Told.Contains("replaces"))
                    return true;
        return false;
    }

    /// <summary>The day it holds from, else the day it was promised, else none.</summary>
    private static string? Since(Undertaking undertaking, Reading reading)
    {
        foreach (
            var id in reading
                .Statements.Where(said =>
                    undertaking.Statements.Contains(said.Id) && (said.Act == StatementAct.Promises || IsOwn(said, undertaking, reading))
                )
                .Select(said => said.Time)
                .Prepend(undertaking.From)
        )
            if (DayOf(id, reading) is { } day)
                return day;
        return null;
    }

    private static bool IsOwn(Statement said, Undertaking undertaking, Reading reading) =>
        Side.Find(said.Speaker, reading.Actors) is { } speaker
        && Side.Find(undertaking.By, reading.Actors) is { } by
        && Side.Of(speaker, reading.Actors) == Side.Of(by, reading.Actors);

    private static string? DayOf(string? published) => published is { Length: >= 10 } ? published[..10] : null;

    /// <summary>ISO day of a time of a reading; null where there is none, or it is not resolved to a day.</summary>
    public static string? DayOf(string? id, Reading reading) =>
        reading.Times.FirstOrDefault(time => time.Id == id) is { Resolved: true, Value: { Length: >= 10 } value }
        && char.IsAsciiDigit(value[0])
            ? value[..10]
            : null;
}
