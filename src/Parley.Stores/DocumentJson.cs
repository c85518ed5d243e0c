using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Parley.Records;

namespace Parley.Stores;

/// <summary>What a document was besides its text, as JSON.</summary>
[JsonSerializable(typeof(SourceDocument))]
internal sealed partial class DocumentJson : JsonSerializerContext
{
    private static readonly DocumentJson s_json = new(
        new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        }
    );

    /// <summary>The document without its text, which the ledger has.</summary>
    public static string Write(SourceDocument document) => JsonSerializer.Serialize(document with { Text = "" }, s_json.SourceDocument);

    /// <summary>The document again.</summary>
    public static SourceDocument Read(string json, string text) =>
        JsonSerializer.Deserialize(json, s_json.SourceDocument) is { } document
            ? document with
            {
                Text = text,
                Headings = document.Headings.IsDefault ? [] : document.Headings,
            }
            : new SourceDocument { Text = text };
}
