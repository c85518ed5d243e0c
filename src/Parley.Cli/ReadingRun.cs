using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Parley.Cli.Views;
using Parley.Intake;
using Parley.Records;

namespace Parley.Cli;

/// <summary>One run over inputs: takes them in, reads them, and writes the readings in one form.</summary>
internal sealed class ReadingRun(Session session, Reader reader, DocumentReader documents)
{
    private static readonly JsonSerializerOptions s_unescaped = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>True to have the records say where their fields come from.</summary>
    public bool Explains { get; init; }

    /// <summary>Reads just one input; a second one is a mistake of the call. Gives null when it was skipped.</summary>
    /// <param name="inputs">The inputs.</param>
    /// <param name="option">The option that wants just one, for the message.</param>
    /// <param name="toDo">What else can be done with several, for the message.</param>
    public Reading? ReadOnly(IEnumerable<RawInput> inputs, string option, string toDo = "use --jsonl for several")
    {
        using var all = inputs.GetEnumerator();
        var first = all.MoveNext() ? all.Current : throw new ProblemException(Problems.NoInput(), ExitCode.Usage);
        if (all.MoveNext())
            throw new ProblemException(
                first.Story is null || all.Current.Story is null
                    ? Problems.SeveralInputs(option, toDo)
                    : Problems.SeveralStories(option, StoriesOf(first, all), toDo),
                ExitCode.Usage
            );
        return Say(Read(first)).Reading;
    }

    private static string StoriesOf(RawInput first, IEnumerator<RawInput> rest)
    {
        var names = new List<string> { NameOf(first), NameOf(rest.Current) };
        while (rest.MoveNext())
            names.Add(NameOf(rest.Current));
        return string.Join(", ", names);

        static string NameOf(RawInput input) => $"{input.Name} ({input.Story?.Title ?? "untitled"})";
    }

    /// <summary>Prints one line of JSON for each input, in their order, on all cores.</summary>
    public int WriteLines(IEnumerable<RawInput> inputs)
    {
        var buffers = new OutputBuffers();
        return Run(
            inputs,
            outcome =>
            {
                var line = buffers.Rent();
                if (outcome.Reading is { } reading)
                    ReadingJson.Write(line, reading);
                else
                    line.Write(Encoding.UTF8.GetBytes(SkippedLine(outcome.Skipped!)));
                line.Write("\n"u8);
                return line;
            },
            line =>
            {
                session.Write(line.WrittenSpan);
                buffers.Return(line);
            }
        );
    }

    /// <summary>Prints readings for people.</summary>
    public int WriteForPeople(IEnumerable<RawInput> inputs)
    {
        var (between, isFirst) = (new TerminalView(session), true);
        return Run(
            inputs,
            outcome => outcome.Reading is { } reading ? Rendered(reading) : null,
            lines =>
            {
                if (lines is null)
                    return;
                if (!isFirst)
                    between.WriteRule();
                isFirst = false;
                session.Output.Write(lines);
            }
        );

        // On the core that read it: on the one that prints, all others would wait for it.
        string Rendered(Reading reading)
        {
            var lines = new StringWriter { NewLine = "\n" };
            new TerminalView(session, lines).Write(reading);
            return lines.ToString();
        }
    }

    private int Run<T>(IEnumerable<RawInput> inputs, Func<Outcome, T> render, Action<T> write)
    {
        var (read, skipped) = (0, 0);
        var outcomes = OrderedWork.Run(
            inputs,
            input =>
            {
                var outcome = Read(input);
                return (
                    Outcome: outcome with
                    {
                        Reading = null,
                        WasRead = outcome.Reading is not null,
                    },
                    Rendered: render(outcome),
                    input.Share
                );
            },
            session.Output.Flush
        );
        foreach (var (outcome, rendered, share) in outcomes)
        {
            Say(outcome);
            write(rendered);
            _ = outcome.WasRead ? read++ : skipped++;
            session.Progress.Show(read + skipped, share);
        }
        return ExitCode.Of(read, skipped);
    }

    /// <summary>Takes an input in and reads it. A fault of a stage skips this input only.</summary>
    private Outcome Read(RawInput input)
    {
        var taken = documents.Read(input);
        if (taken.Document is null)
            return new Outcome(taken, null);
        try
        {
            return new Outcome(taken, reader.Read(taken.Document, Explains));
        }
        catch (Exception e) when (e is not (OutOfMemoryException or OperationCanceledException))
        {
            var name = taken.Document.Source ?? input.Name;
            var fault = Problems.Fault(name, e);
            return new Outcome(taken with { Skipped = fault.Skip(name) }, null);
        }
    }

    private Outcome Say(Outcome outcome)
    {
        foreach (var notice in outcome.Taken.Notices)
            session.Say(notice);
        if (outcome.Skipped is { } skipped)
            session.Say(skipped);
        return outcome;
    }

    private static string SkippedLine(Skipped skipped) =>
        new JsonObject
        {
            ["id"] = skipped.Source,
            ["skipped"] = new JsonObject { ["code"] = skipped.Code, ["reason"] = skipped.Reason },
        }.ToJsonString(s_unescaped);

    /// <summary>What became of an input.</summary>
    private sealed record Outcome(TakenIn Taken, Reading? Reading)
    {
        public bool WasRead { get; init; }

        public Skipped? Skipped => Taken.Skipped;
    }
}
