using System.Collections.Immutable;
using Parley.Records;
using Parley.Syntax;
using Parley.Text;
using Parley.Times;

namespace Parley.Figures;

/// <summary>
/// Stage 4. In: syntax, and the times (whose numbers are no figures). Out: figures with measure, value and bound.
/// </summary>
/// <remarks>
/// Numbers without a measure are left out. Numbers are in <c>lexicons/numbers.tsv</c>, bounds in <c>lexicons/bounds.tsv</c>, nouns in
/// <c>lexicons/counted-nouns.tsv</c>, and the words that tell the measure in <c>rules/figures.tsv</c>. The examples are in <c>specs/figures.md</c>.
/// </remarks>
public sealed class FigureReader
{
    // Smaller counts of things and people are told in passing.
    private const decimal FewestThings = 5;
    private const decimal FewestPeople = 1000;

    private readonly QuantityReader _quantities = new();
    private readonly CountFinder _counts = new();
    private readonly MeasureFinder _measures = new();
    private readonly NoFigure _noFigure;
    private readonly Neighbours _neighbours;
    private readonly ChangeReader _changes;
    private readonly Tally _tally;
    private readonly Shares _shares;

    /// <summary>Opens the lexicons.</summary>
    public FigureReader()
    {
        _noFigure = new NoFigure(_counts);
        _neighbours = new Neighbours(_measures);
        _changes = new ChangeReader(_quantities);
        _tally = new Tally(_measures, _counts);
        _shares = new Shares(_measures);
    }

    /// <summary>Reads the figures of a text.</summary>
    public FigureTable Read(ParsedText parsed, TimeTable times)
    {
        var drafts = new List<FigureDraft>();
        foreach (var sentence in parsed.Sentences)
            ReadSentence(parsed, times, sentence, drafts);
        drafts = new Repeats(parsed).Join(drafts);
        var figures = ImmutableArray.CreateBuilder<Figure>(drafts.Count);
        foreach (var draft in drafts)
            figures.Add(Record(parsed, draft, drafts, figures.Count));
        return new FigureTable(
            figures.MoveToImmutable(),
            [.. drafts.Select(draft => draft.Quantity.Words)],
            [.. drafts.Select(draft => draft.Count.Noun.Exists ? draft.Count.Noun.Index : draft.Count.Argument.Index)]
        );
    }

    private void ReadSentence(ParsedText parsed, TimeTable times, WordRange sentence, List<FigureDraft> drafts)
    {
        for (var at = sentence.Start; at < sentence.End; at++)
        {
            if (times.At(at) is not null || _quantities.Read(parsed.Tokens, at, sentence) is not { } quantity)
                continue;
            quantity = _changes.Read(parsed, at, sentence) ?? _changes.WithBefore(parsed, quantity, sentence);
            at = Math.Max(quantity.Number.End, quantity.BeforeWords.End) - 1;
            if (_shares.Find(parsed, quantity, sentence) is { } share)
            {
                drafts.Add(share);
                continue;
            }
            if (quantity.Value == 0)
                continue;
            var count = _counts.Find(parsed, quantity, sentence);
            if (times.At(quantity.Number.End - 1) is not null || _noFigure.Is(parsed, quantity, count, sentence))
                continue;
            var draft = new FigureDraft(quantity, count, FigureMeasure.Other, -1)
            {
                Evidence = [Evidence.Clause(count.Argument, quantity.Words)],
            };
            draft = draft with { Whole = Whole.Find(parsed, draft, drafts, sentence) };
            if (Measure(draft, drafts, sentence) is { } measure)
                drafts.Add(draft with { Measure = measure });
        }
    }

    private FigureMeasure? Measure(FigureDraft draft, List<FigureDraft> drafts, WordRange sentence)
    {
        var (quantity, count) = (draft.Quantity, draft.Count);
        if (quantity.Currency is not null)
            return FigureMeasure.Money;
        if (count.Class is "weapons")
            return IsTelling(quantity, 2) ? FigureMeasure.Weapons : null;
        if (count.Class is "event" or "place" or "goods")
            return IsTelling(quantity, FewestThings) ? FigureMeasure.Other : null;
        if (count.Noun.Exists && _measures.Rule(count.Noun, "strong") is { } strong)
            return strong;
        if ((_measures.Find(count) ?? _neighbours.Find(quantity, count, sentence)) is { } said)
            return said;
        if ((_measures.OfMen(count) ?? MenBefore(draft, drafts, sentence)) is { } men)
            return men;
        if (_tally.Find(draft, drafts, sentence) is { } tally)
            return tally;
        if (draft.Whole >= 0)
            return drafts[draft.Whole].Measure;
        if (Listed(draft, drafts, sentence) is { } listed)
            return listed;
        if (count.Class is "troops")
            return quantity.Value > 1 ? FigureMeasure.Troops : null;
        if (!count.Noun.Exists && Elided(draft, drafts, sentence) is { } elided)
            return elided;
        // "a city of 130,000 people" describes the city.
        return count.Class is "people" && !count.Argument.Relation.Is(Relation.Nmod) && IsTelling(quantity, FewestPeople)
            ? FigureMeasure.Other
            : null;
    }

