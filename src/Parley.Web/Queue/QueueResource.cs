using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Parley.Answers;
using Parley.Corrections;
using Parley.Web.Access;
using Parley.Web.Api;
using Parley.Web.Correcting;
using Parley.Web.Paging;

namespace Parley.Web.Queue;

/// <summary><c>/api/v1/queue</c>: what to check first.</summary>
internal static class QueueResource
{
    private static readonly ApiTable<QueueItem> s_table = new(
        item => item.Record,
        ("record", item => item.Record),
        ("kind", item => item.Kind),
        ("words", item => item.Words),
        ("article", item => item.Article),
        ("start", item => item.Start),
        ("end", item => item.End),
        ("confidence", item => item.Confidence),
        ("undertaking", item => item.Undertaking),
        ("party", item => item.Party),
        ("topic", item => item.Topic),
        ("from", item => item.From),
        ("to", item => item.To),
        ("rank", item => item.Rank)
    );

    /// <summary>Adds the address.</summary>
    public static void Map(IEndpointRouteBuilder routes) =>
        new ApiRoute
        {
            Id = "queue",
            Path = "/queue",
            Summary = "Records to check, by how unsure they are and how much hangs on them; without those that were passed over.",
            Answer = typeof(ApiList<QueueItem>),
            Table = s_table,
            Parameters = ApiParameters.OfQuestions,
        }.Get(routes, Get);

    private static async Task<IResult> Get(HttpContext http, Workbench bench, SkipList skips)
    {
        var state = PageState.Of(http.Request.Query);
        var (entries, day) = await bench.Ask(
            ledger =>
                (
                    QueuePage.Waiting(QueueAnswer.Of(ledger, state, null).Entries, skips.InForce, ledger.Corrections()),
                    Judgement.Day(ledger, state.AsOf, bench.Now)
                ),
            http.RequestAborted
        );
        return ApiAnswer.List(http, day, [.. entries.Select(QueueItem.Of)], s_table);
    }
}

/// <summary>A record to check.</summary>
/// <param name="Record">Its name, which corrections take.</param>
/// <param name="Article">Id of its article.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Words">The words of its evidence.</param>
/// <param name="Start">Where they begin.</param>
/// <param name="End">Where they end.</param>
/// <param name="Confidence">How sure it is, 0 to 1.</param>
/// <param name="Undertaking">Id of the undertaking that hangs on it.</param>
/// <param name="Party">Code of that one's side.</param>
/// <param name="Topic">What that one is about.</param>
/// <param name="From">How that one stands.</param>
/// <param name="To">How it would stand if the record is wrong; null where it would not be there.</param>
/// <param name="Rank">Uncertainty × consequence.</param>
internal sealed record QueueItem(
    string Record,
    string Article,
    string Kind,
    string Words,
    int Start,
    int End,
    double Confidence,
    string Undertaking,
    string? Party,
    string? Topic,
    string From,
    string? To,
    double Rank
)
{
    /// <summary>An entry of the queue.</summary>
    public static QueueItem Of(QueueEntry entry)
    {
        var (check, key) = (entry.Check, entry.Check.Record);
        return new QueueItem(
            RecordCard.NameOf(key.Article, key.Id),
            key.Article,
            CorrectionJson.Spell(key.Kind),
            key.Words,
            key.Span.Start,
            key.Span.End,
            check.Confidence,
            check.Undertaking,
            entry.Party,
            entry.Topic,
            check.From,
            check.To,
            entry.Rank
        );
    }
}
