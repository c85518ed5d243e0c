using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Parley.Answers;
using Parley.Corrections;
using Parley.Ledger;
using Parley.Web.Access;
using Parley.Web.Correcting;
using Parley.Web.Paging;
using Parley.Web.Server;

namespace Parley.Web.Queue;

/// <summary>
/// <c>/queue</c>: what to check first, one card at a time; <c>record=3c0ea192/e4</c> is the card of any record, <c>back=/articles/3c0ea192#e4</c>
/// where to go after it, <c>view=list</c> all of them with boxes to tick.
/// </summary>
internal static class QueuePage
{
    /// <summary>The most entries that are counted and listed.</summary>
    private const int Most = 500;

    /// <summary>Adds the address.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/queue", Get);

    private static Task<IResult> Get(HttpContext http, Workbench bench, SkipList skips) =>
        Page(http, bench, skips, http.Request.Query["record"].ToString(), null);

    /// <summary>The card of a record with what was wrong about an answer to it.</summary>
    public static Task<IResult> Again(HttpContext http, Workbench bench, SkipList skips, string record, ProblemException fault)
    {
        http.Response.StatusCode = fault.Status;
        return Page(http, bench, skips, record, fault);
    }

    private static async Task<IResult> Page(HttpContext http, Workbench bench, SkipList skips, string asked, ProblemException? fault)
    {
        var frame = (await bench.Frame(http, Section.Queue)) with { Path = "/queue" };
        var isList = http.Request.Query["view"] == "list";
        var skipped = skips.InForce;
        // What an answer changed elsewhere is made behind the scenes; its own record is known to be answered.
        var asKept = frame.State.AsOf is null;
        var (entries, card, log) = await bench.Ask(
            ledger =>
            {
                var said = ledger.Corrections();
                var all = QueueAnswer.Of(ledger, frame.State, Most, asKept).Entries;
                var waiting = Waiting(all, skipped, said);
                var name =
                    asked.Length > 0 ? asked
                    : isList || waiting.IsEmpty ? null
                    : NameOf(waiting[0]);
                var checks = name is null ? [] : all.Where(one => IsOf(one, name)).ToList();
                return (waiting, name is null ? null : QueueCard.Of(ledger, name, checks, asKept), said);
            },
            http.RequestAborted
        );
        return new PageResult<QueueView>(
            frame,
            (nameof(QueueView.Entries), entries),
            (nameof(QueueView.Card), card),
            (nameof(QueueView.IsList), isList),
            (nameof(QueueView.IsAsked), asked.Length > 0),
            (nameof(QueueView.From), asked.Length > 0 ? From(http) : null),
            (nameof(QueueView.Count), ReviewCount.Of(log, skipped)),
            (nameof(QueueView.Fault), fault),
            (nameof(QueueView.Done), DoneWords.Of(http.Request.Query["done"].ToString(), log, skipped)),
            (nameof(QueueView.IsUndone), http.Request.Query["undone"].ToString().Length > 0)
        );
    }

    /// <summary>The page that the card was asked from; null where it is the queue.</summary>
    private static string? From(HttpContext http) =>
        CorrectionsPage.Local((http.Request.HasFormContentType ? http.Request.Form["back"] : http.Request.Query["back"]).ToString())
            is { } back
        && !back.StartsWith("/queue", StringComparison.Ordinal)
            ? back
            : null;

    /// <summary>One entry for each record, without those that were passed over or answered.</summary>
    internal static ImmutableArray<QueueEntry> Waiting(
        ImmutableArray<QueueEntry> all,
        ImmutableArray<Skip> skipped,
        ImmutableArray<Correction> said
    )
    {
        var passed = skipped.Select(skip => skip.Record).OfType<RecordKey>().Select(Place).ToHashSet();
        foreach (var one in CorrectionLog.InForce(said))
            if (one.Verb is CorrectionVerb.Accept or CorrectionVerb.Reject or CorrectionVerb.Edit && !one.Targets.IsEmpty)
                passed.Add(Place(one.Targets[0]));
        return [.. all.Where(one => !passed.Contains(Place(one.Check.Record))).DistinctBy(one => Place(one.Check.Record))];
    }

    /// <summary>The name of an entry's record in forms and addresses.</summary>
    internal static string NameOf(QueueEntry entry) => RecordCard.NameOf(entry.Check.Record.Article, entry.Check.Record.Id);

    private static bool IsOf(QueueEntry entry, string name) =>
        name.Split('/') is [var article, var id]
        && entry.Check.Record.Id == id
        && entry.Check.Record.Article.StartsWith(article, StringComparison.Ordinal);

    private static (string, RecordKind, Records.Span) Place(RecordKey key) => (key.Article, key.Kind, key.Span);
}
