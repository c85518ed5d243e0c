using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Parley.Corrections;

namespace Parley.Exports.Annotating;

/// <summary>What was exported to an annotation tool: one line a file, against which the changed file is compared.</summary>
/// <param name="File">The file of annotations.</param>
/// <param name="Article">The article, which is the hash of its text.</param>
/// <param name="Original">What the file held.</param>
/// <param name="Records">The record behind each tag.</param>
internal sealed record AnnotationBaseline(
    string File,
    string Article,
    string Original,
    ImmutableSortedDictionary<string, RecordKey> Records
)
{
    /// <summary>The file of baselines beside the annotations.</summary>
    public const string FileName = "parley-baseline.jsonl";

    /// <summary>Its line.</summary>
    public string Line() => JsonSerializer.Serialize(this, AnnotationBaselineJson.Lines.AnnotationBaseline);

    /// <summary>Reads what <see cref="Line"/> wrote; null where the line is none.</summary>
    public static AnnotationBaseline? Read(string line)
    {
        try
        {
            return
                JsonSerializer.Deserialize(line, AnnotationBaselineJson.Lines.AnnotationBaseline)
                    is { File: not null, Article: not null, Original: not null, Records: not null } read
                ? read
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
