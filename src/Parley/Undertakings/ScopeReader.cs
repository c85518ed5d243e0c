using System.Collections.Immutable;
using Parley.Lexicons;
using Parley.Places;
using Parley.Syntax;
using Parley.Text;

namespace Parley.Undertakings;

/// <summary>Reads where an undertaking holds.</summary>
internal sealed class ScopeReader(ParsedText parsed, PlaceTable places)
{
    private static readonly Lexicon s_besides = LexiconSet.Get("rules/no-area");
    private static readonly int s_kind = s_besides.Column("kind");

    /// <summary>Ids of the places that the words name as area: behind a preposition, or as what the deed is done to.</summary>
    public ImmutableArray<string> Places(WordRange words)
    {
        var found = ImmutableArray.CreateBuilder<string>();
        foreach (var mention in places.Mentions)
            if (
                words.Contains(mention.Head)
                && !IsInsideAnother(mention)
                && IsArea(parsed[mention.Head])
                && !IsPast(parsed[mention.Head])
                && places.Places[mention.Place].Id is var id
                && !found.Contains(id)
            )
                found.Add(id);
        return found.ToImmutable();
    }

    /// <summary>"The men who had crossed the border off Sindh": where something was, not where it will be.</summary>
    private static bool IsPast(Node node)
    {
        for (; node.Exists; node = node.Head)
            if (node.Upos == Upos.Verb && node.Relation.Is(Relation.AclRelcl))
                return node.Xpos is "VBD" || node.Child("had").Exists;
        return false;
    }

    private static bool IsBeside(Node word, string kind) =>
        word.Exists && s_besides.Find(word.Lemma) is >= 0 and var row && s_besides.Cell(row, s_kind).SequenceEqual(kind);

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
                return !IsBeside(preposition, "preposition") && !IsBeside(node.Head, "verb");
            if (node.Relation == Relation.Obj)
                return true;
        }
        return false;
    }
}
