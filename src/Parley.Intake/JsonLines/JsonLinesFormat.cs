using System.Text;
using Parley.Intake.Tables;

namespace Parley.Intake.JsonLines;

/// <summary>JSON Lines: one article a line, read line by line.</summary>
internal sealed class JsonLinesFormat : IInputFormat
{
    public bool Fits(InputSource source) => ContentKind.Of(source.Extension, source.Stream.Text) == RawKind.JsonLine;

    public IEnumerable<RawInput> Read(InputSource source, InputDoor door)
    {
        var (name, stream) = (source.Name, source.Stream);
        var (encoding, mark) = Encodings.Guess(stream.Head, stream.IsWhole, page: false);
        var lines = encoding is UTF8Encoding or null ? stream : Encoding.CreateTranscodingStream(stream, encoding, Encoding.UTF8);
        var number = 0;
        foreach (var line in LineSplitter.Lines(lines))
        {
            number++;
            var lineName = $"{name}:{number}";
            if (line is null)
            {
                yield return RawInput.Failed(lineName, Problems.TooLong(lineName));
                continue;
            }
            ReadOnlyMemory<byte> content = line;
            if (number == 1 && (mark > 0 || content.Span.StartsWith(Encoding.UTF8.Preamble)))
                content = content.Span.StartsWith(Encoding.UTF8.Preamble) ? content[Encoding.UTF8.Preamble.Length..] : content;
            if (!content.Span.Trim(" \t\r"u8).IsEmpty)
                yield return new RawInput(lineName, RawKind.JsonLine, content) { Columns = door.Options.Columns ?? ColumnMap.Lines };
        }
        if (number == 0)
            yield return RawInput.Failed(name, Problems.Empty(name));
    }
}
