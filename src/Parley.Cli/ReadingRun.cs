using System.Text.Json;
using System.Text.Json.Nodes;
using Parley.Intake;
using Parley.Records;

namespace Parley.Cli;

/// <summary>One run over inputs: takes them in, reads them, and writes the readings in one form.</summary>
internal sealed class ReadingRun(Session session, Reader reader, DocumentReader documents)
{
    /// <summary>Prints one reading as JSON; more than one input is a mistake of the call.</summary>
    public int WriteOne(IEnumerable<RawInput> inputs)
    {
        using var all = inputs.GetEnumerator();
        var first = all.MoveNext() ? all.Current : throw new ProblemException(Problems.NoInput(), ExitCode.Usage);
        if (all.MoveNext())
            throw new ProblemException(Problems.SeveralInputs("--json"), ExitCode.Usage);
        if (Read(first).Reading is not { } reading)
            return ExitCode.NothingRead;
        session.Output.WriteLine(ReadingJson.Write(reading, indented: true));
        return ExitCode.Done;
    }

    /// <summary>Prints one line for each input.</summary>
    public int WriteLines(IEnumerable<RawInput> inputs)
    {
        var (read, skipped) = (0, 0);
        foreach (var input in inputs)
        {
            var outcome = Read(input);
            session.Output.WriteLine(outcome.Reading is { } reading ? ReadingJson.Write(reading) : SkippedLine(outcome.Skipped!));
            _ = outcome.Reading is null ? skipped++ : read++;
        }
        return ExitCode.Of(read, skipped);
    }

    /// <summary>Prints readings for people.</summary>
    public int WriteForPeople(IEnumerable<RawInput> inputs) => WriteLines(inputs);

    private (Reading? Reading, Skipped? Skipped) Read(RawInput input)
    {
        var taken = documents.Read(input);
        foreach (var notice in taken.Notices)
            session.Say(notice);
        if (taken.Document is not null)
            return (reader.Read(taken.Document), null);
        session.Error.WriteLine($"{taken.Skipped!.Code}: {taken.Skipped.Reason}");
        return (null, taken.Skipped);
    }

    private static string SkippedLine(Skipped skipped) =>
        new JsonObject
        {
            ["id"] = skipped.Source,
            ["skipped"] = new JsonObject { ["code"] = skipped.Code, ["reason"] = skipped.Reason },
        }.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
