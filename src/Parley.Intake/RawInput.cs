using System.Collections.Immutable;
using Parley.Intake.Tables;
using Parley.Records;

namespace Parley.Intake;

/// <summary>One text as it lies in its file, not yet decoded, or the reason why there is none.</summary>
/// <param name="Name">The file or address, <c>-</c> for standard input, or file and part of it (<c>news.jsonl:17</c>, <c>news.zip/a.html</c>).</param>
/// <param name="Kind">What its bytes are.</param>
/// <param name="Content">The bytes, unpacked; empty when there is a problem.</param>
/// <param name="Problem">Why there is nothing to read; null when there is.</param>
public sealed record RawInput(string Name, RawKind Kind, ReadOnlyMemory<byte> Content, Problem? Problem = null)
{
    /// <summary>The most bytes of one text, unpacked: 50 MB.</summary>
    public const int MaxBytes = 50_000_000;

    /// <summary>How much of the whole run's input lies behind this one, 0 to 1; null when the length of the input is unknown.</summary>
    public double? Share { get; init; }

    /// <summary>One of several stories of a page, whose name ends in its number (<c>page.html#2</c>); null for anything else.</summary>
    public SourceDocument? Story { get; init; }

    /// <summary>The article where it stands ready in its file: a row of a table, a message, an item of a feed; its source is null where the name is. Null for anything else.</summary>
    public SourceDocument? Ready { get; init; }

    /// <summary>What is known of it from outside.</summary>
    public InputFacts Facts { get; init; } = InputFacts.None;

    /// <summary>What the user should know of how it was come by.</summary>
    public ImmutableArray<Problem> Notices { get; init; } = [];

    /// <summary>Which fields of a line of JSON hold what.</summary>
    internal ColumnMap Columns { get; init; } = ColumnMap.Lines;

    /// <summary>True for an address whose content is the same as when it was last fetched; nothing was sent, and nothing is to be read.</summary>
    public bool IsUnchanged { get; init; }

    /// <summary>An input that cannot be read.</summary>
    public static RawInput Failed(string name, Problem problem) => new(name, RawKind.Text, default, problem);

    /// <summary>An article that stands ready.</summary>
    internal static RawInput Of(string name, SourceDocument article) => new(name, RawKind.Ready, default) { Ready = article };
}

/// <summary>What the bytes of an input are.</summary>
public enum RawKind
{
    /// <summary>A plain text.</summary>
    Text,

    /// <summary>An HTML page.</summary>
    Page,

    /// <summary>One line of JSON Lines, in UTF-8.</summary>
    JsonLine,

    /// <summary>An article that stands ready; there are no bytes.</summary>
    Ready,

    /// <summary>A PDF file.</summary>
    Pdf,

    /// <summary>A Word document (.docx).</summary>
    Word,

    /// <summary>One e-mail.</summary>
    Mail,
}
