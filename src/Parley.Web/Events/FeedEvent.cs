using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Parley.Web.Events;

/// <summary>A change that those who listen are told.</summary>
/// <param name="Id">Its number; greater is later.</param>
/// <param name="Type"><c>record.new</c>, <c>status.changed</c> or <c>evidence.added</c>.</param>
/// <param name="Data">What changed.</param>
internal sealed record FeedEvent(long Id, string Type, FeedData Data);

/// <summary>What changed; a field that does not belong to the type of the event is left out.</summary>
internal sealed record FeedData
{
    /// <summary>When it was seen, as an ISO instant.</summary>
    public required string At { get; init; }

    /// <summary>Id of the article that is new, or that has the evidence.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Article { get; init; }

    /// <summary>Its headline.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Title { get; init; }

    /// <summary>Its outlet.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Outlet { get; init; }

    /// <summary>Number of its records.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Records { get; init; }

    /// <summary>Id of the undertaking.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Undertaking { get; init; }

    /// <summary>Its party.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Party { get; init; }

    /// <summary>Its words, or the sentence of the evidence.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Words { get; init; }

    /// <summary>How it stood; left out for one that is new.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? From { get; init; }

    /// <summary>How it stands now; left out for one that is gone.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? To { get; init; }

    /// <summary>The evidence.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Record { get; init; }

    /// <summary><c>supports</c>, <c>contradicts</c> or <c>doubts</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Stance { get; init; }
}

/// <summary>What was seen of a ledger last.</summary>
/// <param name="Epoch">Which row of numbers the events belong to.</param>
/// <param name="History">The number of the last entry of the ledger's history.</param>
/// <param name="Last">The number of the last event.</param>
/// <param name="Undertakings">How each undertaking stood.</param>
internal sealed record FeedState(string Epoch, long History, long Last, ImmutableSortedDictionary<string, SeenUndertaking> Undertakings);

/// <summary>What was seen of an undertaking.</summary>
/// <param name="State">How it stood.</param>
/// <param name="Evidence">Its evidence, by stance and record.</param>
internal sealed record SeenUndertaking(string State, ImmutableArray<string> Evidence);
