using System.Collections.Immutable;
using System.CommandLine;
using Parley.Answers;
using Parley.Chronicle;
using Parley.Cli.Views;
using Parley.Wording;

namespace Parley.Cli;

/// <summary><c>parley timeline</c>: words above deeds, day by day.</summary>
internal static class TimelineCommand
{
    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var query = new LedgerQuery();
        var command = new Command(
            "timeline",
            "Shows day by day what was said, and below it what was done, each with when it was said, happened and was reported."
        );
        query.AddTo(command);
        command.SetAction(call =>
        {
            var (session, question) = (Session.Of(call), query.Of(call));
            var readings = question.Readings();
            var all = Timeline.Of(readings);
            question.CheckParty(readings, all.Select(entry => (entry.Side, entry.Party)));
            var entries = TimelineAnswer.Chosen(all, question);
            if (question.Json)
                LedgerJson.Write(session, entries);
            else
                Write(new Sheet(session), entries, EmptyLedger.Why(readings.Length, question, "entry", "entries"));
            return ExitCode.Done;
        });
        return command;
    }

    private static void Write(Sheet sheet, ImmutableArray<TimelineEntry> entries, string empty)
    {
        if (entries.IsEmpty)
            sheet.Plain(empty);
        var isFirst = true;
        foreach (var day in entries.GroupBy(entry => entry.Day))
        {
            if (!isFirst)
                sheet.Blank();
            isFirst = false;
            sheet.Head(day.Key is { } known ? PlainTime.Of(known) ?? known : "day not known");
            foreach (var track in day.GroupBy(entry => entry.Track, StringComparer.Ordinal))
            {
                sheet.Plain(track.Key == "word" ? " words" : " deeds");
                foreach (var entry in track)
                    Write(sheet, entry);
            }
        }
    }

    private static void Write(Sheet sheet, TimelineEntry entry)
    {
        string?[] facts =
        [
            $"{entry.Party ?? (entry.Track == "deed" ? "doer not told" : "someone unnamed")}: {entry.What}{(entry.Status is null ? "" : $", {entry.Status}")}",
            entry.Place,
        ];
        sheet.Plain($"  {string.Join(" · ", facts.OfType<string>())}");
        sheet.Line("", $"“{entry.Words}”");
        string?[] times =
        [
            entry.Said is { } said ? $"said {said}" : null,
            entry.Happened is { } happened ? $"happened {happened}"
            : entry.Track == "deed" ? "happened: day not told"
            : null,
            entry.Reported is { } reported ? $"reported {reported}" : "report undated",
            entry.Reports > 1 ? Sheet.Number(entry.Reports, "report") : null,
            $"{entry.Citation.Outlet} · {entry.Citation.Id}",
        ];
        sheet.Line("", string.Join(" · ", times.OfType<string>()));
    }
}
