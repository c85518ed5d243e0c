using Parley.Records;

namespace Parley.Intake;

/// <summary>One text as it lies in its file, not yet decoded, or the reason why there is none.</summary>
/// <param name="Name">The file, <c>-</c> for standard input, or file and line (<c>news.jsonl:17</c>).</param>
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

    /// <summary>An input that cannot be read.</summary>
    public static RawInput Failed(string name, Problem problem) => new(name, RawKind.Text, default, problem);
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
}
