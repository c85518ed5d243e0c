namespace Parley.Ledger;

/// <summary>Who does something to a ledger, when and why.</summary>
/// <param name="By">Who; empty where nobody in particular.</param>
/// <param name="At">When.</param>
/// <param name="Why">Why; empty where nothing was said.</param>
public sealed record Note(string By, DateTimeOffset At, string Why);
