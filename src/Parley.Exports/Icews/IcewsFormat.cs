using System.Collections.Immutable;
using Parley.Exports.Events;

namespace Parley.Exports.Icews;

/// <summary>Tables as those of ICEWS: twenty columns with a header, one row for a pair of parties. Event ids are not unique, as there.</summary>
internal sealed class IcewsFormat : IExportFormat
{
    private static readonly string[] s_columns =
    [
        "Event ID",
        "Event Date",
        "Source Name",
        "Source Sectors",
        "Source Country",
        "Event Text",
        "CAMEO Code",
        "Intensity",
        "Target Name",
        "Target Sectors",
        "Target Country",
        "Story ID",
        "Sentence Number",
        "Publisher",
        "City",
        "District",
        "Province",
        "Country",
        "Latitude",
        "Longitude",
    ];

    public string Name => "icews";

    public string Holds => "events coded in CAMEO by pairs of named parties, in the twenty columns of ICEWS";

    public ImmutableArray<string> Endings => [".tsv"];

    public string MediaType => "text/tab-separated-values";

    public bool IsFolder => false;

    public void Write(ExportSource source, ExportTarget target)
    {
        using var output = target.Open("icews.tsv");
        var lines = new TabbedLines(output, s_columns.Length);
        lines.Write(s_columns);
        foreach (var coded in CameoEvents.Of(source))
        foreach (var (from, to) in coded.Pairs())
            lines.Write([.. Cells(coded, from, to)]);
    }

    private static IEnumerable<object?> Cells(CodedEvent coded, CodedParty? from, CodedParty? to) =>
        [
            coded.Number,
            coded.Date,
            from?.Name,
            from is null ? null : string.Join(',', from.Roles),
            CountryCodes.Name(from?.Country),
            EventScores.CameoName(coded.Cameo),
            coded.Cameo,
            coded.Goldstein,
            to?.Name,
            to is null ? null : string.Join(',', to.Roles),
            CountryCodes.Name(to?.Country),
            coded.First.Reading.Article.Id,
            coded.First.Sentence,
            coded.First.Outlet,
            EventGeo.Town(coded.Place),
            null,
            EventGeo.Division(coded.Place),
            CountryCodes.Name(coded.Place?.Country),
            EventGeo.Lat(coded.Place),
            EventGeo.Lon(coded.Place),
        ];
}
