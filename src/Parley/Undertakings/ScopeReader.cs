using System.Collections.Immutable;
using Parley.Actors;
using Parley.Places;
using Parley.Records;
using Parley.Syntax;
using Parley.Text;
using Parley.Times;

namespace Parley.Undertakings;

/// <summary>Reads where, from when, until when, on what condition and towards whom an undertaking holds.</summary>
internal sealed class ScopeReader(ParsedText parsed, ActorTable actors, PlaceTable places, TimeTable times)
{
    /// <summary>Fills the scope of a telling from the words of its clause.</summary>
    public Telling Read(Telling telling, Binding binding)
    {
        var (from, until) = Period(telling.Words);
        return telling with
        {
            Places = PlacesIn(telling.Words, telling),
            From = from,
            Until = until,
            Conditions = [.. Conditions(binding.Clause).Concat(binding.Anchor == binding.Clause ? [] : Conditions(binding.Anchor))],
            To = Addressees(binding, telling.PartySide),
        };
    }

    private ImmutableArray<string> PlacesIn(WordRange words, Telling telling)
    {
        var found = ImmutableArray.CreateBuilder<string>();
        foreach (var mention in places.Mentions)
        {
            if (!words.Contains(mention.Head) || IsInsideAnother(mention) || !IsWhere(parsed[mention.Head]))
                continue;
            var id = places.Places[mention.Place].Id;
            if (!found.Contains(id) && mention.Head != telling.Anchor)
                found.Add(id);
        }
        return found.ToImmutable();
    }

    /// <summary>A place counts as area when a preposition leads to it, through what it stands beside ("in the direction of the river and the port").</summary>
    private static bool IsWhere(Node node)
    {
        for (var step = 0; node.Exists && step < 4; node = node.Head, step++)
        {
            if (node.Relation is Relation.NmodPoss or Relation.Nsubj or Relation.NsubjPass or Relation.OblAgent or Relation.Amod)
                return false;
            if (node.Relation is Relation.Obl or Relation.Nmod && node.Child(Relation.Case) is { Exists: true } preposition)
                return !(
                    preposition.IsForm("by") || preposition.IsForm("with") || preposition.IsForm("between") || preposition.IsForm("as")
                );
            if (node.Relation == Relation.Obj)
                return true;
        }
        return false;
    }

    private bool IsInsideAnother(PlaceMention mention)
    {
        foreach (var other in places.Mentions)
            if (other.Head != mention.Head && other.Words.Contains(mention.Words) && other.Words.Length > mention.Words.Length)
                return true;
        return false;
    }

    private (string? From, string? Until) Period(WordRange words)
    {
        string? from = null;
        string? until = null;
        for (var word = words.Start; word < words.End; word++)
        {
            if (times.At(word) is not { } time || word > words.Start && times.At(word - 1)?.Id == time.Id)
                continue;
            var lead = word > words.Start ? parsed.Tokens.Form(word - 1) : default;
            if (time.Type == "DURATION" || Is(lead, "until") || Is(lead, "till") || Is(lead, "through") || Is(lead, "by") || Is(lead, "to"))
                until ??= time.Id;
            else if (Is(lead, "from") || Is(lead, "starting") || Is(lead, "beginning") || Is(lead, "on") || Is(lead, "at"))
                from ??= time.Id;
        }
        return (from, until);
    }

    private static bool Is(ReadOnlySpan<char> form, string word) => form.Equals(word, StringComparison.OrdinalIgnoreCase);

    private static List<WordRange> Conditions(Node clause)
    {
        var found = new List<WordRange>();
        foreach (var child in clause.Children)
            if (child.Relation == Relation.Advcl && Clauses.ConditionMark(child).Exists || IsInReturn(child))
                found.Add(Clauses.Trim(clause.Parsed, child.Subtree));
        return found;
    }

    /// <summary>"In return for", "in exchange for", "on condition that", "subject to", "dependent on".</summary>
    private static bool IsInReturn(Node child) =>
        child.Child("in").Exists && (child.IsForm("return") || child.IsForm("exchange"))
        || child.Child("on").Exists && child.Lemma == "condition"
        || child.Relation is Relation.Amod or Relation.Acl or Relation.Advcl or Relation.Obl
            && child.Lemma is "dependent" or "conditional" or "subject";

    private ImmutableArray<string> Addressees(Binding binding, string side)
    {
        foreach (var child in binding.Anchor.Children)
        {
            var addressed =
                child.Relation is Relation.Iobj
                || child.Relation == Relation.Obj && binding.Anchor.Lemma == "tell"
                || child.Relation is Relation.Obl or Relation.Nmod && child.Child("with").Exists;
            if (addressed && actors.At(child) is { } actor && Side.CanBind(actor, actors.Actors) && Side.Of(actor, actors.Actors) != side)
                return [actor.Id];
        }
        foreach (var other in binding.Parties)
            if (Side.Of(other, actors.Actors) != side)
                return [other.Id];
        return [];
    }
}
