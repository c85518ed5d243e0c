namespace Parley.Records;

/// <summary>The place and date that open a report: <c>KYIV, March 29 (Reuters) -</c>.</summary>
/// <param name="Place">The place as it is written; null where only a date is given.</param>
/// <param name="Date">The date as ISO 8601 where it is complete, else in TimeML (<c>XXXX-03-29</c>); null where none is given.</param>
public sealed record Dateline(string? Place, string? Date);
