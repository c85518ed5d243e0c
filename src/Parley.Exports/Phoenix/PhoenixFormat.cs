using System.Collections.Immutable;
using System.Globalization;
using Parley.Exports.Events;

namespace Parley.Exports.Phoenix;

/// <summary>Tables as Phoenix': twenty-six columns, tabs, no header; one row for a pair of parties, a code and a day.</summary>
internal sealed class PhoenixFormat : IExportFormat
{
    private const int Columns = 26;
    private const int RootDigits = 2;

    public string Name => "phoenix";

    public string Holds => "events coded in CAMEO by pairs of parties, in the twenty-six columns of Phoenix";

    public ImmutableArray<string> Endings => [".txt"];

    public string MediaType => "text/tab-separated-values";

    public bool IsFolder => false;

    public void Write(ExportSource source, ExportTarget target)
    {
        using var output = target.Open("phoenix.txt");
        var lines = new TabbedLines(output, Columns);
        foreach (var row in Rows(source))
            lines.Write([.. Cells(row)]);
    }

    /// <summary>Rows, those of one pair, code and day as one.</summary>
    private static IEnumerable<Row> Rows(ExportSource source) =>
        CameoEvents
            .Of(source)
            .SelectMany(coded => coded.Pairs().Select(pair => (coded, pair.Source, pair.Target)))
            .GroupBy(row => (row.coded.Day, row.Source?.Cameo, row.Target?.Cameo, row.coded.Cameo))
            .Select(group => new Row(group.First().coded, group.First().Source, group.First().Target, [.. group.Select(row => row.coded)]));

    private static IEnumerable<object?> Cells(Row row)
    {
        var coded = row.First;
        var (place, cameo, date) = (
            row.Events.Select(one => one.Place).FirstOrDefault(one => one is not null),
            coded.Cameo!,
            coded.DateOnly
        );
        var tellings = row.Events.SelectMany(one => one.Tellings).ToList();
        return
        [
            $"{coded.Number}_1",
            coded.Day,
            date.Year,
            date.Month.ToString("00", CultureInfo.InvariantCulture),
            date.Day.ToString("00", CultureInfo.InvariantCulture),
            .. Cells(row.Source),
            .. Cells(row.Target),
            cameo,
            cameo[..RootDigits],
            EventScores.PhoenixQuad(cameo),
            coded.Goldstein,
            null,
            EventGeo.Lat(place),
            EventGeo.Lon(place),
            EventGeo.Town(place),
            EventGeo.Division(place),
            place?.Country,
            Join(tellings.Select(told => $"{told.Reading.Article.Id[..16]}_{told.Sentence ?? 0}")),
            Join(tellings.Select(told => told.Reading.Article.Url)),
            Join(row.Events.SelectMany(one => one.Outlets)),
        ];
    }

    /// <summary>The code whole, and cut into entity, role and the rest.</summary>
    private static IEnumerable<object?> Cells(CodedParty? party) =>
        [
            party?.Cameo,
            party?.Country ?? party?.Generic,
            party?.Roles is [var role, ..] ? role : null,
            party is null ? null : string.Concat([.. party.Roles.Skip(1), party.Group ?? ""]),
        ];

    private static string Join(IEnumerable<string?> texts) =>
        string.Join(';', texts.OfType<string>().Select(text => text.Replace(';', ',')).Distinct(StringComparer.Ordinal));

    private sealed record Row(CodedEvent First, CodedParty? Source, CodedParty? Target, ImmutableArray<CodedEvent> Events);
}
