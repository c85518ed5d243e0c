using System.IO.Compression;
using System.Text;

namespace Parley.Intake;

/// <summary>Opens files and standard input, unpacks gzip, and cuts JSON Lines apart. Nothing is decoded here, and at most one text is held.</summary>
public static class InputFiles
{
    /// <summary>The name of standard input on the command line.</summary>
    public const string StandardInput = "-";

    // Without this, gzip data that break off are taken for whole.
    static InputFiles() => AppContext.SetSwitch("System.IO.Compression.UseStrictValidation", isEnabled: true);

    /// <summary>The inputs of files in their order; one that cannot be read is there with its problem.</summary>
    /// <param name="names">Files; <c>-</c> is standard input.</param>
    /// <param name="standardInput">Opens standard input.</param>
    public static IEnumerable<RawInput> Open(IReadOnlyList<string> names, Func<Stream> standardInput)
    {
        for (var i = 0; i < names.Count; i++)
            foreach (var input in Open(names[i], standardInput))
                yield return input with
                {
                    Share = (i + input.Share) / names.Count,
                };
    }

    /// <summary>The inputs of one file: one, or one for each line of JSON Lines.</summary>
    /// <param name="name">The file; <c>-</c> is standard input.</param>
    /// <param name="standardInput">Opens standard input.</param>
    public static IEnumerable<RawInput> Open(string name, Func<Stream> standardInput)
    {
        var (stream, problem) = OpenFile(name, standardInput);
        if (stream is null)
        {
            yield return RawInput.Failed(name, problem!) with
            {
                Share = 1,
            };
            yield break;
        }
        using (stream)
        using (var inputs = Inputs(name, stream).GetEnumerator())
        {
            while (true)
            {
                try
                {
                    if (!inputs.MoveNext())
                        yield break;
                }
                catch (InvalidDataException)
                {
                    problem = Problems.DamagedGzip(name);
                }
                catch (Exception e) when (e is IOException or UnauthorizedAccessException)
                {
                    problem = Problems.CannotOpen(name, e.Message);
                }
                if (problem is not null)
                    break;
                yield return inputs.Current with
                {
                    Share = ShareOf(stream),
                };
            }
        }
        yield return RawInput.Failed(name, problem) with
        {
            Share = 1,
        };
    }

    private static double? ShareOf(Stream file) =>
        file is FileStream { CanSeek: true, Length: > 0 } ? (double)file.Position / file.Length : null;

    private static (Stream? Stream, Problem? Problem) OpenFile(string name, Func<Stream> standardInput)
    {
        if (name == StandardInput)
            return (standardInput(), null);
        if (Directory.Exists(name))
            return (null, Problems.IsFolder(name));
        try
        {
            return (File.OpenRead(name), null);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or ArgumentException or NotSupportedException)
        {
            return (null, Problems.NotFound(name));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, Problems.CannotOpen(name, e is UnauthorizedAccessException ? "permission denied" : e.Message));
        }
    }

    private static IEnumerable<RawInput> Inputs(string name, Stream file)
    {
        var stream = new HeadStream(file);
        if (stream.Head.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]))
            stream = new HeadStream(new GZipStream(stream, CompressionMode.Decompress));
        var kind = ContentKind.Of(name, stream.Head);
        if (kind != RawKind.JsonLine)
            yield return Whole(name, kind, stream);
        else
            foreach (var line in JsonLines(name, stream))
                yield return line;
    }

    private static RawInput Whole(string name, RawKind kind, HeadStream stream)
    {
        if (stream.IsWhole)
            return new RawInput(name, kind, stream.Head.ToArray());
        var content = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int count; (count = stream.Read(buffer)) > 0; content.Write(buffer, 0, count))
            if (content.Length + count > RawInput.MaxBytes)
                return RawInput.Failed(name, Problems.TooLong(name));
        return new RawInput(name, kind, content.GetBuffer().AsMemory(0, (int)content.Length));
    }

    private static IEnumerable<RawInput> JsonLines(string name, HeadStream stream)
    {
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
                yield return new RawInput(lineName, RawKind.JsonLine, content);
        }
        if (number == 0)
            yield return RawInput.Failed(name, Problems.Empty(name));
    }
}
