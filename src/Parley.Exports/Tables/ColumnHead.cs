namespace Parley.Exports.Tables;

/// <summary>A column without its values.</summary>
/// <param name="Name">Its name: lower case, words parted by <c>_</c>.</param>
/// <param name="Kind">What its cells hold.</param>
/// <param name="Holds">What they mean.</param>
public sealed record ColumnHead(string Name, ColumnKind Kind, string Holds);
