using System.Collections.Immutable;
using Parley.Ledger;
using Parley.Lexicons;
using Parley.Records;
using Parley.Undertakings;

namespace Parley.Negotiations;

/// <summary>
/// Reads what one article tells of positions, for the table of topics and parties. A party without a known side is left out, and so is what is uncertain:
/// a wrong cell in the table misleads more than an empty one, so more confidence is asked for than a reading asks.
/// </summary>
public static class PositionTellingReader
{
    /// <summary>The least confidence of a position in the table.</summary>
    public const double LeastConfidence = 0.3;

    private static readonly Lexicon s_conditions = LexiconSet.Get("lexicons/condition-words");

    /// <summary>The positions of a reading, in the order of the text. Needs no other article.</summary>
    public static ImmutableArray<PositionTelling> Read(Reading reading) =>
        [
            .. reading
                .Positions.Where(position => !position.Uncertain && position.Confidence >= LeastConfidence)
                .Select(position => Read(reading, position))
                .OfType<PositionTelling>(),
        ];

    private static PositionTelling? Read(Reading reading, Position position)
    {
        if (Side.Find(position.Party, reading.Actors) is not { } party || Side.CodeOf(party, reading.Actors) is not { Length: > 0 } code)
            return null;
        var clause = position.Evidence[0];
        var teller = Teller(reading, position.Statement);
        var tellerCode = teller is null ? "" : Side.CodeOf(teller, reading.Actors);
        return new PositionTelling
        {
            Side = Codes.SideOf(code),
            Party = party.Name,
            Topic = position.Topic,
            Stance = position.Stance,
            Words = Citation.OneLine(clause.Of(reading.Article.Text)),
            About = Names(reading, position.About),
            Guarantors = Names(reading, position.Guarantors),
            Term = position.Term,
            Condition = Condition(reading, clause),
            Teller = teller?.Name,
            TellerSide = tellerCode.Length == 0 || teller!.Kind == ActorKind.Media ? null : Codes.SideOf(tellerCode),
            Day = DayOf(reading, position),
            Confidence = position.Confidence,
            Citation = Citation.Of(reading, position.Id, clause),
        };
    }

    /// <summary>Who tells the outermost statement that a position stands in.</summary>
    private static Actor? Teller(Reading reading, string? id)
    {
        var statement = reading.Statements.FirstOrDefault(said => said.Id == id);
        while (statement?.NestedIn is { } outer && reading.Statements.FirstOrDefault(said => said.Id == outer) is { } next)
            statement = next;
        return Side.Find(statement?.Speaker, reading.Actors);
    }

    private static string? DayOf(Reading reading, Position position)
    {
        var statement = reading.Statements.FirstOrDefault(said => said.Id == position.Statement);
        foreach (var id in new[] { position.Time, statement?.Time })
            if (
                reading.Times.FirstOrDefault(time => time.Id == id) is { Resolved: true, Value: { Length: >= 10 } value }
                && char.IsAsciiDigit(value[0])
                && !(ReadingOrder.Day(reading) is { } published && string.CompareOrdinal(value[..10], published) > 0)
            )
                return value[..10];
        return ReadingOrder.Day(reading);
    }

    /// <summary>From a word that sets a condition, in the clause or behind it, to the end of the sentence.</summary>
    private static string? Condition(Reading reading, Span clause)
    {
        var sentence = Citation.Around(reading, clause);
        var text = reading.Article.Text;
        for (var at = clause.Start; at < sentence.End; at++)
        {
            if (!char.IsLetter(text[at]) || (at > 0 && char.IsLetter(text[at - 1])))
                continue;
            var end = at;
            while (end < sentence.End && char.IsLetter(text[end]))
                end++;
            if (s_conditions.Contains(text.AsSpan(at, end - at)))
                return Citation.OneLine(text.AsSpan(at, sentence.End - at)).TrimEnd('.');
            at = end;
        }
        return null;
    }

    private static ImmutableArray<string> Names(Reading reading, ImmutableArray<string> ids) =>
        [
            .. ids.Select(id =>
                    Side.Find(id, reading.Actors)?.Name ?? reading.Places.FirstOrDefault(place => place.Id == id)?.Name ?? id
                )
                .Distinct(StringComparer.Ordinal),
        ];
}
