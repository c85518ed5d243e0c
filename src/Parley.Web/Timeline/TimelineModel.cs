using System.Collections.Immutable;
using Parley.Answers;
using Parley.Assessments;
using Parley.Chronicle;

namespace Parley.Web.Timeline;

/// <summary>What the timeline shows in a window: lanes by party, each in columns of days.</summary>
public sealed class TimelineModel
{
    private const int MostColumns = 40;
    private const int MostDaysOfMeetings = 3;
    private const int MostLanes = 8;

    private static readonly string[] s_ended = ["kept", "lapsed", "withdrawn", "revoked", "void", "superseded"];

    /// <summary>A model.</summary>
    /// <param name="all">All words and deeds that are asked for, in the order of days.</param>
    /// <param name="board">The undertakings that are asked for.</param>
    /// <param name="articles">How many articles were published on each day.</param>
    /// <param name="window">The days to show.</param>
    /// <param name="day">The ISO day as of which undertakings are judged.</param>
    public TimelineModel(
        ImmutableArray<DatedEntry> all,
        ImmutableArray<BoardEntry> board,
        ImmutableDictionary<DateOnly, int> articles,
        TimelineWindow window,
        string day
    )
    {
        (Window, Day) = (window, TimelineWindow.Parse(day) ?? window.Until);
        DaysOfColumn = (window.Days + MostColumns - 1) / MostColumns;
        Columns = Math.Max(1, (window.Days + DaysOfColumn - 1) / DaysOfColumn);
        var counts = new int[Columns];
        foreach (var (published, count) in articles)
            if (window.Holds(published))
                counts[ColumnOf(published)] += count;
        Articles = [.. counts];
        Whole = TimelineWindow.Whole(all.Select(entry => entry.Day), window);
        Entries = [.. all.Where(entry => window.Holds(entry.Day))];
        Outside = all.Length - Entries.Length;
        var shown = board.Where(IsInWindow).ToLookup(entry => entry.Side, StringComparer.Ordinal);
        var sides = Entries
            .Where(entry => entry.Entry.Side is not null)
            .GroupBy(entry => entry.Entry.Side!, StringComparer.Ordinal)
            .OrderByDescending(side => side.Count() + 3 * shown[side.Key].Count())
            .ThenBy(side => side.Key, StringComparer.Ordinal)
            .ToList();
        var unnamed = Entries.Where(entry => entry.Entry.Side is null).ToImmutableArray();
        ImmutableArray<TimelineLane> lanes =
        [
            .. sides
                .Take(MostLanes)
                .Select(side => new TimelineLane(
                    side.Key,
                    PartyNames.Of(side.Key, side.Select(entry => entry.Entry.Party)),
                    [.. side],
                    [.. shown[side.Key].OrderBy(entry => entry.Since ?? "9999", StringComparer.Ordinal)]
                ))
                .OrderBy(lane => lane.Name, StringComparer.Ordinal),
        ];
        Lanes = unnamed.IsEmpty ? lanes : lanes.Add(new TimelineLane(null, "Not told", unnamed, []));
        Others =
        [
            .. sides
                .Skip(MostLanes)
                .Select(side => (side.Key, PartyNames.Of(side.Key, side.Select(entry => entry.Entry.Party)), side.Count()))
                .OrderBy(side => side.Item2, StringComparer.Ordinal),
        ];
    }

    /// <summary>The days that are shown.</summary>
    public TimelineWindow Window { get; }

    /// <summary>The days of all entries.</summary>
    public TimelineWindow Whole { get; }

    /// <summary>The day as of which undertakings are judged.</summary>
    public DateOnly Day { get; }

    /// <summary>How many days one column has.</summary>
    public int DaysOfColumn { get; }

    /// <summary>Number of columns.</summary>
    public int Columns { get; }

    /// <summary>The words and deeds in the window.</summary>
    public ImmutableArray<DatedEntry> Entries { get; }

    /// <summary>The meetings and talks among them that are told as done; none where a column has so many days that nearly all would have some.</summary>
    public IEnumerable<DatedEntry> Meetings =>
        DaysOfColumn > MostDaysOfMeetings
            ? []
            : Entries.Where(entry => entry.Entry is { Track: "deed", What: "CONSULT", Status: ['d', 'o', 'n', 'e', ..] });

    /// <summary>How many lie outside of it.</summary>
    public int Outside { get; }

    /// <summary>The lanes by name, that of nobody known last.</summary>
    public ImmutableArray<TimelineLane> Lanes { get; }

    /// <summary>Parties without a lane: code, name, number of entries.</summary>
    public ImmutableArray<(string Side, string Name, int Entries)> Others { get; }

    /// <summary>How many articles were published on the days of each column.</summary>
    public ImmutableArray<int> Articles { get; }

    /// <summary>The column of a day.</summary>
    public int ColumnOf(DateOnly day) => (day.DayNumber - Window.From.DayNumber) / DaysOfColumn;

    /// <summary>The days of a column.</summary>
    public TimelineWindow ColumnDays(int column)
    {
        var first = Window.From.DayNumber + column * DaysOfColumn;
        var last = Math.Min(first + DaysOfColumn - 1, Window.Until.DayNumber);
        return new TimelineWindow(DateOnly.FromDayNumber(first), DateOnly.FromDayNumber(last));
    }

    private bool IsInWindow(BoardEntry entry) =>
        (TimelineWindow.Parse(entry.Since) ?? Told(entry)) is { } start && start <= Window.Until && EndOf(entry) >= Window.From;

    /// <summary>The last day of an undertaking: that of its own words, or on which it was ended; the day of judgement while it holds.</summary>
    public DateOnly EndOf(BoardEntry entry) =>
        TimelineWindow.Parse(entry.Until)
        ?? (s_ended.Contains(entry.State) && entry.History is [.., var last] ? TimelineWindow.Parse(last.At) : null)
        ?? Day;

    /// <summary>The day on which an undertaking was first told; null when unknown.</summary>
    public static DateOnly? Told(BoardEntry entry) => TimelineWindow.Parse(entry.ToldBy.Min(telling => telling.Published));
}

/// <summary>A word or deed on the day where it stands.</summary>
/// <param name="Day">The day by the clock that is chosen.</param>
/// <param name="Entry">It itself.</param>
public sealed record DatedEntry(DateOnly Day, TimelineEntry Entry);

/// <summary>The lane of a party.</summary>
/// <param name="Side">Its code; null where nobody is told.</param>
/// <param name="Name">Its name.</param>
/// <param name="Entries">Its words and deeds in the window.</param>
/// <param name="Undertakings">Its undertakings in the window.</param>
public sealed record TimelineLane(string? Side, string Name, ImmutableArray<DatedEntry> Entries, ImmutableArray<BoardEntry> Undertakings);
