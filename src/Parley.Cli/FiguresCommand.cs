using System.Collections.Immutable;
using System.CommandLine;
using Parley.Answers;
using Parley.Cli.Views;
using Parley.Tallies;

namespace Parley.Cli;

/// <summary><c>parley figures</c>: counts over time, side by side by who counts.</summary>
internal static class FiguresCommand
{
    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var query = new LedgerQuery();
        var command = new Command(
            "figures",
            "Shows counts over time: each number with who counts it and what superseded it; none is added or averaged."
        );
        query.AddTo(command);
        command.SetAction(call =>
        {
            var (session, question) = (Session.Of(call), query.Of(call));
            var readings = question.Readings();
            var all = FigureAnswer.Of(readings);
            question.CheckParty(readings, all.SelectMany(series => series.Values).Select(value => (value.Side, (string?)value.Counter)));
            ImmutableArray<FigureAnswer> figures = [.. all.Where(series => series.IsAsked(question))];
            if (question.Json)
                LedgerJson.Write(session, figures);
            else
                Write(new Sheet(session), figures, EmptyLedger.Why(readings.Length, question, "figure"));
            return ExitCode.Done;
        });
        return command;
    }

    private static void Write(Sheet sheet, ImmutableArray<FigureAnswer> figures, string empty)
    {
        if (figures.IsEmpty)
            sheet.Plain(empty);
        for (var at = 0; at < figures.Length; at++)
        {
            if (at > 0)
                sheet.Blank();
            var series = figures[at];
            string?[] head = [series.Name(), series.Place ?? "place not told", series.Day ?? "day not told"];
            sheet.Head(string.Join(" · ", head.OfType<string>()));
            foreach (var value in series.Values)
                Write(sheet, value);
        }
    }

    private static void Write(Sheet sheet, FigureValue value)
    {
        string?[] facts =
        [
            $"{value.Words} by {value.Counter}{(value.Side is null ? "" : $" ({value.Side})")}",
            value.Standing == FigureStanding.Newest ? null : value.Standing.ToString().ToLowerInvariant(),
            value.Before is { } before ? System.FormattableString.Invariant($"before {before:#,0.##}") : null,
            value.PartOf is { } whole ? $"part of {whole}" : null,
        ];
        sheet.Line("count", string.Join(" · ", facts.OfType<string>()));
        sheet.Quote("", value.Citation);
        if (!value.Also.IsEmpty)
            sheet.Line("", $"also in {string.Join("; ", value.Also.Select(Sheet.Where))}");
    }
}
