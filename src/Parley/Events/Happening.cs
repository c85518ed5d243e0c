using System.Collections.Immutable;
using Parley.Actors;
using Parley.Records;
using Parley.Syntax;
using Parley.Text;

namespace Parley.Events;

/// <summary>One happening with all its tellings: what becomes an event.</summary>
internal sealed class Happening(Deed first)
{
    /// <summary>The telling that the event takes its words and standing from.</summary>
    public Deed Best { get; private set; } = first;

    public List<Deed> Tellings { get; } = [first];

    public List<Actor> Doers { get; } = [.. first.Doers];

    public List<Actor> Targets { get; } = [.. first.Targets];

    public string? Place { get; private set; } = first.Place;

    public string? Country { get; private set; } = first.Country;

    public string? Time { get; private set; } = first.Time;

    /// <summary>Word of the last telling.</summary>
    public int Last { get; private set; } = first.Trigger.Index;

    /// <summary>Adds a telling; what was not told so far is taken from it.</summary>
    public void Add(Deed deed)
    {
        Tellings.Add(deed);
        Last = Math.Max(Last, deed.Trigger.Index);
        if (Best.Secondary && !deed.Secondary && deed.CanStandAlone)
            Best = deed;
        if (deed.Type != Best.Type)
            return;
        Fill(Doers, deed.Doers, Targets);
        if (!Best.Frame.Is(FrameMarks.Sym))
            Fill(Targets, deed.Targets, Doers);
        if (Place is null)
            (Place, Country) = (deed.Place, deed.Country);
        Time ??= deed.Time;
    }

    private void Fill(List<Actor> known, List<Actor> more, List<Actor> others)
    {
        if (known.Count > 0 && !(Best.Frame.Is(FrameMarks.Sym) && known.Count == 1))
            return;
        foreach (var actor in more)
            if (!known.Exists(one => one.Id == actor.Id) && !others.Exists(one => one.Id == actor.Id))
                known.Add(actor);
    }

    /// <summary>The record; its id is given when all are in order.</summary>
    public Event ToEvent(string id, ParsedText parsed)
    {
        var cameo = PloverScale.Cameo(Best.Frame.Cameo, Best.Status);
        return new Event
        {
            Id = id,
            Type = Best.Type,
            Mode = Best.Frame.Mode,
            Contexts = ContextReader.Read(Best),
            Cameo = cameo,
            Trigger = parsed.SpanOf(Best.Words),
            Sources = [.. Doers.Select(actor => actor.Id)],
            Targets = [.. Targets.Select(actor => actor.Id)],
            Place = Place,
            Time = Time,
            Status = Best.Status,
            Statement = Best.Statement,
            Goldstein = PloverScale.Goldstein(cameo),
            Plover = PloverScale.Plover(Best.Type, Best.Status),
            Evidence = Evidence(parsed),
        };
    }

    /// <summary>The words that tell of it, the best telling first.</summary>
    public ImmutableArray<int> Triggers =>
        [Best.Trigger.Index, .. Tellings.Where(deed => deed != Best).Select(deed => deed.Trigger.Index).Distinct()];

    private ImmutableArray<Span> Evidence(ParsedText parsed)
    {
        var spans = new List<Span> { parsed.SpanOf(Best.Evidence) };
        foreach (var deed in Tellings)
            if (deed != Best && parsed.SpanOf(deed.Evidence) is var span && !spans.Exists(one => one.Contains(span)))
                spans.Add(span);
        return [.. spans];
    }
}
