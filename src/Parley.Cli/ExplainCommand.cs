using System.CommandLine;
using Parley.Cli.Explanations;
using Parley.Intake;
using Parley.Records;
using Parley.Wording;

namespace Parley.Cli;

/// <summary><c>parley explain</c>: why one record of an article is what it is.</summary>
internal static class ExplainCommand
{
    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var file = InputArguments.File();
        var record = new Argument<string>("RECORD") { Description = "The id of a record, as parley read shows it (e3)." };
        var language = InputArguments.Model();
        var published = InputArguments.Published();
        var actors = InputArguments.Actors();
        var json = new Option<bool>("--json") { Description = "Print the explanation as JSON." };
        var command = new Command(
            "explain",
            "Tells for one record of an article its words, how sure the model was and of what else, and the rule behind each field."
        )
        {
            file,
            record,
            language,
            published,
            actors,
            json,
        };
        command.SetAction(call =>
        {
            var session = Session.Of(call);
            var name = call.GetRequiredValue(file);
            var inputs = InputArguments.Open(session, [name]);
            var documents = InputArguments.Reader(call.GetValue(published));
            var list = InputArguments.ListOf(session, call.GetValue(actors));
            var places = PlacesFolder.Open();
            using var model = session.OpenModel(InputArguments.ChoiceOf(call.GetValue(language)));
            PlacesFolder.Check(places);
            var run = new ReadingRun(session, new Reader(model) { Actors = list }, documents) { Explains = true };
            return run.ReadOnly(inputs, "parley explain", "give it a file with one article") is { } reading
                ? Write(session, reading, name, call.GetRequiredValue(record), call.GetValue(json))
                : ExitCode.NothingRead;
        });
        return command;
    }

    private static int Write(Session session, Reading reading, string file, string record, bool asJson)
    {
        var links = new RecordLinks(reading);
        var explanation =
            Explanation.Of(reading, links, record)
            ?? throw new ProblemException(Problems.NoRecord(file, record, links.Ranges()), ExitCode.Usage);
        if (asJson)
            session.Output.WriteLine(ExplanationJson.Write(explanation, reading.Article));
        else
            new ExplanationScreen(session, reading.Article).Write(explanation);
        return ExitCode.Done;
    }
}
