using System.Globalization;
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
        var file = FileOf(name);
        var (stream, problem) = OpenFile(file, standardInput);
        if (stream is null)
        {
            yield return RawInput.Failed(name, problem!) with
            {
                Share = 1,
            };
            yield break;
        }
        using (stream)
        using (var inputs = Inputs(file, stream).Where(input => file == name || input.Name == name).GetEnumerator())
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

    /// <summary>The file of a name: of <c>page.html#2</c>, the second story of a page, it is <c>page.html</c>.</summary>
    private static string FileOf(string name) =>
        name.LastIndexOf('#') is > 0 and var mark
        && mark + 1 < name.Length
        && name.AsSpan(mark + 1).IndexOfAnyExceptInRange('0', '9') < 0
        && !File.Exists(name)
        && File.Exists(name[..mark])
            ? name[..mark]
            : name;

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
            foreach (var story in Stories(Whole(name, kind, stream)))
                yield return story;
        else
            foreach (var line in JsonLines(name, stream))
                yield return line;
    }

    /// <summary>The stories of a page that holds several; else the input as it is.</summary>
    private static IEnumerable<RawInput> Stories(RawInput input)
    {
        if (input.Kind != RawKind.Page || !MayHoldStories(input.Content.Span))
            return [input];
        var (html, _, _) = Decoding.Decode(input.Name, input.Content.Span, page: true);
        if (html is null || PageNesting.IsTooDeep(html))
            return [input];
        var stories = Page.Read(html);
        return stories.Count switch
        {
            0 => [input],
            1 => [input with { Story = stories[0] }],
            _ => stories.Select(
                (story, i) => input with { Name = $"{input.Name}#{(i + 1).ToString(CultureInfo.InvariantCulture)}", Story = story }
            ),
        };
    }

    /// <summary>A look at the bytes, since most pages hold one story and are parsed later, on all cores.</summary>
    private static bool MayHoldStories(ReadOnlySpan<byte> page) =>
        (page.IndexOf("<article"u8) is >= 0 and var first && page[(first + 1)..].IndexOf("<article"u8) >= 0)
        || page.IndexOf("live"u8) >= 0
            && (page.IndexOf("liveBlogUpdate"u8) >= 0 || page.IndexOf("live-"u8) >= 0 || page.IndexOf("liveblog"u8) >= 0);

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
