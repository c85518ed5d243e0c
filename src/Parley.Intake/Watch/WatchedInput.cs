namespace Parley.Intake.Watch;

/// <summary>A text that a feed led to.</summary>
/// <param name="Input">The text, or why there is none.</param>
/// <param name="Feed">The feed.</param>
/// <param name="Key">The key of its item where this is the last text of it, and with it the item is done with; null for those before, and for what may be had another time.</param>
public sealed record WatchedInput(RawInput Input, string Feed, string? Key);
