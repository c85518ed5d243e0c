using System.Collections.Immutable;
using System.Globalization;
using Parley.Assessments;
using Parley.Claims;
using Parley.Exports.Events;
using Parley.Ledger;
using Parley.Records;

namespace Parley.Exports.Calendar;

/// <summary>Meetings that were held or are planned, and the days on which undertakings begin and end, as iCalendar. Only what has a day on the calendar.</summary>
internal sealed class CalendarFormat : IExportFormat
{
    public string Name => "ics";

    public string Holds => "meetings held and planned, and the days on which undertakings begin and end, as iCalendar";

    public ImmutableArray<string> Endings => [".ics"];

    public string MediaType => "text/calendar";

    public bool IsFolder => false;

    public void Write(ExportSource source, ExportTarget target)
    {
        using var output = target.Open("ledger.ics");
        var calendar = new CalendarWriter(output);
        calendar.Line("BEGIN", "VCALENDAR");
        calendar.Line("VERSION", "2.0");
        calendar.Line("PRODID", "-//Parley//Ledger//EN");
        calendar.Line("CALSCALE", "GREGORIAN");
        foreach (var coded in source.Events)
            if (coded.Record.Type == EventType.Consult && coded.Type is EventType.Consult or EventType.Agree)
                WriteMeeting(calendar, source, coded);
        foreach (var entry in source.Undertakings())
        {
            WriteDay(calendar, source, entry, entry.Since, "begin");
            WriteDay(calendar, source, entry, entry.Until, "end");
        }
        calendar.Line("END", "VCALENDAR");
    }

    private static void WriteMeeting(CalendarWriter calendar, ExportSource source, CodedEvent coded)
    {
        if (DaysOf(coded) is not { } days)
        {
            source.LeaveOut("meetings of no told day");
            return;
        }
        var parties = string.Join(", ", coded.Actors.Concat(coded.Recipients).Select(party => party.Name));
        var place = coded.Place ?? coded.DeedPlace;
        Start(calendar, source, coded.Id, days.From, days.To, sequence: 0);
        calendar.Text("SUMMARY", $"{(coded.IsWord ? "Planned meeting" : "Meeting")}{(parties.Length > 0 ? ": " + parties : "")}");
        calendar.Text("LOCATION", place?.Name);
        if (EventGeo.IsSpot(place))
            calendar.Line("GEO", string.Create(CultureInfo.InvariantCulture, $"{place!.Lat:0.####};{place.Lon:0.####}"));
        calendar.Text(
            "DESCRIPTION",
            string.Join(
                "\n",
                coded.Tellings.Select(told =>
                    $"“{Citation.OneLine(told.Clause.Of(told.Reading.Article.Text))}” {told.Outlet}, {ReadingOrder.Day(told.Reading) ?? "undated"}"
                )
            )
        );
        if (coded.First.Reading.Article.Url is { } url)
            calendar.Line("URL", url);
        calendar.Line("STATUS", coded.IsWord ? "TENTATIVE" : "CONFIRMED");
        calendar.Line("CATEGORIES", "MEETING");
        calendar.Line("TRANSP", "TRANSPARENT");
        calendar.Line("END", "VEVENT");
    }

    /// <summary>The days of a meeting: of a planned one, those that are told for it; null where no day is told.</summary>
    private static (string From, string? To)? DaysOf(CodedEvent coded)
    {
        if (!coded.IsWord)
            return coded.Precision is DatePrecision.Day or DatePrecision.Week ? (coded.Date, coded.EndDate) : null;
        foreach (var told in coded.Tellings)
            if (
                told.Reading.Times.FirstOrDefault(time => time.Id == told.Event.Time) is { Resolved: true } time
                && TimeRange.Of(time.Value) is { IsDay: true } range
            )
                return (range.Day, null);
        return null;
    }

    private static void WriteDay(CalendarWriter calendar, ExportSource source, BoardEntry entry, string? day, string which)
    {
        if (day is not { Length: 10 })
            return;
        Start(calendar, source, $"{entry.Id}-{which}", day, null, entry.History.Length);
        calendar.Text("SUMMARY", $"{entry.Party}: {entry.Kind} {(which == "begin" ? "begins" : "ends")}");
        calendar.Text("LOCATION", string.Join(", ", entry.Area));
        calendar.Text("DESCRIPTION", $"“{entry.Words}” Stands as {entry.State} by {entry.Reports} reports.");
        calendar.Line("STATUS", "CONFIRMED");
        calendar.Line("CATEGORIES", "UNDERTAKING");
        calendar.Line("TRANSP", "TRANSPARENT");
        calendar.Line("END", "VEVENT");
    }

    /// <summary>All days are whole days; the end is the day behind the last one.</summary>
    private static void Start(CalendarWriter calendar, ExportSource source, string id, string from, string? to, int sequence)
    {
        calendar.Line("BEGIN", "VEVENT");
        calendar.Line("UID", id + "@parley");
        calendar.Line("DTSTAMP", source.Stamp.ToString("yyyyMMddTHHmmssZ", CultureInfo.InvariantCulture));
        calendar.Line("SEQUENCE", sequence.ToString(CultureInfo.InvariantCulture));
        calendar.Line("DTSTART;VALUE=DATE", Digits(from));
        calendar.Line(
            "DTEND;VALUE=DATE",
            DateOnly
                .ParseExact(to ?? from, "yyyy-MM-dd", CultureInfo.InvariantCulture)
                .AddDays(1)
                .ToString("yyyyMMdd", CultureInfo.InvariantCulture)
        );
    }

    private static string Digits(string day) => day.Replace("-", "", StringComparison.Ordinal);
}
