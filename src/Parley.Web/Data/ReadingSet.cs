using System.Collections.Immutable;
using Parley.Records;

namespace Parley.Web.Data;

/// <summary>The readings whole: articles with all their records, as <c>parley read --json</c> prints them, one a line.</summary>
internal sealed record ReadingSet() : DataSet("readings", "Articles whole, with all their records and spans (docs/reading.schema.json)")
{
    /// <inheritdoc/>
    public override ImmutableArray<string> Forms => [".jsonl"];

    /// <inheritdoc/>
    public override IEnumerable<string> Columns =>
        ["article", "actors", "places", "times", "statements", "events", "figures", "undertakings", "positions"];

    /// <inheritdoc/>
    public override void Write(RowWriter rows, DataQuestion question)
    {
        foreach (var reading in question.Readings())
            rows.Line(output => ReadingJson.Write(output, reading));
    }
}
