using System.Collections.Immutable;
using Parley.Lexicons;
using Parley.Places;
using Parley.Syntax;
using Parley.Text;
using Parley.Times;

namespace Parley.Undertakings;

/// <summary>Reads where, from when and until when an undertaking holds.</summary>
internal sealed class ScopeReader(ParsedText parsed, PlaceTable places, TimeTable times)
{
    private static readonly Lexicon s_periods = LexiconSet.Get("rules/undertaking-periods");
    private static readonly Lexicon s_besides = LexiconSet.Get("rules/no-area");
    private static readonly int s_bound = s_periods.Column("bound");

    /// <summary>Ids of the places that the words name as area: behind a preposition, or as what the deed is done to.</summary>
    public ImmutableArray<string> Places(WordRange words)
    {
        var found = ImmutableArray.CreateBuilder<string>();
        foreach (var mention in places.Mentions)
            if (
                words.Contains(mention.Head)
                && !IsInsideAnother(mention)
                && IsArea(parsed[mention.Head])
                && places.Places[mention.Place].Id is var id
                && !found.Contains(id)
            )
                found.Add(id);
        return found.ToImmutable();
    }

    /// <summary>The times around the deed: of those behind "from", "until", "by" the first of each sort that belongs to its clause; a length is an end.</summary>
    public (string? From, string? Until) Period(WordRange words, Node deed)
    {
        string? from = null;
        string? until = null;
        foreach (var index in Enumerable.Range(0, times.Times.Length))
        {
            var (time, at) = (times.Times[index], times.Words[index]);
            if (!words.Contains(at.Start) && !Belongs(at, deed))
                continue;
            var lead = at.Start > 0 ? Bound(parsed.Tokens.Form(at.Start - 1)) : default;
            if (lead.IsEmpty)
                lead = Bound(parsed.Tokens.Form(at.Start));
            if (lead is "none")
                continue;
            if (time.Type == "DURATION" || lead is "until")
                until ??= time.Id;
            else if (lead is "from" && Belongs(at, deed))
                from ??= time.Id;
        }
        return (from, until);
    }

    private static ReadOnlySpan<char> Bound(ReadOnlySpan<char> word) =>
        s_periods.Find(word) is >= 0 and var row ? s_periods.Cell(row, s_bound) : default;

    /// <summary>True where the time hangs on the deed or on what the deed completes, not on the verb that tells of it.</summary>
    private bool Belongs(WordRange time, Node deed)
    {
        var node = parsed[time.Start];
        while (node.Head.Exists && time.Contains(node.Head.Index))
            node = node.Head;
        return node.Sentence == deed.Sentence && node.IsWithin(deed);
    }

    private bool IsInsideAnother(PlaceMention mention)
    {
        foreach (var other in places.Mentions)
            if (other.Head != mention.Head && other.Words.Contains(mention.Words) && other.Words.Length > mention.Words.Length)
                return true;
        return false;
    }

    /// <summary>A place counts as area when a preposition leads to it, through what it stands beside ("in the direction of the river and the port").</summary>
    private static bool IsArea(Node node)
    {
        for (var step = 0; node.Exists && step < 4; node = node.Head, step++)
        {
            if (node.Relation is Relation.NmodPoss or Relation.Nsubj or Relation.NsubjPass or Relation.OblAgent or Relation.Amod)
                return false;
            if (node.Relation is Relation.Obl or Relation.Nmod && node.Child(Relation.Case) is { Exists: true } preposition)
                return !s_besides.Contains(preposition.Lemma);
            if (node.Relation == Relation.Obj)
                return true;
        }
        return false;
    }
}
