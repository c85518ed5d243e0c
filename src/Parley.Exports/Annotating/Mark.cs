using System.Collections.Immutable;
using Parley.Records;

namespace Parley.Exports.Annotating;

/// <summary>An annotation as a file has it.</summary>
/// <param name="Tag">What tells it apart in its file.</param>
/// <param name="Label">Its label.</param>
/// <param name="Spans">Where it stands, in UTF-16 code units; none overlap.</param>
/// <param name="Status">How the deed stands; null where it has none.</param>
/// <param name="Links">Roles and the tags of the annotations that it links to.</param>
internal sealed record Mark(
    string Tag,
    string Label,
    ImmutableArray<Span> Spans,
    string? Status,
    ImmutableArray<(string Role, string Tag)> Links
)
{
    /// <summary>The tags of one role, in order.</summary>
    public ImmutableArray<string> Of(string role) => [.. Links.Where(link => link.Role == role).Select(link => link.Tag)];

    /// <summary>Pieces of a text as one span each, where nothing but white space parts them.</summary>
    public static ImmutableArray<Span> Joined(string text, IEnumerable<Span> pieces)
    {
        var joined = new List<Span>();
        foreach (var piece in pieces.Order())
            if (joined is [.., var last] && last.End <= piece.Start && text.AsSpan(last.End, piece.Start - last.End).IsWhiteSpace())
                joined[^1] = new Span(last.Start, piece.End);
            else
                joined.Add(piece);
        return [.. joined];
    }
}
