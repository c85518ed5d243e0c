using Parley.Records;
using Parley.Syntax;
using Parley.Text;
using Parley.Times;

namespace Parley.Undertakings;

/// <summary>Reads from when and until when an undertaking holds, in the sentence that tells it.</summary>
internal sealed class PeriodReader(ParsedText parsed, TimeTable times, TimeBounds bounds)
{
    /// <summary>No clause is so long, and no tree so deep; without these, a sentence without end would take the square of its length.</summary>
    private const int MostWords = 400,
        MostSteps = 40;

    /// <summary>The period of a deed: the first start and the first end that belong to its clause; a day goes before a length, and an end that is moved before one that is not.</summary>
    public Period Read(WordRange words, Node deed, UndertakingKind kind)
    {
        string? from = null;
        (string? Id, int Rank) until = (null, 0);
        var sentence = parsed.SentenceOf(deed.Index);
        for (var index = 0; index < times.Times.Length; index++)
        {
            var at = times.Words[index];
            if (
                Math.Abs(at.Start - deed.Index) > MostWords
                || parsed.SentenceOf(at.Start) != sentence
                || IsOwn(index, words, deed) is not { } isOwn
            )
                continue;
            var bound = bounds.Of(index);
            if (bound is TimeBound.On)
                bound =
                    !isOwn ? TimeBound.None
                    : Period.IsLasting(kind) ? TimeBound.From
                    : bounds.IsAhead(index) ? TimeBound.Until
                    : TimeBound.None;
            if (bound is TimeBound.Through)
                bound = isOwn && Period.IsLasting(kind) && bounds.IsAhead(index, orToday: true) ? TimeBound.Until : TimeBound.None;
            var rank = bound is TimeBound.Until ? 2 + (TimeBounds.OfVerb(bounds.Clause(at)) is "extend" ? 1 : 0) : 1;
            if (bound is TimeBound.Until or TimeBound.For && rank > until.Rank)
                until = (times.Times[index].Id, rank);
            else if (bound is TimeBound.From)
                from ??= times.Times[index].Id;
        }
        return new Period(from, until.Id);
    }

    /// <summary>True where the time hangs on the deed, false where it stands beside it; null where it belongs to another clause ("the town that they took in January").</summary>
    private bool? IsOwn(int index, WordRange words, Node deed)
    {
        var at = times.Words[index];
        var telling = Clauses.Telling(deed);
        var isOwn = false;
        for (var (node, step) = (bounds.Head(at), 0); node.Exists && step < MostSteps; (node, step) = (node.Head, step + 1))
        {
            if (node.Index == deed.Index)
                return true;
            if (node.Index == telling.Index)
                return isOwn || IsInfinitive(telling);
            if (IsApart(node) && !(TimeBounds.OfVerb(node).Length > 0 || bounds.IsAhead(index)))
                return null;
            isOwn |= TimeBounds.OfVerb(node) is "from" or "until" or "for";
        }
        return words.Contains(at.Start) || IsAbove(bounds.Clause(at), telling) && bounds.Of(index) is TimeBound.Until ? false : null;
    }

    /// <summary>"Will keep the road open until Friday": the end hangs on the verb that the deed completes.</summary>
    private static bool IsAbove(Node verb, Node telling)
    {
        var node = telling;
        while (node.Exists && node.Relation.Is(Relation.Xcomp))
            node = node.Head;
        return verb.Exists && node.Exists && node.Index == verb.Index;
    }

    private static bool IsInfinitive(Node verb) =>
        Clauses.IsForecast(verb) || verb.Child("to") is { Exists: true, Relation: Relation.Mark };

    private static bool IsApart(Node node) =>
        node.Relation is Relation.AclRelcl or Relation.AdvclRelcl or Relation.Parataxis
        || node.Relation == Relation.Advcl && node.Subject.Exists;
}
