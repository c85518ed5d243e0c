using System.CommandLine;
using Parley.Cli.Pages;
using Parley.Intake;
using Parley.Records;
#if !FAST_MODEL_ONLY
using Parley.Cli.Archives;
#endif

namespace Parley.Cli;

/// <summary><c>parley read</c>: articles into ledgers.</summary>
internal static class ReadCommand
{
    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var files = InputArguments.Files();
        var language = InputArguments.Model();
        var published = InputArguments.Published();
        var actors = InputArguments.Actors();
        var intake = new IntakeOptions();
        var json = new Option<bool>("--json") { Description = "Print exactly one reading as JSON (docs/reading.schema.json)." };
        var jsonLines = new Option<bool>("--jsonl")
        {
            Description = "Print one line of JSON for each input, in their order, on all cores.",
        };
        var page = new Option<string?>("--html")
        {
            Description = "Write one reading as a self-contained page for the browser.",
            HelpName = "FILE",
        };
        var least = MinConfidence.Option(
            "Show records of this confidence or more, 0 to 1, and fold the others away; without it, each kind has its own threshold."
        );
        var command = new Command(
            "read",
            "Reads articles: who said, did, promised and demanded what, each with the sentence that proves it."
        )
        {
            files,
            language,
            published,
            least,
            actors,
            json,
            jsonLines,
            page,
        };
        intake.AddTo(command);
#if !FAST_MODEL_ONLY
        var shards = ReadShards.Option();
        command.Options.Add(shards);
#endif
        command.SetAction(call =>
        {
            var session = Session.Of(call);
#if !FAST_MODEL_ONLY
            if (call.GetValue(shards) is { Length: > 0 } named)
            {
                Option[] others = [json, jsonLines, page, least, published];
                if (call.GetValue(files) is { Length: > 0 } || others.Any(other => call.GetResult(other) is { Implicit: false }))
                    throw new ProblemException(
                        Problems.Usage("--shard goes with --model and --actors alone", "leave the rest out"),
                        ExitCode.Usage
                    );
                return ReadShards.Run(session, named, InputArguments.ChoiceOf(call.GetValue(language)), call.GetValue(actors));
            }
#endif
            var form = (Json: call.GetValue(json), JsonLines: call.GetValue(jsonLines), Page: call.GetValue(page));
            if (form.JsonLines && (form.Json || form.Page is not null))
                throw new ProblemException(Problems.Usage("--jsonl does not go with --json or --html", "choose one"), ExitCode.Usage);
            var minConfidence = MinConfidence.Of(call.GetValue(least));
            var names = call.GetValue(files);
            if (names is not { Length: > 0 } && form.JsonLines && !session.InputIsTerminal)
                names = [InputFiles.StandardInput];
            var options = intake.Of(session, call);
            using var fetcher = options.Fetcher;
            var inputs = InputArguments.Open(names, options);
            var documents = InputArguments.Reader(call.GetValue(published));
            if (form.Page is not null)
                PageFile.CheckFolder(form.Page);
            var list = InputArguments.ListOf(session, call.GetValue(actors));
            var places = PlacesFolder.Open();
            using var model = session.OpenModel(InputArguments.ChoiceOf(call.GetValue(language)));
            PlacesFolder.Check(places);
            var run = new ReadingRun(session, new Reader(model) { MinConfidence = minConfidence, Actors = list }, documents);
            if (form.JsonLines)
                return run.WriteLines(inputs);
            if (!form.Json && form.Page is null)
                return run.WriteForPeople(inputs);
            return WriteOne(session, run.ReadOnly(inputs, form.Json ? "--json" : "--html"), form.Json, form.Page);
        });
        return command;
    }

    private static int WriteOne(Session session, Reading? reading, bool asJson, string? page)
    {
        if (reading is null)
            return ExitCode.NothingRead;
        if (page is not null)
            PageFile.Write(page, ReadingPage.Of(reading));
        if (asJson)
            session.Output.WriteLine(ReadingJson.Write(reading, indented: true));
        return ExitCode.Done;
    }
}
