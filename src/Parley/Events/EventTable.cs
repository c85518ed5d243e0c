using System.Collections.Immutable;
using Parley.Records;

namespace Parley.Events;

/// <summary>The result of the event stage: one entry for each happening, however often it is told.</summary>
/// <param name="Events">The events, in the order of the text.</param>
/// <param name="Triggers">The trigger words of each, one for each telling.</param>
public sealed record EventTable(ImmutableArray<Event> Events, ImmutableArray<ImmutableArray<int>> Triggers)
{
    /// <summary>The number words of each: victims, prisoners, troops. Empty where the sentences name none.</summary>
    public ImmutableArray<ImmutableArray<int>> Numbers { get; init; } = [];
}
