using System.Collections.Immutable;
using Parley.Ledger;
using Parley.Links;
using Parley.Records;
using Parley.Undertakings;

namespace Parley.Assessments;

/// <summary>Makes of an assessment what the board shows.</summary>
public static class BoardEntries
{
    /// <summary>The entry of an assessment.</summary>
    public static BoardEntry Make(Assessment assessment)
    {
        var undertaking = assessment.Undertaking;
        var first = undertaking.Tellings[0];
        var origins = assessment.Articles.ToDictionary(origin => origin.ArticleId, StringComparer.Ordinal);
        var sources = assessment
            .Supports.Concat(assessment.Contradicts)
            .Concat(assessment.Doubts)
            .Select(one => one.Reading)
            .Concat(undertaking.Tellings.Select(telling => telling.Reading))
            .DistinctBy(reading => reading.Article.Id)
            .ToDictionary(reading => reading.Article.Id, reading => reading.Article.Source ?? reading.Article.Id, StringComparer.Ordinal);
        string? CopyOf(Reading reading) =>
            origins.TryGetValue(reading.Article.Id, out var origin) && origin.CopyOf is { } copied
                ? sources.GetValueOrDefault(copied, copied)
                : null;
        return new BoardEntry
        {
            Id = undertaking.Id,
            Party = undertaking.Party,
            Side = undertaking.Pledge.Party,
            By = Undertakings.Side.Find(first.Undertaking.By, first.Reading.Actors) is { } by
                ? Undertakings.Side.CodeOf(by, first.Reading.Actors)
                : "",
            Kind = UndertakingNames.Of(undertaking.Pledge.Kind),
            Words = Quote(first.Reading, first.Undertaking.Text),
            Area = [.. undertaking.Pledge.Area.Select(place => place.Name)],
            Since = undertaking.Pledge.Since,
            Until = undertaking.Pledge.Until,
            Conditions = Quotes(undertaking, one => one.Conditions),
            Limits = Quotes(undertaking, one => one.Limits),
            Open = Quotes(undertaking, one => one.Open),
            State = StateName(assessment.State),
            Reports = assessment.Reports,
            Outlets = assessment.Outlets,
            Origins = assessment.Origins,
            ToldBy =
            [
                .. undertaking.Tellings.Select(telling => new BoardTelling(
                    telling.Reading.Article.Id,
                    telling.Reading.Article.Source,
                    Outlet(telling.Reading.Article),
                    telling.Reading.Article.Published,
                    CopyOf(telling.Reading),
                    telling.Undertaking.Text.Start,
                    telling.Undertaking.Text.End
                )),
            ],
            Supports = Witnesses(assessment.Supports, undertaking.Pledge.Party, CopyOf),
            Contradicts = Witnesses(assessment.Contradicts, undertaking.Pledge.Party, CopyOf),
            Doubts = Witnesses(assessment.Doubts, undertaking.Pledge.Party, CopyOf),
            History =
            [
                .. assessment.History.Select(step => new BoardChange(
                    step.At,
                    step.From is { } from ? StateName(from) : null,
                    StateName(step.To),
                    step.Rule,
                    step.Because
                )),
            ],
        };
    }

    /// <summary>A state as the ledger's contract spells it.</summary>
    public static string StateName(UndertakingStatus state) =>
        state == UndertakingStatus.Unverified ? "in-effect-unverified" : UndertakingNames.Of(state);

    /// <summary>The name of the outlet, else of the file.</summary>
    public static string Outlet(Article article) => article.Publisher ?? article.Source ?? article.Id[..Math.Min(12, article.Id.Length)];

    private static ImmutableArray<BoardWitness> Witnesses(
        ImmutableArray<Testimony> testimonies,
        string party,
        Func<Reading, string?> copyOf
    )
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { party };
        var found = ImmutableArray.CreateBuilder<BoardWitness>();
        foreach (var one in testimonies)
        {
            var isNew = seen.Add(one.Item.Origin);
            found.Add(
                new BoardWitness
                {
                    Speaker = one.Speaker,
                    Origin = one.Item.Origin,
                    Independence =
                        !isNew ? "same"
                        : one.Item.Basis == Basis.Unnamed && one.Side is null ? "unknown"
                        : "independent",
                    Place = one.Evidence.Place?.Name,
                    Article = one.Reading.Article.Id,
                    Source = one.Reading.Article.Source,
                    Outlet = Outlet(one.Reading.Article),
                    Published = one.Reading.Article.Published,
                    CopyOf = copyOf(one.Reading),
                    Sentence = Quote(one.Reading, one.Sentence),
                    Start = one.Sentence.Start,
                    End = one.Sentence.End,
                    Record = one.Record,
                }
            );
        }
        return found.ToImmutable();
    }

    private static ImmutableArray<string> Quotes(JoinedUndertaking undertaking, Func<Undertaking, IEnumerable<Span>> part) =>
        [
            .. undertaking
                .Tellings.SelectMany(telling => part(telling.Undertaking).Select(span => Quote(telling.Reading, span)))
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];

    private static string Quote(Reading reading, Span span) => span.Of(reading.Article.Text).ToString().ReplaceLineEndings(" ");
}
