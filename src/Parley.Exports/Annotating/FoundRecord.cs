using System.Collections.Immutable;
using Parley.Records;

namespace Parley.Exports.Annotating;

/// <summary>An annotation of a layer of spans as it is read back; see <see cref="PlacedRecord"/>.</summary>
/// <param name="Record">The record that it names.</param>
/// <param name="Label">Its label.</param>
/// <param name="Links">Its links, as <see cref="PlacedRecord.Links"/>.</param>
/// <param name="Status">How the deed stands; null for none.</param>
/// <param name="Spans">Where it stands, in UTF-16 code units.</param>
internal sealed record FoundRecord(string Record, string Label, string Links, string? Status, List<Span> Spans)
{
    /// <summary>The pieces of each record as one mark.</summary>
    /// <param name="text">The text of the article.</param>
    /// <param name="found">The pieces.</param>
    public static ImmutableArray<Mark> Marks(string text, IEnumerable<FoundRecord> found) =>
        [.. found.GroupBy(one => one.Record, StringComparer.Ordinal).Select(group => MarkOf(text, [.. group]))];

    private static Mark MarkOf(string text, ImmutableArray<FoundRecord> pieces) =>
        new(
            pieces[0].Record,
            pieces[0].Label,
            Mark.Joined(text, pieces.SelectMany(piece => piece.Spans)),
            pieces[0].Status,
            [
                .. pieces[0]
                    .Links.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                    .Select(link => link.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                    .SelectMany(parts => parts.Skip(1).Select(id => (parts[0], id))),
            ]
        );
}
