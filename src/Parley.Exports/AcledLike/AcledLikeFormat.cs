using System.Collections.Immutable;
using System.Globalization;
using Parley.Exports.Events;
using Parley.Exports.Tables;
using Parley.Records;

namespace Parley.Exports.AcledLike;

/// <summary>Deeds on the ground in columns like those of ACLED. They are not ACLED's data: they are what articles tell, with the low bound of the dead.</summary>
internal sealed class AcledLikeFormat : IExportFormat
{
    private static readonly Table<CodedEvent> s_table = new(
        "acled_like",
        "deeds on the ground, in columns like ACLED's",
        [
            Of("event_id_cnty", coded => coded.Id),
            Of("event_date", coded => coded.Date),
            Columns.Of<CodedEvent>("year", "", coded => (long?)coded.DateOnly.Year),
            Columns.Of<CodedEvent>("time_precision", "", coded => (long?)TimePrecision(coded)),
            Of("disorder_type", coded => AcledTypes.Of(coded).Disorder),
            Of("event_type", coded => AcledTypes.Of(coded).Type),
            Of("sub_event_type", coded => AcledTypes.Of(coded).SubType),
            Of("actor1", coded => coded.Pairs().First().Source?.Name),
            Of("assoc_actor_1", coded => Others(coded.IsMutual ? [] : coded.Actors)),
            Of("inter1", _ => null),
            Of("actor2", coded => coded.Pairs().First().Target?.Name),
            Of("assoc_actor_2", coded => coded.IsMutual ? Rest(coded.Actors, 2) : Others(coded.Recipients)),
            Of("inter2", _ => null),
            Of("interaction", _ => null),
            Of("civilian_targeting", coded => AcledTypes.IsOfCivilians(coded) ? "Civilian targeting" : null),
            Of("iso", coded => CountryCodes.Number(coded.Place?.Country).TrimStart('0') is { Length: > 0 } number ? number : null),
            Of("region", _ => null),
            Of("country", coded => Filled(CountryCodes.Name(coded.Place?.Country))),
            Of("admin1", coded => Filled(EventGeo.Division(coded.Place))),
            Of("admin2", _ => null),
            Of("admin3", _ => null),
            Of("location", coded => Filled(EventGeo.Town(coded.Place))),
            Columns.Of<CodedEvent>("latitude", "", coded => EventGeo.Lat(coded.Place)),
            Columns.Of<CodedEvent>("longitude", "", coded => EventGeo.Lon(coded.Place)),
            Columns.Of<CodedEvent>("geo_precision", "", coded => (long?)GeoPrecision(coded.Place)),
            Of("source", coded => string.Join("; ", coded.Outlets)),
            Of("source_scale", _ => null),
            Of("notes", coded => Parley.Ledger.Citation.OneLine(coded.First.Clause.Of(coded.First.Reading.Article.Text))),
            Columns.Of<CodedEvent>("fatalities", "", coded => Low(coded)),
            Of(
                "tags",
                coded =>
                    $"{ReadingJson.Spell(coded.Type)}{(coded.Mode is null ? "" : "/" + coded.Mode)}; {ReadingJson.Spell(coded.Record.Attestation)}"
            ),
            Of("timestamp", _ => null),
            Columns.Of<CodedEvent>("fatalities_low", "", coded => Low(coded)),
            Columns.Of<CodedEvent>("fatalities_high", "", coded => High(coded)),
            Of("fatalities_basis", coded => Dead(coded) is { } dead ? ReadingJson.Spell(dead.Bound) : null),
        ],
        "event_id_cnty"
    );

    public string Name => "acled-like";

    public string Holds => "deeds on the ground that articles tell, in columns like ACLED's; it is not ACLED's data";

    public ImmutableArray<string> Endings => [".csv"];

    public string MediaType => "text/csv";

    public bool IsFolder => false;

    public void Write(ExportSource source, ExportTarget target)
    {
        using var output = target.Open("acled-like.csv");
        new CsvTable().Write(s_table, Rows(source), output);
    }

    private static IEnumerable<CodedEvent> Rows(ExportSource source)
    {
        foreach (var coded in source.Events)
            if (coded.IsWord)
                source.LeaveOut("words, where the format has deeds");
            else if (coded.Precision == DatePrecision.Longer)
                source.LeaveOut("told by year, where the format has a day");
            else if (AcledTypes.Of(coded).Disorder is null)
                source.LeaveOut("a deed of no type of the format");
            else
                yield return coded;
    }

    private static Column<CodedEvent> Of(string name, Func<CodedEvent, string?> cell) => Columns.Of<CodedEvent>(name, "", cell);

    private static int TimePrecision(CodedEvent coded) =>
        coded.Precision switch
        {
            DatePrecision.Day => 1,
            DatePrecision.Week => 2,
            _ => 3,
        };

    private static int? GeoPrecision(Place? place) =>
        place?.Precision switch
        {
            null => null,
            PlacePrecision.Point or PlacePrecision.City => place.RadiusKm is null ? 1 : 2,
            _ => 3,
        };

    private static Figure? Dead(CodedEvent coded) => coded.Figures.FirstOrDefault(figure => figure.Measure == FigureMeasure.Killed);

    private static double? Low(CodedEvent coded) =>
        Dead(coded) is { Bound: not (FigureBound.AtMost or FigureBound.LessThan) } dead ? (double)dead.Value : null;

    private static double? High(CodedEvent coded) =>
        Dead(coded) is not { } dead ? null
        : dead.High is { } high ? (double)high
        : dead.Bound is FigureBound.Exact or FigureBound.AtMost or FigureBound.LessThan ? (double)dead.Value
        : null;

    private static string? Others(ImmutableArray<CodedParty> parties) => Rest(parties, 1);

    private static string? Rest(ImmutableArray<CodedParty> parties, int first) =>
        Filled(string.Join("; ", parties.Skip(first).Select(party => party.Name)));

    private static string? Filled(string text) => text.Length > 0 ? text.ToString(CultureInfo.InvariantCulture) : null;
}
