using Parley.Lexicons;
using Parley.Records;
using Parley.Syntax;
using Parley.Text;

namespace Parley.Figures;

/// <summary>Numbers that count nothing a ledger keeps: ages, model numbers, distances, shares, years, names of resolutions.</summary>
internal sealed class NoFigure
{
    private const int OldestAge = 110;
    private readonly CountFinder _counts;

    public NoFigure(CountFinder counts) => _counts = counts;

    public bool Is(ParsedText parsed, Quantity quantity, Count count, WordRange sentence)
    {
        if (quantity.Currency is not null)
            return false;
        return count.Class is "period" or "length" or "ratio" or "animal"
            || IsUnit(parsed, quantity, sentence)
            || IsPartOfName(parsed, quantity.Number, sentence)
            || IsLabel(parsed, quantity, count)
            || IsAge(parsed, quantity, count, sentence)
            || IsOneOfOne(quantity, count)
            || IsYear(quantity, count, parsed);
    }

    // "40%", "6 km", "11 am" whatever the tree says.
    private bool IsUnit(ParsedText parsed, Quantity quantity, WordRange sentence)
    {
        var next = quantity.Number.End;
        if (next < sentence.End && parsed[next].Form is "-" or "per" or "square" or "nautical")
            next++;
        return next < sentence.End
            && (
                _counts.ClassOf(parsed[next]) is "period" or "length" or "ratio"
                || parsed[next].Form is "am" or "pm" or "a.m." or "p.m." or "GMT" or "%" or "°" or "th" or "cent"
            );
    }

    // "S-300", "Su-34", "Mi 24": a name stands right before.
    private static bool IsPartOfName(ParsedText parsed, WordRange number, WordRange sentence)
    {
        var before = number.Start - 1;
        if (before < sentence.Start)
            return false;
        var words = parsed.Tokens.Words;
        if (words[before].SpaceAfter)
            return parsed[before].Form is "#" or "No." or "no." or "No" or "no";
        return parsed[before].Form is "-" or "/" or ":" or "." or "#" && before > sentence.Start && !words[before - 1].SpaceAfter;
    }

    // "Resolution 2254", "Article 5", "Room 12": the number follows what it names.
    private static bool IsLabel(ParsedText parsed, Quantity quantity, Count count)
    {
        if (count.Noun.Exists || quantity.Bound is not FigureBound.Exact)
            return false;
        var number = count.Argument;
        return number.Head is { Exists: true } head
            && head.Index == quantity.Words.Start - 1
            && head.Upos is Upos.Noun or Upos.Propn
            && !number.Relation.Is(Relation.Appos)
            && !number.Relation.Is(Relation.Conj)
            && head.Lemma is not "toll";
    }

    private static bool IsAge(ParsedText parsed, Quantity quantity, Count count, WordRange sentence)
    {
        var (start, end) = (quantity.Words.Start, quantity.Words.End);
        if (quantity.Value > OldestAge || start - 1 < sentence.Start)
            return false;
        if (parsed[start - 1].IsForm("aged") || parsed[start - 1].IsForm("age"))
            return true;
        return !count.Noun.Exists
            && start - 2 >= sentence.Start
            && parsed[start - 1].Form is ","
            && parsed[start - 2].Upos is Upos.Propn
            && (end >= sentence.End || parsed[end].Form is "," or "." or ")" or ";");
    }

    // "the photograph is one of a burnt bus": one of a single thing counts nothing.
    private static bool IsOneOfOne(Quantity quantity, Count count) =>
        quantity.Value == 1
        && quantity.Number.Length == 1
        && count.Noun.Exists
        && count.Noun.Index > count.Argument.Index
        && count.Noun.Xpos is "NN";

    private static bool IsYear(Quantity quantity, Count count, ParsedText parsed) =>
        quantity.Bound is FigureBound.Exact
        && quantity.Value is >= 1800 and <= 2100
        && quantity.Number.Length == 1
        && parsed[quantity.Number.Start].Form.Length == 4
        && count.Class.Length == 0;
}
