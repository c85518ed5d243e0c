using System.CommandLine;
using Parley.Intake;
using Parley.Records;

namespace Parley.Cli;

/// <summary><c>parley read</c>: articles into ledgers.</summary>
internal static class ReadCommand
{
    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var files = InputArguments.Files();
        var published = InputArguments.Published();
        var json = new Option<bool>("--json") { Description = "Print exactly one reading as JSON." };
        var jsonLines = new Option<bool>("--jsonl") { Description = "Print one line of JSON for each input, in their order." };
        var command = new Command(
            "read",
            "Reads articles: who said, did, promised and demanded what, each with the sentence that proves it."
        )
        {
            files,
            published,
            json,
            jsonLines,
        };
        command.SetAction(call =>
        {
            var session = Session.Of(call);
            var inputs = InputArguments.Open(session, call.GetValue(files));
            var documents = InputArguments.Reader(call.GetValue(published));
            using var model = session.OpenModel();
            var reading = new ReadingRun(session, new Reader(model), documents);
            return call.GetValue(jsonLines) ? reading.WriteLines(inputs)
                : call.GetValue(json) ? reading.WriteOne(inputs)
                : reading.WriteForPeople(inputs);
        });
        return command;
    }
}
