using Parley.Records;

namespace Parley.Events;

/// <summary>How a deed stands by the words around it, and what those words add to its parties.</summary>
internal sealed class Standing
{
    /// <summary>How it stands; null where it falls out: a demand or promise not to do it.</summary>
    public EventStatus? Status { get; set; } = EventStatus.Happened;

    /// <summary>True when a verb makes the noun a deed ("launched an attack", "the talks began").</summary>
    public bool Supported { get; set; }

    /// <summary>The verbs and nouns that say how it stands, the nearest first.</summary>
    public List<int> Governors { get; } = [];

    /// <summary>Verbs whose subject is a doer, or a target, of a deed named by a noun.</summary>
    public List<(int Verb, string Party)> Parties { get; } = [];

    /// <summary>Joins how a deed stands with what a word around it makes of that.</summary>
    public static EventStatus? Join(EventStatus? inner, EventStatus outer)
    {
        switch (inner)
        {
            case null:
                return null;
            case EventStatus.Happened:
                return outer;
            case EventStatus.Ongoing:
                return outer == EventStatus.Happened ? inner : outer;
            case EventStatus.Denied:
                return outer switch
                {
                    EventStatus.Denied => EventStatus.Happened,
                    EventStatus.Demanded or EventStatus.Planned or EventStatus.Threatened => null,
                    EventStatus.Possible or EventStatus.Hypothetical => EventStatus.Possible,
                    _ => inner,
                };
            case EventStatus.Planned or EventStatus.Possible:
                return outer is EventStatus.Happened or EventStatus.Ongoing or EventStatus.Planned ? inner : outer;
            case EventStatus.Demanded:
                return outer is EventStatus.Refused or EventStatus.Denied ? EventStatus.Refused : inner;
            default:
                return outer == EventStatus.Denied ? EventStatus.Denied : inner;
        }
    }
}
