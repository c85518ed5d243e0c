using System.Collections.Immutable;
using System.Globalization;
using Parley.Exports.Events;
using Parley.Records;

namespace Parley.Exports.Gdelt;

/// <summary>Tables as GDELT 2.0's events: sixty-one columns, tabs, no header; one row a distinct event.</summary>
internal sealed class GdeltEventsFormat : IExportFormat
{
    private const int Columns = 61;
    private const int RootDigits = 2;
    private const int BaseDigits = 3;
    private const int MostTypes = 3;

    public string Name => "gdelt";

    public string Holds => "distinct events coded in CAMEO, in the sixty-one columns of GDELT 2.0";

    public ImmutableArray<string> Endings => [".export.csv"];

    public string MediaType => "text/tab-separated-values";

    public bool IsFolder => false;

    public void Write(ExportSource source, ExportTarget target)
    {
        using var output = target.Open("gdelt.export.csv");
        var lines = new TabbedLines(output, Columns);
        foreach (var coded in CameoEvents.Of(source))
            lines.Write([.. Cells(coded)]);
    }

    private static IEnumerable<object?> Cells(CodedEvent coded)
    {
        var cameo = coded.Cameo!;
        var (one, other) = coded.Pairs().First();
        return
        [
            coded.Number,
            coded.Day,
            coded.Day[..6],
            coded.Day[..4],
            Fraction(coded.DateOnly),
            .. Cells(one),
            .. Cells(other),
            IsRoot(coded) ? 1 : 0,
            cameo,
            cameo[..Math.Min(BaseDigits, cameo.Length)],
            cameo[..RootDigits],
            EventScores.GdeltQuad(cameo),
            coded.Goldstein,
            coded.Tellings.Length,
            coded.Outlets.Length,
            coded.Articles,
            null,
            // Where a party is at home is no place of the event: only the place of the deed is told.
            .. Geo(null),
            .. Geo(null),
            .. Geo(coded.Place),
            GdeltTime.Of(coded.First),
            coded.First.Reading.Article.Url,
        ];
    }

    private static IEnumerable<object?> Cells(CodedParty? party)
    {
        var types =
            party is null ? []
            : party.Generic is { } generic ? party.Roles.Insert(0, generic)
            : party.Roles;
        return
        [
            party?.Cameo,
            party?.Name.ToUpperInvariant(),
            party?.Country,
            party?.Group,
            null,
            null,
            null,
            .. Enumerable.Range(0, MostTypes).Select(at => (object?)types.ElementAtOrDefault(at)),
        ];
    }

    /// <summary>Country 1, town outside the United States 4 and within 3, division 5 and 2; a region over several divisions has no type here, and is left out.</summary>
    private static IEnumerable<object?> Geo(Place? place)
    {
        var isAmerican = place?.Country == "USA";
        int? type = place?.Precision switch
        {
            PlacePrecision.Country => 1,
            PlacePrecision.Admin1 => isAmerican ? 2 : 5,
            PlacePrecision.City or PlacePrecision.Point => isAmerican ? 3 : 4,
            _ => null,
        };
        if (type is null || place is not { Lat: { } lat, Lon: { } lon })
            return [0, null, null, null, null, null, null, null];
        var country = CountryCodes.Name(place.Country);
        string[] name =
            place.Precision == PlacePrecision.Country
                ? [country]
                : [place.Name, EventGeo.Town(place).Length > 0 ? EventGeo.Division(place) : "", country];
        return [type, string.Join(", ", name.Where(part => part.Length > 0)), CountryCodes.Fips(place.Country), null, null, lat, lon, null];
    }

    /// <summary>How much of the year is over, by months of thirty days, as GDELT reckons it.</summary>
    private static string Fraction(DateOnly day) =>
        (day.Year + Math.Min(0.9999, ((day.Month * 30) + day.Day) / 365.0)).ToString("0.0000", CultureInfo.InvariantCulture);

    /// <summary>True where a telling stands in the first paragraph of its article.</summary>
    private static bool IsRoot(CodedEvent coded) =>
        coded.Tellings.Any(told =>
        {
            var article = told.Reading.Article;
            if (article.Sentences.IsEmpty)
                return false;
            var end = article.Text.IndexOf("\n\n", article.Sentences[0].Start, StringComparison.Ordinal);
            return end < 0 || told.Clause.Start < end;
        });
}
