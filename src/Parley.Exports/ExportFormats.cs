using System.Collections.Immutable;
using Parley.Exports.AcledLike;
using Parley.Exports.Csv;
using Parley.Exports.Gdelt;
using Parley.Exports.Icews;
using Parley.Exports.JsonLines;
using Parley.Exports.Parquet;
using Parley.Exports.Phoenix;
using Parley.Exports.Plover;
using Parley.Exports.Polecat;
using Parley.Exports.Readings;

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
    ];

    /// <summary>A format by its name; null where there is none.</summary>
    public static IExportFormat? Find(string name) => All.FirstOrDefault(format => format.Name == name);
}
