using System.CommandLine;
using Parley.Intake;
using Parley.Ledger;

namespace Parley.Cli;

/// <summary><c>parley add</c>: articles into a ledger that lasts.</summary>
internal static class AddCommand
{
    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var files = InputArguments.Files();
        var language = InputArguments.Model();
        var published = InputArguments.Published();
        var actors = InputArguments.Actors();
        var ledgerFile = LedgerFile.Option();
        var restore = new Option<bool>("--restore") { Description = "Take articles in again that were removed." };
        var person = new Person();
        var command = new Command("add", "Reads articles and adds them to a ledger; an article that is there already is left alone.")
        {
            files,
            language,
            published,
            actors,
            ledgerFile,
            restore,
        };
        person.AddTo(command);
        command.SetAction(call =>
        {
            var session = Session.Of(call);
            var inputs = InputArguments.Open(session, call.GetValue(files));
            var documents = InputArguments.Reader(call.GetValue(published));
            session.LedgerName = call.GetRequiredValue(ledgerFile);
            using var ledger = LedgerFile.OpenOrMake(session.LedgerName);
            using var doorkeeper = LedgerFile.OpenOrMake(session.LedgerName);
            var list = InputArguments.ListOf(session, call.GetValue(actors));
            var places = PlacesFolder.Open();
            var choice = InputArguments.ChoiceOf(call.GetValue(language));
            using var model = session.OpenModel(choice);
            PlacesFolder.Check(places);
            var adder = new ArticleAdder(doorkeeper, documents, new Reader(model) { Actors = list })
            {
                Run = LedgerRuns.Of(choice, model),
                Note = person.Of(call),
                Restores = call.GetValue(restore),
            };
            return new AddingRun(session, ledger, adder).Add(inputs);
        });
        return command;
    }
}
