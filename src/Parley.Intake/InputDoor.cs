using System.Collections.Immutable;
using Parley.Intake.Addresses;
using Parley.Intake.Archives;
using Parley.Intake.Feeds;
using Parley.Intake.Gdelt;
using Parley.Intake.JsonLines;
using Parley.Intake.Mail;
using Parley.Intake.Pages;
using Parley.Intake.Pdf;
using Parley.Intake.Tables;
using Parley.Intake.Telegram;
using Parley.Intake.Warc;
using Parley.Intake.Word;

namespace Parley.Intake;

/// <summary>Tells what a stream is, and has the reader of that format cut it into texts; the one place that knows all formats.</summary>
/// <remarks>Streams within streams come back here, so that a page in an archive in an archive is read as a page is.</remarks>
/// <param name="options">How inputs are opened.</param>
internal sealed class InputDoor(InputOptions options)
{
    /// <summary>The most archives that may lie in each other, gzip counted.</summary>
    public const int Deepest = 3;

    /// <summary>The formats; the first that fits reads. What is told by its first bytes comes before what is told by its name.</summary>
    private static readonly ImmutableArray<IInputFormat> s_formats =
    [
        new WarcFormat(),
        new WordFormat(),
        new ZipFormat(),
        new PdfFormat(),
        new TarFormat(),
        new TelegramFormat(),
        new JsonFeedFormat(),
        new FeedFormat(),
        new GdeltFormat(),
        new AddressListFormat(),
        new MailFormat(),
        new TableFormat(),
        new JsonLinesFormat(),
        new PageFormat(),
        new TextFormat(),
    ];

    /// <summary>How inputs are opened.</summary>
    public InputOptions Options { get; } = options;

    /// <summary>Addresses that were fetched in this run.</summary>
    public SeenAddresses Seen { get; } = new();

    /// <summary>The texts of a stream.</summary>
    public IEnumerable<RawInput> Read(InputSource source)
    {
        if (source.Depth > Deepest)
            return [RawInput.Failed(source.Name, IntakeProblems.TooNested(source.Name))];
        if (Unpacking.IsGzip(source.Stream.Head) && !WarcFormat.IsPacked(source.Stream.Head))
            return Guarded(source.Name, ReadPacked(source));
        foreach (var format in s_formats)
            if (format.Fits(source))
                return Guarded(source.Name, format.Read(source, this));
        return [];
    }

    private IEnumerable<RawInput> ReadPacked(InputSource source)
    {
        using var stream = Unpacking.Gzip(source.Stream, source.Name);
        foreach (
            var input in Read(
                source with
                {
                    FileName = Unpacking.WithoutGzip(source.FileName ?? source.Name),
                    Stream = new HeadStream(stream),
                    Depth = source.Depth + 1,
                }
            )
        )
            yield return input;
    }

    /// <summary>The texts, and last of all the problem where one ended them.</summary>
    /// <param name="name">What the problem is of.</param>
    /// <param name="inputs">The texts.</param>
    public static IEnumerable<RawInput> Guarded(string name, IEnumerable<RawInput> inputs)
    {
        using var all = inputs.GetEnumerator();
        while (true)
        {
            Problem? problem = null;
            try
            {
                if (!all.MoveNext())
                    yield break;
            }
            catch (Exception e)
                when (e
                        is InvalidDataException
                            or IOException
                            or UnauthorizedAccessException
                            or NotSupportedException
                            or OperationCanceledException
                )
            {
                problem = ProblemOf(name, e);
            }
            if (problem is not null)
            {
                yield return RawInput.Failed(name, problem);
                yield break;
            }
            yield return all.Current;
        }
    }

    private static Problem ProblemOf(string name, Exception fault) =>
        fault switch
        {
            ProblemDataException told => told.Problem,
            InvalidDataException => Problems.DamagedGzip(name),
            OperationCanceledException => AddressProblems.TooSlow(name),
            _ => Problems.CannotOpen(name, fault.Message),
        };
}
