using System.Text.Json.Serialization;
using Parley.Assessments;
using Parley.Web.Adding;
using Parley.Web.Correcting;
using Parley.Web.Queue;

namespace Parley.Web.Api;

/// <summary>The API's answers as JSON: every field written, null where unknown, <c>[]</c> where there is none. Each resource adds its types here.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ApiError))]
[JsonSerializable(typeof(ApiItem<AddingProgress>))]
[JsonSerializable(typeof(ApiItem<CorrectionAnswer>))]
[JsonSerializable(typeof(ApiList<AddingProgress>))]
[JsonSerializable(typeof(ApiList<BoardEntry>))]
[JsonSerializable(typeof(ApiList<CorrectionItem>))]
[JsonSerializable(typeof(ApiList<QueueItem>))]
[JsonSerializable(typeof(CorrectionRequest))]
[JsonSerializable(typeof(ApiItem<UndertakingAccount>))]
internal sealed partial class ApiJson : JsonSerializerContext
{
    private static readonly ApiJson s_readable = new(
        new System.Text.Json.JsonSerializerOptions
        {
            PropertyNamingPolicy = System.Text.Json.JsonNamingPolicy.CamelCase,
            Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        }
    );

    /// <summary>Letters beyond ASCII as they are: the answers are no part of any HTML.</summary>
    public static ApiJson Readable => s_readable;
}
