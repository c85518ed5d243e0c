using System.Diagnostics;
using System.Globalization;
using Parley.Exports.Tables;
using Parley.Records;

namespace Parley.Bench;

/// <summary>How fast the table of events goes into files: rows are made in memory one by one, so that only the writing counts.</summary>
internal static class ExportSpeed
{
    private const int Articles = 1000;

    /// <summary>Writes so many rows as Parquet, CSV and JSON Lines, and says how long each took.</summary>
    public static void Run(int rows)
    {
        var readings = Enumerable.Range(0, Articles).Select(ReadingOf).ToArray();
        foreach (var form in new ITableForm[] { new ParquetTable(), new CsvTable(), new JsonLinesTable() })
        {
            var file = Path.Combine(Path.GetTempPath(), $"parley-bench-{Environment.ProcessId}{form.Ending}");
            try
            {
                var watch = Stopwatch.StartNew();
                using (var output = new FileStream(file, FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 16))
                    form.Write(RecordTables.EventsTable, Enumerable.Range(0, rows).Select(at => RowOf(readings, at)), output);
                var seconds = watch.Elapsed.TotalSeconds;
                Console.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{form.Ending, -8} {rows:N0} rows of {RecordTables.EventsTable.Columns.Length} columns: {seconds:0.0} s, {new FileInfo(file).Length / 1e6:0.0} MB, peak memory {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:0} MB"
                    )
                );
            }
            finally
            {
                File.Delete(file);
            }
        }
    }

    private static Row<Event> RowOf(Reading[] readings, int at)
    {
        var reading = readings[at / 10 % Articles];
        var start = at % 10 * 40;
        return new Row<Event>(
            reading,
            new Event
            {
                Id = "e" + at.ToString(CultureInfo.InvariantCulture),
                Type = (EventType)(at % 16),
                Mode = at % 3 == 0 ? "aerial" : null,
                Contexts = at % 2 == 0 ? ["military", "territory"] : [],
                Cameo = (at % 2 == 0 ? "0" : "1") + (at % 90 + 10).ToString(CultureInfo.InvariantCulture),
                Goldstein = at % 20 - 10,
                Plover = (EventType)(at % 16),
                Status = (EventStatus)(at % 10),
                Trigger = new Span(start, start + 5),
                Sources = ["a1"],
                Targets = at % 2 == 0 ? ["a2"] : [],
                Place = at % 4 == 0 ? null : "p1",
                Statement = at % 3 == 0 ? "s1" : null,
                Confidence = at % 1000 / 1000.0,
                Evidence = [new Span(start, start + 30 + at % 60)],
            }
        );
    }

    private static Reading ReadingOf(int number)
    {
        var text = string.Concat(Enumerable.Range(0, 60).Select(at => $"Line {number * 60 + at} tells of shells. "));
        return new Reading
        {
            Article = new Article
            {
                Id = number.ToString("x64", CultureInfo.InvariantCulture),
                Publisher = "Outlet " + (number % 40).ToString(CultureInfo.InvariantCulture),
                Published = "2022-03-" + (number % 28 + 1).ToString("00", CultureInfo.InvariantCulture),
                Text = text,
            },
            Actors = [ActorOf("a1", "Norland " + number % 7, "RUS.MIL"), ActorOf("a2", "Sudmark", "UKR")],
            Places =
            [
                new Place
                {
                    Id = "p1",
                    Name = "Town " + (number % 300).ToString(CultureInfo.InvariantCulture),
                    Lat = 44 + number % 80 / 10.0,
                    Lon = 22 + number % 180 / 10.0,
                    Country = "UKR",
                    Precision = PlacePrecision.City,
                    Mentions = [new Span(0, 4)],
                    Evidence = [new Span(0, 4)],
                },
            ],
        };
    }

    private static Actor ActorOf(string id, string name, string code) =>
        new()
        {
            Id = id,
            Name = name,
            Code = code,
            Kind = ActorKind.Country,
            Mentions = [new Span(0, 4)],
            Evidence = [new Span(0, 4)],
        };
}
