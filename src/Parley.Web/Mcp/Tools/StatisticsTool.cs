using System.Collections.Immutable;
using System.ComponentModel;
using System.Globalization;
using ModelContextProtocol.Server;

namespace Parley.Web.Mcp.Tools;

/// <summary><c>parley_ledger_stats</c>: how much there is.</summary>
[McpServerToolType]
internal sealed class StatisticsTool(ToolDesk desk)
{
    /// <summary>The tool.</summary>
    [McpServerTool(
        Name = "parley_ledger_stats",
        Title = "How much there is",
        ReadOnly = true,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Description(
        "How much the ledger holds: articles, records by kind, the models that read them, corrections. Ask it first to know what can be answered."
    )]
    public Task<ToolAnswer> Run(CancellationToken cancel = default) =>
        desk.Ask(
            ledger =>
            {
                var statistics = ledger.Statistics();
                ImmutableArray<ToolRecord> counts =
                [
                    Count("articles", statistics.Articles, "in force"),
                    Count("older versions", statistics.Superseded, "superseded"),
                    Count("removed articles", statistics.Removed, "removed"),
                    .. statistics.Records.Select(pair => Count(pair.Kind + "s", pair.Count, "in force")),
                    .. statistics.Runs.Select(pair => Count($"read by {pair.Run.Model}", pair.Readings, "in force")),
                    Count("corrections", statistics.Corrections, "logged"),
                ];
                return desk.Answer(
                    ledger,
                    ToolDesk.Question(null),
                    counts,
                    "counts of the ledger's tables",
                    $"{statistics.Articles} articles."
                );
            },
            cancel
        );

    private static ToolRecord Count(string name, long number, string status) =>
        new()
        {
            Id = name,
            Kind = "count",
            What = string.Create(CultureInfo.InvariantCulture, $"{number} {name}"),
            Quote = null,
            Span = null,
            Source = null,
            Status = status,
            Confidence = null,
            Facts = [new ToolFact("number", number.ToString(CultureInfo.InvariantCulture))],
        };
}
