using System.CommandLine;
using Parley.Intake;

namespace Parley.Cli;

/// <summary>The options of commands that add articles to a ledger, and what they need: the ledger, the model, and who adds.</summary>
internal sealed class AddingSetup
{
    private readonly Option<string> _model = InputArguments.Model();
    private readonly Option<string?> _published = InputArguments.Published();
    private readonly Option<string?> _actors = InputArguments.Actors();
    private readonly Option<string> _ledger = LedgerFile.Option();
    private readonly Option<bool> _restore = new("--restore") { Description = "Take articles in again that were removed." };
    private readonly Person _person = new();

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (Option option in new Option[] { _model, _published, _actors, _ledger, _restore })
            command.Options.Add(option);
        _person.AddTo(command);
    }

    /// <summary>The ledger that a call names.</summary>
    public string LedgerOf(ParseResult call) => call.GetRequiredValue(_ledger);

    /// <summary>True where a call takes in again what was removed.</summary>
    public bool Restores(ParseResult call) => call.GetValue(_restore);

    /// <summary>Opens what is needed, and adds.</summary>
    /// <param name="session">The session.</param>
    /// <param name="call">The call.</param>
    /// <param name="add">Adds by runs that it makes, each at its own time, and gives the exit code.</param>
    public int Run(Session session, ParseResult call, Func<Func<AddingRun>, int> add)
    {
        var documents = InputArguments.Reader(call.GetValue(_published));
        session.LedgerName = LedgerOf(call);
        using var ledger = LedgerFile.OpenOrMake(session.LedgerName);
        using var doorkeeper = LedgerFile.OpenOrMake(session.LedgerName);
        var list = InputArguments.ListOf(session, call.GetValue(_actors));
        var places = PlacesFolder.Open();
        var choice = InputArguments.ChoiceOf(call.GetValue(_model));
        using var model = session.OpenModel(choice);
        PlacesFolder.Check(places);
        var (reader, run) = (new Reader(model) { Actors = list }, LedgerRuns.Of(choice, model));
        return add(() =>
            new AddingRun(
                session,
                ledger,
                new ArticleAdder(doorkeeper, documents, reader)
                {
                    Run = run,
                    Note = _person.Of(call),
                    Restores = Restores(call),
                }
            )
        );
    }
}
