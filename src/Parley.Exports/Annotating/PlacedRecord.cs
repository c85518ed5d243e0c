using System.Collections.Immutable;
using Parley.Records;

namespace Parley.Exports.Annotating;

/// <summary>A record, or a piece of one, as a layer of spans has it: each piece is an annotation of its own with the same record.</summary>
/// <param name="Span">Where it stands, in UTF-16 code units.</param>
/// <param name="Number">Its number in the file, from 1.</param>
/// <param name="Label">Its label.</param>
/// <param name="Links">Roles and ids of other records, for people: <c>Doer a1 a2, Target a3</c>; empty for none.</param>
/// <param name="Record">Its id.</param>
/// <param name="Status">How a deed stands; empty for other records.</param>
internal sealed record PlacedRecord(Span Span, int Number, string Label, string Links, string Record, string Status)
{
    /// <summary>All pieces of some records, in the order of the records.</summary>
    public static List<PlacedRecord> Of(ImmutableArray<Annotated> records)
    {
        var placed = new List<PlacedRecord>();
        foreach (var record in records)
        foreach (var span in record.Spans)
            placed.Add(
                new PlacedRecord(
                    span,
                    placed.Count + 1,
                    record.Label,
                    string.Join(
                        ", ",
                        record.Links.Where(link => !link.Ids.IsEmpty).Select(link => $"{link.Role} {string.Join(' ', link.Ids)}")
                    ),
                    record.Id,
                    record.Status ?? ""
                )
            );
        return placed;
    }
}