    // "lost 40 soldiers and seized 12": the second number counts men as the first does.
    private FigureMeasure? MenBefore(FigureDraft draft, List<FigureDraft> drafts, WordRange sentence) =>
        !draft.Count.Noun.Exists
        && drafts.Count > 0
        && drafts[^1] is { Count.Class: "troops" } last
        && sentence.Contains(last.Quantity.Words)
            ? _measures.OfMen(draft.Count with { Class = last.Count.Class })
            : null;

    private static bool IsTelling(Quantity quantity, decimal fewest) => quantity.Value >= fewest || quantity.Bound is not FigureBound.Exact;

    // "four missiles hit the port and five hit the station": the second number counts what the first does.
    private static FigureMeasure? Elided(FigureDraft draft, List<FigureDraft> drafts, WordRange sentence)
    {
        if (drafts.Count == 0 || drafts[^1] is not { Measure: FigureMeasure.Weapons or FigureMeasure.Troops } last)
            return null;
        var (verb, _) = MeasureFinder.Governor(draft.Count.Argument);
        return verb.Exists && verb.Relation.Is(Relation.Conj) && sentence.Contains(last.Quantity.Words) ? last.Measure : null;
    }

    // "killing four civilians and 11 guards": the next of a list measures what the first does.
    private static FigureMeasure? Listed(FigureDraft draft, List<FigureDraft> drafts, WordRange sentence)
    {
        if (drafts.Count == 0 || drafts[^1] is not { Count.Noun: { Exists: true } noun } last || !sentence.Contains(last.Quantity.Words))
            return null;
        var link = noun.Index + 1;
        var parsed = noun.Parsed;
        return
            link == draft.Quantity.Words.Start - 1
            && parsed[link].Upos is Upos.Cconj
            && draft.Count.Noun.Exists
            && last.Measure is not FigureMeasure.Other
            ? last.Measure
            : null;
    }

    private static Figure Record(ParsedText parsed, FigureDraft draft, List<FigureDraft> drafts, int index)
    {
        var quantity = draft.Quantity;
        return new Figure
        {
            Id = $"f{index + 1}",
            Measure = draft.Measure,
            Value = Plain(quantity.Value),
            High = quantity.High is { } high ? Plain(high) : null,
            Bound = quantity.Bound,
            Before = quantity.Before is { } before ? Plain(before) : null,
            Unit = draft.Unit ?? quantity.Currency,
            Who = Who(parsed, draft) ?? (draft.Whole >= 0 ? Who(parsed, drafts[draft.Whole]) : null),
            PartOf = draft.Whole >= 0 ? $"f{draft.Whole + 1}" : null,
            Span = parsed.SpanOf(quantity.Words),
            Evidence = [.. draft.Evidence],
        };
    }

    // 8.5 million is 8500000, not 8500000.0.
    private static decimal Plain(decimal value) => value / 1.0000000000000000000000000000m;

    // The words from behind the number (and "of") to the noun, both ends of a joined noun included.
    private static string? Who(ParsedText parsed, FigureDraft draft)
    {
        var noun = draft.Count.Noun;
        if (!noun.Exists || draft.Quantity.Currency is not null)
            return null;
        var start = draft.Quantity.Words.End;
        while (
            start < noun.Index
            && (
                parsed[start].Upos is Upos.Adp or Upos.Det or Upos.Punct
                || parsed[start].IsForm("more")
                || parsed[start].Relation.Is(Relation.NmodPoss)
            )
        )
            start++;
        return start <= noun.Index ? parsed.SpanOf(new WordRange(start, noun.Index + 1)).Of(parsed.Text).ToString() : null;
    }
}
