using System.Collections.Immutable;
using Parley.Actors;
using Parley.Events;
using Parley.Mentions;
using Parley.Places;
using Parley.Records;
using Parley.Syntax;
using Parley.Text;
using Parley.Times;
using Parley.Undertakings;

namespace Parley.Positions;

/// <summary>Fills what a position is about, who is to guarantee it, for how long, when, and which statement takes it.</summary>
internal sealed class PositionDetails(ParsedText parsed, ActorTable actors, PlaceTable places, TimeTable times, PartyReader parties)
{
    /// <summary>The stem of the words that make those behind them guarantors.</summary>
    private const string Guarantee = "guarant";

    /// <summary>The position that a mention tells of a party.</summary>
    public Position Fill(PositionMention mention, Party party, string topic, PositionStance stance, WordRange clause, double confidence) =>
        new()
        {
            Id = "",
            Party = party.Actor.Id,
            Topic = topic,
            About =
            [
                .. places
                    .Mentions.Where(place => clause.Contains(place.Head))
                    .Select(place => places.Places[place.Place].Id)
                    .Distinct(StringComparer.Ordinal),
            ],
            Stance = stance,
            Guarantors = Guarantors(clause, party),
            Term = Enumerable
                .Range(clause.Start, clause.Length)
                .Select(times.At)
                .FirstOrDefault(time => time is { Type: "DURATION" })
                ?.Value,
            Statement = parties.OwnWords(mention.Word, parties.SideOf(party))?.Id,
            Time = TimeOf(clause, mention.Word),
            Confidence = Math.Round(confidence, 3),
            Evidence = [parsed.SpanOf(clause)],
        };

    /// <summary>The states named behind "guaranteed by", "guarantees from", or in front of "as guarantors".</summary>
    private ImmutableArray<string> Guarantors(WordRange clause, Party party)
    {
        var found = ImmutableArray.CreateBuilder<string>();
        for (var word = clause.Start; word < clause.End; word++)
        {
            if (!parsed.Lemmas[word].StartsWith(Guarantee, StringComparison.Ordinal))
                continue;
            var node = parsed[word];
            foreach (var child in node.Children)
                if (
                    child.Index > word
                    && child.Child(Relation.Case).Exists
                    && (child.Relation == Relation.OblAgent || !child.Child("of").Exists && !child.Child("for").Exists)
                )
                    Add(found, child.Subtree, party);
            if (node.Child("as").Exists && node.Head.Exists && node.Head.Subject is { Exists: true } subject)
                Add(found, subject.Subtree, party);
        }
        return found.ToImmutable();
    }

    private void Add(ImmutableArray<string>.Builder found, WordRange words, Party party)
    {
        foreach (var mention in actors.Mentions)
            if (
                words.Contains(mention.Head)
                && mention.Kind != MentionKind.Pronoun
                && parsed[mention.Head].Relation is not (Relation.NmodPoss or Relation.Amod)
                && actors.Actors[mention.Actor] is var actor
                && parties.CanBind(actor)
                && parties.SideOf(actor) != parties.SideOf(party)
                && !found.Contains(actor.Id)
            )
                found.Add(actor.Id);
    }

    /// <summary>The time beside the verb that takes the position, outside of what is wanted.</summary>
    private string? TimeOf(WordRange clause, int word)
    {
        foreach (var range in times.Words)
            if (
                parsed.SentenceOf(range.Start) == parsed.SentenceOf(word)
                && !clause.Contains(range.Start)
                && times.At(range.Start) is { Type: not "DURATION" } time
                && parsed[range.Start].Relation.Is(Relation.Obl)
                && parsed[word].IsWithin(parsed[range.Start].Head)
            )
                return time.Id;
        return null;
    }
}
