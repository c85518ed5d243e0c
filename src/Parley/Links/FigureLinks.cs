using Parley.Events;
using Parley.Figures;
using Parley.Lexicons;
using Parley.Records;
using Parley.Statements;
using Parley.Syntax;
using Parley.Text;

namespace Parley.Links;

/// <summary>Finds the statement a figure is given in, and the happening whose victims or means it counts.</summary>
internal sealed class FigureLinks(ParsedText parsed, FigureTable figures, StatementTable statements, EventTable events)
{
    private const int MaxSteps = 5;
    private static readonly Lexicon s_harms = LexiconSet.Get("lexicons/counted-deeds");
    private static readonly int s_harmType = s_harms.Column("type");
    private static readonly Lexicon s_happenings = LexiconSet.Get("lexicons/happening-nouns");
    private readonly Dictionary<int, int> _eventAt = Index(events);

    /// <summary>The figure with its statement and event.</summary>
    public Figure Link(int at)
    {
        var figure = figures.Figures[at];
        var counted = figures.Counted[at];
        var word = figures.Words[at].Start;
        var happening = Numbered(figure, figures.Words[at]) ?? EventOf(figure, parsed[counted]);
        return figure with { Statement = statements.At(word)?.Id, Event = happening?.Id };
    }

    /// <summary>The happening whose mention the number belongs to, as the semantic heads have it.</summary>
    private Event? Numbered(Figure figure, WordRange words)
    {
        if (figure.Measure == FigureMeasure.Other)
            return null;
        var harm = s_harms.Find(Name(figure.Measure));
        for (var e = 0; e < events.Numbers.Length; e++)
            if (harm < 0 || s_harms.Cell(harm, s_harmType).SequenceEqual(TypeName(events.Events[e])))
                foreach (var number in events.Numbers[e])
                    if (words.Contains(number))
                        return events.Events[e];
        return null;
    }

    private Event? EventOf(Figure figure, Node counted)
    {
        if (s_harms.Find(Name(figure.Measure)) is not (>= 0 and var row))
            return null;
        var type = s_harms.Cell(row, s_harmType);
        var steps = 0;
        for (var node = counted; node.Exists && steps < MaxSteps; node = node.Head, steps++)
        {
            if (Fitting(node.Index, type) is { } own)
                return own;
            foreach (var child in node.Children)
                if (child.Index != counted.Index && IsHappening(child, type) is { } named)
                    return named;
            if (node.Upos == Upos.Verb && node.Relation is Relation.Ccomp or Relation.Parataxis or Relation.Conj && node.Subject.Exists)
                break;
        }
        return null;
    }

    /// <summary>"… were killed in that attack": the noun is a happening itself, or points back to the last one of its type.</summary>
    private Event? IsHappening(Node noun, ReadOnlySpan<char> type)
    {
        if (!(noun.Relation.Is(Relation.Obl) || noun.Relation is Relation.Nmod or Relation.Nsubj || noun.Relation == Relation.OblAgent))
            return null;
        if (Fitting(noun.Index, type) is { } own)
            return own;
        var pointsBack = noun.Child("that").Exists || noun.Child("the").Exists || noun.Child("this").Exists;
        return pointsBack && s_happenings.Contains(noun.Lemma) ? Last(noun.Index, type) : null;
    }

    private Event? Fitting(int word, ReadOnlySpan<char> type) =>
        _eventAt.TryGetValue(word, out var at) && TypeName(events.Events[at]).AsSpan().SequenceEqual(type) && IsReal(events.Events[at])
            ? events.Events[at]
            : null;

    private Event? Last(int before, ReadOnlySpan<char> type)
    {
        for (var word = before - 1; word >= 0; word--)
            if (Fitting(word, type) is { } found)
                return found;
        return null;
    }

    private static bool IsReal(Event happening) => happening.Status is EventStatus.Happened or EventStatus.Ongoing or EventStatus.Alleged;

    private static string Name(FigureMeasure measure) =>
        measure switch
        {
            FigureMeasure.Killed => "killed",
            FigureMeasure.Wounded => "wounded",
            FigureMeasure.Detained => "detained",
            FigureMeasure.Released => "released",
            FigureMeasure.Kidnapped => "kidnapped",
            FigureMeasure.Money => "money",
            _ => "",
        };

    private static string TypeName(Event happening) => happening.Type.ToString();

    private static Dictionary<int, int> Index(EventTable events)
    {
        var at = new Dictionary<int, int>();
        for (var e = 0; e < events.Triggers.Length; e++)
            foreach (var word in events.Triggers[e])
                at.TryAdd(word, e);
        return at;
    }
}
