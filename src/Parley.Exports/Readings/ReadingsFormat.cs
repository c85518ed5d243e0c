using System.Buffers;
using System.Collections.Immutable;
using Parley.Records;

namespace Parley.Exports.Readings;

/// <summary>The readings whole, one a line, as <c>parley read --jsonl</c> prints them, with people's corrections.</summary>
internal sealed class ReadingsFormat : IExportFormat
{
    public string Name => "readings";

    public string Holds => "articles whole, with all their records and spans (docs/reading.schema.json)";

    public ImmutableArray<string> Endings => [".jsonl"];

    public string MediaType => "application/x-ndjson";

    public bool IsFolder => false;

    public void Write(ExportSource source, ExportTarget target)
    {
        using var output = target.Open("readings.jsonl");
        var buffer = new ArrayBufferWriter<byte>();
        foreach (var reading in source.Readings())
        {
            ReadingJson.Write(buffer, reading);
            output.Write(buffer.WrittenSpan);
            output.WriteByte((byte)'\n');
            buffer.ResetWrittenCount();
        }
    }
}
