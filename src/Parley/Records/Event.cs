using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Parley.Records;

/// <summary>Who did what to whom: a deed, how it stands, and who says so.</summary>
public sealed record Event
{
    /// <summary><c>e1</c>, <c>e2</c> … in the order of the text.</summary>
    public required string Id { get; init; }

    /// <summary>The deed itself in PLOVER's types, done or not: a promised or denied withdrawal is a RETREAT.</summary>
    public required EventType Type { get; init; }

    /// <summary>PLOVER mode (<c>withdraw</c>, <c>aerial</c>); null where the type has none or the words do not tell.</summary>
    public string? Mode { get; init; }

    /// <summary>PLOVER contexts (<c>military</c>, <c>diplomatic</c>), in alphabetical order.</summary>
    public ImmutableArray<string> Contexts { get; init; } = [];

    /// <summary>CAMEO code as a string with its leading zero (<c>0874</c>); null when none fits.</summary>
    public string? Cameo { get; init; }

    /// <summary>The word or words that name the deed.</summary>
    public required Span Trigger { get; init; }

    /// <summary>Ids of the doers; every party of a symmetric deed; empty when not told.</summary>
    public ImmutableArray<string> Sources { get; init; } = [];

    /// <summary>Ids of those it is done to; empty for symmetric deeds and when not told.</summary>
    public ImmutableArray<string> Targets { get; init; } = [];

    /// <summary>Ids of those among <see cref="Sources"/> and <see cref="Targets"/> whom no words of the deed name: taken from the article as a whole; empty in readings older than the field.</summary>
    public ImmutableArray<string> Inferred
    {
        get => field.IsDefault ? [] : field;
        init;
    } = [];

    /// <summary>Id of the place; null when not told.</summary>
    public string? Place { get; init; }

    /// <summary>Ids of all places where it is done, <see cref="Place"/> first: more than one for "strikes on Izmail and Reni"; empty when not told.</summary>
    public ImmutableArray<string> Places
    {
        get => field.IsDefault ? [] : field;
        init;
    } = [];

    /// <summary>Id of the time; null when not told.</summary>
    public string? Time { get; init; }

    /// <summary>How the deed stands.</summary>
    public required EventStatus Status { get; init; }

    /// <summary>Id of the statement it is reported in; null when the article itself reports it.</summary>
    public string? Statement { get; init; }

    /// <summary>Ids of the figures that count its victims or its means.</summary>
    public ImmutableArray<string> Figures { get; init; } = [];

    /// <summary>Goldstein's score of the CAMEO code (GDELT's table), −10 to 10; null without a code.</summary>
    public double? Goldstein { get; init; }

    /// <summary>The type that PLOVER gives deed and status together (a planned RETREAT is CONCEDE); null for denied events, which exports leave out.</summary>
    public EventType? Plover { get; init; }

    /// <summary>Who stands behind it: the article, one side, both, or one against another.</summary>
    public EventAttestation Attestation { get; init; }

    /// <summary>Ids of the statements that deny it.</summary>
    public ImmutableArray<string> DeniedBy { get; init; } = [];

    /// <summary>Calibrated probability, 0 to 1, that a careful reader would keep the record with its kind, status and main party; kept to three decimals.</summary>
    public double Confidence
    {
        get;
        init => field = Math.Round(value, 3);
    } = 1;

    /// <summary>True where <see cref="Confidence"/> lies under the threshold: kept in JSON, folded away in views, never evidence.</summary>
    public bool Uncertain { get; init; }

    /// <summary>Where each field comes from; filled only when an explanation is asked for.</summary>
    [JsonIgnore]
    public ImmutableArray<Reason> Reasons { get; init; } = [];

    /// <summary>One span for each telling, the smallest clause that proves it.</summary>
    public required ImmutableArray<Span> Evidence { get; init; }
}
