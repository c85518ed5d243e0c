using System.Collections.Immutable;
using Parley.Exports.Events;
using Parley.Records;

namespace Parley.Exports.Polecat;

/// <summary>Tables as POLECAT's: forty columns with a header, one distinct event a row; several actors stand in one cell, parted by semicolons.</summary>
internal sealed class PolecatFormat : IExportFormat
{
    private static readonly string[] s_columns =
    [
        "Event ID",
        "Event Date",
        "Event Type",
        "Event Mode",
        "Intensity",
        "Quad Code",
        "Contexts",
        "Actor Name",
        "Actor Country",
        "Actor COW",
        "Primary Actor Sector",
        "Actor Sectors",
        "Actor Title",
        "Actor Name Raw",
        "Wikipedia Actor ID",
        "Recipient Name",
        "Recipient Country",
        "Recipient COW",
        "Primary Recipient Sector",
        "Recipient Sectors",
        "Recipient Title",
        "Recipient Name Raw",
        "Wikipedia Recipient ID",
        "Placename",
        "City",
        "District",
        "Province",
        "Country",
        "Latitude",
        "Longitude",
        "GeoNames ID",
        "Raw Placename",
        "Feature Type",
        "Source",
        "Publication Date",
        "Story People",
        "Story Organizations",
        "Story Locations",
        "Language",
        "Version",
    ];

    private static readonly string[] s_quads = ["", "VERBAL COOPERATION", "MATERIAL COOPERATION", "VERBAL CONFLICT", "MATERIAL CONFLICT"];

    public string Name => "polecat";

    public string Holds => "distinct events in the forty columns of POLECAT, as a table of tabs";

    public ImmutableArray<string> Endings => [".tsv"];

    public string MediaType => "text/tab-separated-values";

    public bool IsFolder => false;

    public void Write(ExportSource source, ExportTarget target)
    {
        using var output = target.Open("polecat.tsv");
        var lines = new TabbedLines(output, s_columns.Length);
        lines.Write(s_columns);
        foreach (var coded in source.Events)
            lines.Write([.. Cells(coded)]);
    }

    private static IEnumerable<object?> Cells(CodedEvent coded)
    {
        var article = coded.First.Reading.Article;
        return
        [
            coded.Id,
            coded.Date,
            ReadingJson.Spell(coded.Type),
            coded.Mode,
            EventScores.PloverScore(coded.Type, coded.Mode),
            s_quads[EventScores.PloverQuad(coded.Type)],
            string.Join(';', coded.Record.Contexts),
            .. Cells(coded.Actors),
            .. Cells(coded.Recipients),
            coded.Place?.Name,
            EventGeo.Town(coded.Place),
            null,
            EventGeo.Division(coded.Place),
            CountryCodes.Name(coded.Place?.Country),
            EventGeo.Lat(coded.Place),
            EventGeo.Lon(coded.Place),
            null,
            coded.PlaceWords,
            coded.Place?.Feature,
            coded.First.Outlet,
            Parley.Ledger.ReadingOrder.Day(coded.First.Reading),
            Names(coded, actor => actor.Kind == ActorKind.Person),
            Names(coded, actor => actor.Kind is ActorKind.Organization or ActorKind.Party or ActorKind.Media),
            string.Join(
                ';',
                coded
                    .First.Reading.Places.Where(place => place.Use == PlaceUse.Literal)
                    .Select(place => place.Name)
                    .Distinct(StringComparer.Ordinal)
            ),
            article.Language,
            "Parley",
        ];
    }

    private static IEnumerable<object?> Cells(ImmutableArray<CodedParty> parties) =>
        [
            Join(parties, party => party.Name),
            Join(parties, party => party.Country is null ? party.Plover : CountryCodes.Name(party.Country)),
            Join(parties, party => CountryCodes.Cow(party.Country)),
            parties is [{ Sectors: [var primary, ..] }, ..] ? primary : null,
            string.Join(';', parties.SelectMany(party => party.Sectors).Distinct(StringComparer.Ordinal)),
            Join(parties, party => party.Title),
            Join(parties, party => party.Name),
            null,
        ];

    private static string Join(ImmutableArray<CodedParty> parties, Func<CodedParty, string?> cell) =>
        string.Join(';', parties.Select(cell).Where(text => !string.IsNullOrEmpty(text)).Distinct(StringComparer.Ordinal));

    private static string Names(CodedEvent coded, Func<Actor, bool> isWanted) =>
        string.Join(';', coded.First.Reading.Actors.Where(isWanted).Select(actor => actor.Name).Distinct(StringComparer.Ordinal));
}
