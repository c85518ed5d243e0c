namespace Parley.Ledger;

/// <summary>One line of a ledger's history, which is only ever added to.</summary>
/// <param name="Number">Its number; greater is later, whatever the clock said.</param>
/// <param name="Article">Id of the article.</param>
/// <param name="What"><c>added</c>, <c>version</c>, <c>read-anew</c>, <c>removed</c>, <c>restored</c> or <c>corrected</c>.</param>
/// <param name="Note">Who, when and why.</param>
public sealed record HistoryEntry(long Number, string Article, string What, Note Note);
