using System.Text;
using Parley.Intake.Addresses;
using Parley.Intake.JsonLines;

namespace Parley.Intake.Gdelt;

/// <summary>GDELT 2.0: its lists of files, and its tables of events, mentions and documents, used for the addresses of articles in them. What they code is not taken.</summary>
/// <remarks>A list's line is size, sum and address; tables are separated by tabs, without a line of columns: 61, 16 and 27 of them.</remarks>
internal sealed class GdeltFormat : IInputFormat
{
    public bool Fits(InputSource source) => source.Stream.Text is { } text && KindOf(FirstLine(text)) != Kind.None;

    public IEnumerable<RawInput> Read(InputSource source, InputDoor door)
    {
        var kind = KindOf(FirstLine(source.Stream.Text!));
        return AddressReading.Follow(
            Addresses(source, kind).Select(address => (address, InputFacts.None)),
            kind == Kind.List ? "a list of GDELT's files" : "a table of GDELT",
            source,
            door
        );
    }

    private enum Kind
    {
        None,
        List,
        Events,
        Mentions,
        Documents,
    }

    private static string FirstLine(string text)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        return (end < 0 ? text : text[..end]).TrimEnd('\r');
    }

    private static Kind KindOf(string line)
    {
        var parts = line.Split(' ');
        if (
            parts.Length == 3
            && parts[1].Length == 32
            && parts[0].AsSpan().IndexOfAnyExceptInRange('0', '9') < 0
            && AddressFetcher.IsAddress(parts[2])
        )
            return Kind.List;
        var columns = line.Split('\t');
        var isNumbered = columns[0].Length is > 0 and < 20 && columns[0].AsSpan().IndexOfAnyExceptInRange('0', '9') < 0;
        return columns.Length switch
        {
            61 when isNumbered => Kind.Events,
            16 when isNumbered => Kind.Mentions,
            27 when columns[0].Contains('-', StringComparison.Ordinal) && columns[1].Length == 14 => Kind.Documents,
            _ => Kind.None,
        };
    }

    private static IEnumerable<string> Addresses(InputSource source, Kind kind)
    {
        foreach (var line in LineSplitter.Lines(source.Stream))
            if (
                line is { Length: > 0 }
                && Address(Encoding.UTF8.GetString(line).TrimEnd('\r'), kind) is { } address
                && AddressFetcher.IsAddress(address)
            )
                yield return address;
    }

    /// <summary>The address in a line; null where it has none of the web.</summary>
    private static string? Address(string line, Kind kind)
    {
        if (kind == Kind.List)
            // The documents' tables are forty times as long and name the same articles.
            return line.Split(' ') is [_, _, var file] && !file.Contains(".gkg.", StringComparison.OrdinalIgnoreCase) ? file : null;
        var columns = line.Split('\t');
        return kind switch
        {
            Kind.Events when columns.Length == 61 => columns[60],
            // A kind of 1 is the web; others are broadcasts and books.
            Kind.Mentions when columns.Length == 16 && columns[3] == "1" => columns[5],
            Kind.Documents when columns.Length == 27 && columns[2] == "1" => columns[4],
            _ => null,
        };
    }
}
