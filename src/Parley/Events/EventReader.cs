using System.Collections.Immutable;
using Parley.Actors;
using Parley.Mentions;
using Parley.Places;
using Parley.Records;
using Parley.Statements;
using Parley.Syntax;
using Parley.Text;
using Parley.Times;

namespace Parley.Events;

/// <summary>Stage 6. In: syntax, actors, places, times, statements. Out: who did what to whom, and how the deed stands.</summary>
/// <remarks>
/// Verbs and nouns that name deeds, with the conditions on their company, lie in <c>rules/events/verbs</c> and <c>nouns</c>; what governs
/// them ("agreed to", "threatened to", "accused of") in <c>rules/events/governors</c>; types are those of PLOVER 2.0. Furniture is not read.
/// It weighs nothing: a deed told is a deed kept, with who tells it. Figures of an event are filled by the last step.
/// </remarks>
public sealed class EventReader
{
    /// <summary>Reads the events of a text.</summary>
    public EventTable Read(
        ParsedText parsed,
        MentionTable mentions,
        ActorTable actors,
        PlaceTable places,
        TimeTable times,
        StatementTable statements,
        bool explain = false
    )
    {
        var reader = new SentenceDeeds(parsed, actors, places, times, statements);
        var merger = new EventMerger(places, times);
        var later = new List<List<Deed>>();
        foreach (var sentence in parsed.Sentences)
        {
            var deeds = reader.Read(parsed, sentence);
            if (deeds.Exists(deed => deed.Secondary))
                later.Add(deeds);
            else
                merger.Add(deeds);
        }
        foreach (var deeds in later)
            merger.Add(deeds);
        new PartyInference(merger.Happenings, reader.Parties).Fill();
        return ToTable(parsed, merger.Happenings);
    }

    private static EventTable ToTable(ParsedText parsed, IReadOnlyList<Happening> happenings)
    {
        var inOrder = happenings.OrderBy(one => one.Best.Trigger.Index).ToList();
        var events = ImmutableArray.CreateBuilder<Event>(inOrder.Count);
        var triggers = ImmutableArray.CreateBuilder<ImmutableArray<int>>(inOrder.Count);
        for (var i = 0; i < inOrder.Count; i++)
        {
            events.Add(inOrder[i].ToEvent($"e{i + 1}", parsed));
            triggers.Add(inOrder[i].Triggers);
        }
        return new EventTable(events.MoveToImmutable(), triggers.MoveToImmutable());
    }
}
