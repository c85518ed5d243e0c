using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Parley.Corrections;

namespace Parley.Cli;

/// <summary>Something to check.</summary>
/// <param name="Record">The record.</param>
/// <param name="IfRight">True where the record does not count now and would if it were right; false where it counts and may be wrong.</param>
/// <param name="Confidence">How sure the record is, 0 to 1.</param>
/// <param name="Undertaking">Id of the undertaking whose standing hangs on it.</param>
/// <param name="From">How the undertaking stands now.</param>
/// <param name="To">How it would stand; null where it would not be there.</param>
internal sealed record QueueEntry(RecordKey Record, bool IfRight, double Confidence, string Undertaking, string From, string? To)
{
    private static readonly QueueJson s_json = new(
        new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        }
    );

    /// <summary>"if wrong, u3 goes from supported to claimed".</summary>
    [JsonIgnore]
    public string Consequence =>
        $"if {(IfRight ? "right" : "wrong")}, {Undertaking} {(To is null ? $"is no undertaking ({From} now)" : $"goes from {From} to {To}")}";

    /// <summary>As JSON on one line.</summary>
    public static string Write(QueueEntry entry) => JsonSerializer.Serialize(entry, s_json.QueueEntry);

    /// <summary>What <see cref="Write"/> wrote.</summary>
    public static QueueEntry Read(string json) => JsonSerializer.Deserialize(json, s_json.QueueEntry)!;
}

/// <summary>The form of <see cref="QueueEntry"/>.</summary>
[JsonSerializable(typeof(QueueEntry))]
internal sealed partial class QueueJson : JsonSerializerContext;
