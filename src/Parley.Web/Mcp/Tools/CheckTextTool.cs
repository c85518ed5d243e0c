using System.Collections.Immutable;
using System.ComponentModel;
using System.Globalization;
using ModelContextProtocol.Server;
using Parley.Answers;
using Parley.Claims;
using Parley.Intake;
using Parley.Ledger;
using Parley.Records;
using Parley.Web.Access;
using Parley.Web.Paging;
using Parley.Web.Server;
using Parley.Wording;

namespace Parley.Web.Mcp.Tools;

/// <summary><c>parley_check_text</c>: reads a text now, and holds its claims against the ledger.</summary>
[McpServerToolType]
internal sealed class CheckTextTool(ToolDesk desk, TextReading texts)
{
    /// <summary>Far above any article; a whole book is for parley add.</summary>
    private const int MostCharacters = 100_000;

    /// <summary>Claims are held against reports of so many days around the text's own.</summary>
    private const int DaysAround = 60;

    /// <summary>The tool.</summary>
    [McpServerTool(Name = "parley_check_text", Title = "Read a text now", ReadOnly = true, OpenWorld = false, UseStructuredContent = true)]
    [Description(
        "Reads a news text now, without keeping it: who said, did, promised and demanded what, each with its sentence. Each claim in it is held against the ledger: who else tells it, who the contrary, or that it is unverified and when was last looked."
    )]
    public Task<ToolAnswer> Run(
        [Description("The text in English, at most 100,000 characters.")] string text,
        [Description("ISO day of publication; weekdays are counted from it.")] string? published = null,
        [Description("Who published it.")] string? publisher = null,
        [Description("The headline.")] string? title = null,
        [Description("fast, or accurate (better, some seconds for a long text).")] string model = "fast",
        [Description("The most records, 1 to 50.")] int limit = 50,
        [Description("The next of the answer before.")] string? cursor = null,
        CancellationToken cancel = default
    ) =>
        desk.Guard(async () =>
        {
            var page = ToolPage.Of(cursor, limit);
            var day = PageState.Day("published", ToolDesk.Word(published));
            var reading = Read(text, day, publisher, title, model);
            return await desk.Bench.Ask(ledger => Answer(ledger, reading, page, model), cancel);
        });

    private Reading Read(string text, string? published, string? publisher, string? title, string model)
    {
        if (string.IsNullOrWhiteSpace(text))
            throw ProblemException.Field("text", Problems.Empty("the text"));
        if (text.Length > MostCharacters)
            throw ProblemException.Field("text", WebProblems.BadRequest($"a text has at most {MostCharacters} characters"));
        return texts
            .Reader(model)
            .Read(
                new SourceDocument
                {
                    Text = text,
                    Published = published,
                    Publisher = ToolDesk.Word(publisher),
                    Title = ToolDesk.Word(title),
                }
            );
    }

    private ToolAnswer Answer(ILedger ledger, Reading reading, ToolPage page, string model)
    {
        var question = ToolDesk.Question(null);
        var standings = Standings(ledger, reading);
        ImmutableArray<Entry> entries = [.. ReadingEntries.Of(reading).Where(entry => entry.Kind != EntryKind.Setting)];
        var coverage = desk.Coverage(ledger, null);
        var told = standings.Values.Count(claim => claim.Reports > 1);
        var answer = desk.Answer(
            ledger,
            question,
            entries,
            entry => entry.Id,
            page,
            $"the text was read now by the {model} model and is not kept; its claims are compared with reports of {DaysAround} days around it",
            entry => Record(reading, entry, standings, coverage),
            () => ""
        );
        return answer with
        {
            Answer = string.Create(
                CultureInfo.InvariantCulture,
                $"{entries.Length} records, {standings.Count} of them claims: {told} told elsewhere in the ledger, {standings.Count - told} unverified (last looked {coverage.LastLooked ?? "never"})."
            ),
        };
    }

    private static ToolRecord Record(Reading reading, Entry entry, Dictionary<string, ClaimEntry> standings, ToolCoverage coverage)
    {
        var record = ToolRecords.Of(reading, entry) with { Id = entry.Id };
        if (!standings.TryGetValue(entry.Id, out var claim))
            return record;
        var isTold = claim.Reports > 1;
        return record with
        {
            Status = isTold ? claim.Status : $"unverified, last looked {coverage.LastLooked ?? "never"}",
            Counts = new ToolCounts(claim.Reports, claim.Outlets, claim.Origins),
            Facts =
            [
                .. record.Facts,
                .. new ToolFacts()
                    .Add("as told in the text", entry.Status)
                    .Add("claim", isTold ? claim.Id : null)
                    .Add("supported by", Others(claim.Supports, reading))
                    .Add("contradicted by", Others(claim.Contradicts, reading))
                    .All,
            ],
        };
    }

    private static IEnumerable<string> Others(ImmutableArray<ClaimOrigin> origins, Reading reading) =>
        origins
            .SelectMany(origin => origin.CarriedBy.Prepend(origin.Quote))
            .Where(citation => citation.Article != reading.Article.Id)
            .Select(citation => $"{citation.Outlet} {citation.Published} ({citation.Id}): “{citation.Sentence}”");

    /// <summary>The claims of the text by the record that tells them, joined with those of the ledger.</summary>
    private static Dictionary<string, ClaimEntry> Standings(ILedger ledger, Reading reading)
    {
        var day = ReadingOrder.Day(reading);
        var around = new ReadingQuery { From = Around(day, -DaysAround), Until = Around(day, DaysAround) };
        var readings = ReadingOrder.Sort(ledger.Readings(around).Where(other => other.Article.Id != reading.Article.Id).Append(reading));
        return ClaimAssessor
            .Assess(readings)
            .SelectMany(claim =>
                claim
                    .Claim.Tellings.Where(telling => telling.Reading.Article.Id == reading.Article.Id)
                    .Select(telling => (telling.Record, Claim: ClaimEntries.Of(claim)))
            )
            .GroupBy(pair => pair.Record, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First().Claim, StringComparer.Ordinal);
    }

    private static string? Around(string? day, int days) =>
        day is null
            ? null
            : DateOnly
                .ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture)
                .AddDays(days)
                .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
