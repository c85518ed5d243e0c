using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Parley.Corrections;

namespace Parley.Assessments;

/// <summary>A record to check, since the standing of an undertaking hangs on it.</summary>
/// <param name="Record">The record.</param>
/// <param name="Confidence">How sure it is, 0 to 1.</param>
/// <param name="Undertaking">Id of the undertaking.</param>
/// <param name="From">How the undertaking stands.</param>
/// <param name="To">How it would stand if the record is wrong; null where it would not be there.</param>
/// <param name="Rank">Uncertainty × consequence; greater is more urgent.</param>
public sealed record Check(RecordKey Record, double Confidence, string Undertaking, string From, string? To, double Rank)
{
    private static readonly CheckJson s_json = new(
        new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        }
    );

    /// <summary>"if wrong, u3 goes from supported to unverified".</summary>
    [JsonIgnore]
    public string Consequence =>
        To is null ? $"if wrong, {Undertaking} is no undertaking ({From} now)" : $"if wrong, {Undertaking} goes from {From} to {To}";

    /// <summary>As JSON on one line.</summary>
    public string Write() => JsonSerializer.Serialize(this, s_json.Check);

    /// <summary>What <see cref="Write"/> wrote.</summary>
    public static Check Read(string json) => JsonSerializer.Deserialize(json, s_json.Check)!;
}

/// <summary>The form of <see cref="Check"/>.</summary>
[JsonSerializable(typeof(Check))]
internal sealed partial class CheckJson : JsonSerializerContext;
