using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;

namespace Parley.Corrections;

/// <summary>One entry of the log of corrections: who says what of which record, when and why. Entries are added and never changed.</summary>
public sealed record Correction
{
    /// <summary>What is said.</summary>
    public required CorrectionVerb Verb { get; init; }

    /// <summary>Who says it.</summary>
    public required string By { get; init; }

    /// <summary>When, as an ISO 8601 instant in UTC.</summary>
    public required string At { get; init; }

    /// <summary>Why, in the person's own words; empty where none were given.</summary>
    public string Why { get; init; } = "";

    /// <summary>The records it is about: one, or two for <see cref="CorrectionVerb.Merge"/> and <see cref="CorrectionVerb.Split"/>; none where <see cref="Subject"/> is.</summary>
    public ImmutableArray<RecordKey> Targets { get; init; } = [];

    /// <summary>Id of the joined undertaking that is decided; else null.</summary>
    public string? Subject { get; init; }

    /// <summary>The field that is edited, as JSON names it; null for other verbs.</summary>
    public string? Field { get; init; }

    /// <summary>The new value of the field as JSON, or the state that is decided; else null.</summary>
    public string? Value { get; init; }

    /// <summary>What the machine had there at the time, as JSON, or the state before; null where that says nothing.</summary>
    public string? Was { get; init; }

    /// <summary>Id of the correction, or of the batch, that is taken back; null for other verbs.</summary>
    public string? Undoes { get; init; }

    /// <summary>What corrections of one call have in common, so that they can be undone together; null where there was one alone.</summary>
    public string? Batch { get; init; }

    /// <summary><c>c</c> and twelve digits of the hash of all the rest: the same wherever the log is taken.</summary>
    [JsonIgnore]
    public string Id => Hash();

    private string Hash()
    {
        var text = new StringBuilder();
        foreach (var target in Targets)
            text.Append(target.Article).Append(' ').Append(target.Kind).Append(' ').Append(target.Span).Append('\n');
        string?[] parts = [Verb.ToString(), By, At, Why, Subject, Field, Value, Undoes];
        text.AppendJoin('\u001f', parts);
        return "c" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..12];
    }
}
