using Parley.Records;

namespace Parley.Events;

/// <summary>One happening with all its tellings: what becomes an event.</summary>
internal sealed class Happening
{
    /// <summary>Starts with the first telling.</summary>
    public Happening(Telling first)
    {
        Best = first;
        Tellings.Add(first);
        Doers.AddRange(first.Doers);
        Targets.AddRange(first.Targets);
    }

    /// <summary>The telling that the event takes its words and type from.</summary>
    public Telling Best { get; private set; }

    public List<Telling> Tellings { get; } = [];

    public List<Party> Doers { get; } = [];

    public List<Party> Targets { get; } = [];

    /// <summary>How it stands, as the article as a whole leaves it.</summary>
    public EventStatus Status { get; set; }

    public EventType Type => Best.Type;

    public Place? Place => Best.Place ?? Tellings.Select(telling => telling.Place).FirstOrDefault(place => place is not null);

    public Time? Time => Best.Time ?? Tellings.Select(telling => telling.Time).FirstOrDefault(time => time is not null);

    /// <summary>How each later telling was joined, for an explanation.</summary>
    public List<string> Joins { get; } = [];

    /// <summary>Adds a telling; parties that were not told so far are taken from it.</summary>
    public void Add(Telling telling, double likely, string with)
    {
        Tellings.Add(telling);
        Joins.Add(FormattableString.Invariant($"\"{telling.Trigger.Form.ToString()}\" with \"{with}\" ({likely:0.00})"));
        if (Best.IsSecondary && !telling.IsSecondary)
            Best = telling;
        if (telling.Type != Best.Type)
            return;
        if (Doers.Count == 0)
            Fill(Doers, telling.Doers, Targets);
        if (Targets.Count == 0)
            Fill(Targets, telling.Targets, Doers);
    }

    private static void Fill(List<Party> known, List<Party> more, List<Party> others)
    {
        foreach (var party in more)
            if (!others.Exists(one => one.Actor.Id == party.Actor.Id))
                known.Add(party);
    }
}
