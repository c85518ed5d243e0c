using System.Collections.Immutable;
using Parley.Ledger;
using Parley.Lexicons;
using Parley.Positions;
using Parley.Records;
using Parley.Undertakings;

namespace Parley.Negotiations;

/// <summary>
/// Reads what one article tells of positions, for the table of topics and parties. A party without a known side is left out, and so are what is uncertain and terms of no known topic:
/// a wrong cell in the table misleads more than an empty one, so more confidence is asked for than a reading asks.
/// </summary>
public static class PositionTellingReader
{
    /// <summary>The least confidence of a position in the table.</summary>
    public const double LeastConfidence = 0.3;

    private static readonly Lexicon s_conditions = LexiconSet.Get("lexicons/condition-words");
    private static readonly Lexicon s_deadlines = LexiconSet.Get("lexicons/deadline-words");
    private static readonly Lexicon s_countries = LexiconSet.Get("lexicons/countries");
    private static readonly int s_code = s_countries.Column("country");

    /// <summary>The positions of a reading, in the order of the text. Needs no other article.</summary>
    public static ImmutableArray<PositionTelling> Read(Reading reading) =>
        [
            .. reading
                .Positions.Where(position =>
                    !position.Uncertain && position.Confidence >= LeastConfidence && position.Topic != TopicReader.Unnamed
                )
                .Where(position => !IsOnlyTheWay(reading, position))
                .Select(position => Read(reading, position))
                .OfType<PositionTelling>(),
        ];

    /// <summary>"To discuss neutrality" is about neutrality, not about discussing: of one clause those topics count that it names.</summary>
    private static bool IsOnlyTheWay(Reading reading, Position position) =>
        !Names(reading, position)
        && reading.Positions.Any(other =>
            other.Party == position.Party
            && other.Topic != position.Topic
            && other.Evidence[0] == position.Evidence[0]
            && Names(reading, other)
        );

    private static bool Names(Reading reading, Position position) =>
        position.Evidence[0].Of(reading.Article.Text).Contains(position.Topic, StringComparison.OrdinalIgnoreCase);

    private static PositionTelling? Read(Reading reading, Position position)
    {
        if (Side.Find(position.Party, reading.Actors) is not { } party || !Side.CanBind(party, reading.Actors))
            return null;
        var code = Side.CodeOf(party, reading.Actors);
        var clause = position.Evidence[0];
        var teller = Teller(reading, position.Statement);
        return new PositionTelling
        {
            Side = Codes.SideOf(code),
            Party = CountryOf(code) ?? party.Name,
            By = party.Name,
            Topic = position.Topic,
            Stance = position.Stance,
            Words = Citation.OneLine(clause.Of(reading.Article.Text)),
            About = Names(reading, position.About),
            Guarantors = Names(reading, position.Guarantors),
            Term = IsDeadline(reading, position) ? null : position.Term,
            Condition = Condition(reading, clause),
            Teller = teller?.Name,
            TellerSide = Tellers.SideOf(teller, reading.Actors),
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

    /// <summary>The country's own name; null for codes that are no country's alone.</summary>
    private static string? CountryOf(string code)
    {
        var side = Codes.SideOf(code);
        for (var row = 0; row < s_countries.Count; row++)
            if (s_countries.Cell(row, s_code).SequenceEqual(side))
                return s_countries.Text(row, 0);
        return null;
    }

    /// <summary>True where the length of time is one within which something is to be done, or is counted in minutes, as a telephone call is.</summary>
    private static bool IsDeadline(Reading reading, Position position)
    {
        if (position.Term is ['P', 'T', .., 'M'])
            return true;
        foreach (var time in reading.Times)
            if (time.Value == position.Term && position.Evidence.Any(span => span.Contains(time.Span)))
            {
                var before = reading.Article.Text.AsSpan(0, time.Span.Start).TrimEnd();
                return s_deadlines.Contains(before[(before.LastIndexOf(' ') + 1)..]);
            }
        return false;
    }

    private static ImmutableArray<string> Names(Reading reading, ImmutableArray<string> ids) =>
        [
            .. ids.Select(id => Side.Find(id, reading.Actors)?.Name ?? reading.Places.FirstOrDefault(place => place.Id == id)?.Name ?? id)
                .Distinct(StringComparer.Ordinal),
        ];
}
