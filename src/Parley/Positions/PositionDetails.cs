using System.Collections.Immutable;
using Parley.Actors;
using Parley.Places;
using Parley.Records;
using Parley.Statements;
using Parley.Syntax;
using Parley.Text;
using Parley.Times;
using Parley.Undertakings;

namespace Parley.Positions;

/// <summary>Fills what a position is about, who is to guarantee it, for how long, and which statement takes it.</summary>
internal sealed class PositionDetails(ParsedText parsed, ActorTable actors, PlaceTable places, TimeTable times, StatementTable statements)
{
    /// <summary>The position of a stand on one topic.</summary>
    public Position Fill(Stand stand, string topic, WordRange clause)
    {
        var guarantors = Guarantors(clause, stand.Party);
        return new Position
        {
            Id = "",
            Party = stand.Party.Id,
            Topic = topic,
            About = About(clause),
            Stance = stand.Stance,
            Guarantors = guarantors,
            Term = Term(clause),
            Statement = StatementOf(stand, clause),
            Time = TimeOf(stand.Cue),
            Evidence = [parsed.SpanOf(stand.Stance == PositionStance.Unclear ? Clauses.Extent(stand.Cue) : clause)],
        };
    }

    /// <summary>The states named behind "guaranteed by", "guarantees from", "guarantors including".</summary>
    private ImmutableArray<string> Guarantors(WordRange clause, Actor party)
    {
        var found = ImmutableArray.CreateBuilder<string>();
        for (var word = clause.Start; word < clause.End; word++)
        {
            if (!parsed.Lemmas[word].StartsWith("guarant", StringComparison.Ordinal))
                continue;
            foreach (var child in parsed[word].Children)
                if (
                    child.Index > word
                    && (
                        child.Child("by").Exists
                        || child.Child("from").Exists
                        || child.Child("including").Exists
                        || child.Relation == Relation.OblAgent
                    )
                )
                    AddActors(found, child.Subtree, party);
        }
        return found.ToImmutable();
    }

    private void AddActors(ImmutableArray<string>.Builder found, WordRange words, Actor party)
    {
        foreach (var mention in actors.Mentions)
        {
            if (!words.Contains(mention.Head) || mention.Kind == MentionKind.Pronoun || IsOwner(parsed[mention.Head]))
                continue;
            var actor = actors.Actors[mention.Actor];
            if (
                Side.CanBind(actor, actors.Actors)
                && Side.Of(actor, actors.Actors) != Side.Of(party, actors.Actors)
                && !found.Contains(actor.Id)
            )
                found.Add(actor.Id);
        }
    }

    private static bool IsOwner(Node node) => node.Relation is Relation.NmodPoss or Relation.Amod;

    private ImmutableArray<string> About(WordRange clause) =>
        [
            .. places
                .Mentions.Where(mention => clause.Contains(mention.Head))
                .Select(mention => places.Places[mention.Place].Id)
                .Distinct(StringComparer.Ordinal),
        ];

    private string? Term(WordRange clause)
    {
        for (var word = clause.Start; word < clause.End; word++)
            if (times.At(word) is { Type: "DURATION" } time)
                return time.Value;
        return null;
    }

    private string? TimeOf(Node cue)
    {
        foreach (var child in cue.Children)
            if (child.Relation.Is(Relation.Obl) && times.At(child) is { Type: not "DURATION" } time)
                return time.Id;
        return null;
    }

    /// <summary>The innermost statement around the clause, or around its cue, whose speaker is of the party's side.</summary>
    private string? StatementOf(Stand stand, WordRange clause)
    {
        var side = Side.Of(stand.Party, actors.Actors);
        foreach (var word in (int[])[clause.End - 1, stand.Cue.Index])
            for (
                var said = statements.At(word);
                said is not null;
                said = statements.Statements.FirstOrDefault(outer => outer.Id == said.NestedIn)
            )
                if (Side.Find(said.Speaker, actors.Actors) is { } speaker && Side.Of(speaker, actors.Actors) == side)
                    return said.Id;
        return null;
    }
}
