using System.Collections.Immutable;
using Parley.Records;

namespace Parley.Ledger.Joining;

/// <summary>
/// Joins the statements of different articles that are one utterance: the same speaker, the same act, days that touch, and the same matter, by
/// words or their kin, since each article has its own translation. A function of the statements of a speaker.
/// </summary>
public static class StatementJoiner
{
    /// <summary>The least share of the words of the shorter of two contents, by weight, that the other has or has a kin of.</summary>
    public const double LeastShared = 0.55;

    /// <summary>The words of one content that the other must have at least.</summary>
    private const int LeastWords = 3;

    private const int DaysApart = 1;

    /// <summary>The utterances of speakers who are known, by the ids of their first statements.</summary>
    /// <param name="readings">The readings.</param>
    /// <param name="actors">The actors of these readings, joined.</param>
    public static ImmutableArray<JoinedStatement> Join(IEnumerable<Reading> readings, IEnumerable<JoinedActor> actors)
    {
        var actorOf = actors.SelectMany(actor => actor.Members.Select(member => (member, actor.Id))).ToDictionary();
        var tellings =
            from reading in readings
            from statement in reading.Statements
            where !statement.Uncertain && statement.Speaker is not null
            let speaker = actorOf.GetValueOrDefault(new RecordKey(reading.Article.Id, statement.Speaker!))
            where speaker is not null
            select Telling.Of(statement, reading, speaker);
        return
        [
            .. tellings
                .GroupBy(telling => telling.Speaker, StringComparer.Ordinal)
                .SelectMany(block => JoinBlock([.. block.OrderBy(telling => telling.Key)]))
                .OrderBy(statement => statement.Members[0]),
        ];
    }

    private static IEnumerable<JoinedStatement> JoinBlock(List<Telling> tellings) =>
        AverageLinks
            .Group(tellings.Count, (a, b) => Likeness(tellings[a], tellings[b]), LeastShared)
            .Select(group => new JoinedStatement(tellings[0].Speaker, [.. group.Select(at => tellings[at].Key)]));

    /// <summary>Two statements of one article are two: it tells them apart itself.</summary>
    private static double Likeness(Telling a, Telling b)
    {
        if (
            a.Key.ArticleId == b.Key.ArticleId
            || a.Act != b.Act
            || (a.Day is { } day && b.Day is { } other && Math.Abs(day - other) > DaysApart)
            || Math.Min(a.Words.Stems.Count, b.Words.Stems.Count) < LeastWords
        )
            return double.NegativeInfinity;
        return a.Words.Stems.Count <= b.Words.Stems.Count ? a.Words.Covered(b.Words) : b.Words.Covered(a.Words);
    }

    private sealed record Telling(RecordKey Key, string Speaker, StatementAct Act, int? Day, WordBag Words)
    {
        public static Telling Of(Statement statement, Reading reading, string speaker)
        {
            var words = statement.Content.SelectMany(span => WordBag.StemsOf(span.Of(reading.Article.Text)));
            return new Telling(
                new RecordKey(reading.Article.Id, statement.Id),
                speaker,
                statement.Act,
                Days.Of(reading.Times.FirstOrDefault(time => time.Id == statement.Time)) ?? Days.Of(reading.Article.Published),
                WordBag.Of(words)
            );
        }
    }
}
