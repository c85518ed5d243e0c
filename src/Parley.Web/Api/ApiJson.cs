using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Parley.Answers;
using Parley.Assessments;
using Parley.Chronicle;
using Parley.Claims;
using Parley.Ledger;
using Parley.Negotiations;
using Parley.Web.Adding;
using Parley.Web.Correcting;
using Parley.Web.Queue;

namespace Parley.Web.Api;

/// <summary>The API's answers as JSON: every field written, null where unknown, <c>[]</c> where there is none. Each resource adds its types here.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ApiError))]
[JsonSerializable(typeof(ApiReading))]
[JsonSerializable(typeof(ApiList<ApiFound>))]
[JsonSerializable(typeof(ApiList<ApiOutlet>))]
[JsonSerializable(typeof(ApiItem<ApiStatistics>))]
[JsonSerializable(typeof(ApiList<ArticleEntry>))]
[JsonSerializable(typeof(ApiList<BoardEntry>))]
[JsonSerializable(typeof(ApiList<ClaimEntry>))]
[JsonSerializable(typeof(ApiItem<ClaimEntry>))]
[JsonSerializable(typeof(ApiList<FigureAnswer>))]
[JsonSerializable(typeof(ApiList<LedgerChange>))]
[JsonSerializable(typeof(ApiList<PositionCourse>))]
[JsonSerializable(typeof(ApiList<ProposalThread>))]
[JsonSerializable(typeof(ApiList<Story>))]
[JsonSerializable(typeof(ApiList<TimelineEntry>))]
[JsonSerializable(typeof(ApiItem<AddingProgress>))]
[JsonSerializable(typeof(ApiItem<CorrectionAnswer>))]
[JsonSerializable(typeof(ApiList<AddingProgress>))]
[JsonSerializable(typeof(ApiList<CorrectionItem>))]
[JsonSerializable(typeof(ApiList<QueueItem>))]
[JsonSerializable(typeof(CorrectionRequest))]
[JsonSerializable(typeof(ApiItem<UndertakingAccount>))]
internal sealed partial class ApiJson : JsonSerializerContext
{
    private static readonly ApiJson s_readable = new(
        new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        }
    );

    private static readonly ApiJson s_requests = new(
        new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        }
    );

    /// <summary>Letters beyond ASCII as they are: the answers are no part of any HTML.</summary>
    public static ApiJson Readable => s_readable;

    /// <summary>What callers send: a field that there is not is refused, not passed over.</summary>
    public static ApiJson Requests => s_requests;
}
