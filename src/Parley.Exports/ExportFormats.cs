using System.Collections.Immutable;
using Parley.Exports.AcledLike;
using Parley.Exports.Atom;
using Parley.Exports.Brat;
using Parley.Exports.Calendar;
using Parley.Exports.ClaimReview;
using Parley.Exports.Csv;
using Parley.Exports.Gdelt;
using Parley.Exports.GeoJson;
using Parley.Exports.Icews;
using Parley.Exports.JsonLines;
using Parley.Exports.Parquet;
using Parley.Exports.Phoenix;
using Parley.Exports.Plover;
using Parley.Exports.Polecat;
using Parley.Exports.Provenance;
using Parley.Exports.Readings;
using Parley.Exports.RoCrate;
using Parley.Exports.Sqlite;
using Parley.Exports.Stix;
using Parley.Exports.WebAnno;
using Parley.Exports.WebAnnotation;
using Parley.Exports.Xmi;

namespace Parley.Exports;

/// <summary>All formats in which a ledger can be had.</summary>
public static class ExportFormats
{
    /// <summary>They themselves: events, then everything, then places, words, verdicts and annotations.</summary>
    public static ImmutableArray<IExportFormat> All { get; } =
    [
        new PloverFormat(),
        new PolecatFormat(),
        new PhoenixFormat(),
        new IcewsFormat(),
        new GdeltEventsFormat(),
        new GdeltMentionsFormat(),
        new AcledLikeFormat(),
        new CsvFormat(),
        new ParquetFormat(),
        new JsonLinesFormat(),
        new ReadingsFormat(),
        new SqliteFormat(),
        new GeoJsonFormat(),
        new WebAnnotationFormat(),
        new ProvenanceFormat(),
        new ClaimReviewFormat(),
        new StixFormat(),
        new CalendarFormat(),
        new AtomFormat(),
        new BratFormat(),
        new WebAnnoFormat(),
        new XmiFormat(),
        new RoCrateFormat(),
    ];

    /// <summary>A format by its name; null where there is none.</summary>
    public static IExportFormat? Find(string name) => All.FirstOrDefault(format => format.Name == name);
}
