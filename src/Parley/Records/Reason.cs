namespace Parley.Records;

/// <summary>Where a field of a record comes from.</summary>
/// <param name="Field">The field, as JSON names it.</param>
/// <param name="Value">What it was given.</param>
/// <param name="Because">Head with its probability and runner-up, or the rule or table line.</param>
public sealed record Reason(string Field, string Value, string Because);
