using System.CommandLine;
using Parley.Intake;
using Parley.Intake.Addresses;

namespace Parley.Cli;

/// <summary><c>parley add</c>: articles into a ledger that lasts.</summary>
internal static class AddCommand
{
    private const string BookEnding = ".addresses.json";

    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var files = InputArguments.Files();
        var intake = new IntakeOptions();
        var adding = new AddingSetup();
        var command = new Command("add", "Reads articles and adds them to a ledger; an article that is there already is left alone.")
        {
            files,
        };
        adding.AddTo(command);
        intake.AddTo(command);
        command.SetAction(call =>
        {
            var session = Session.Of(call);
            var names = call.GetValue(files);
            var book = BookOf(session, names, adding.LedgerOf(call), adding.Restores(call));
            var options = intake.Of(session, call, book);
            using var fetcher = options.Fetcher;
            var inputs = InputArguments.Open(names, options);
            return adding.Run(
                session,
                call,
                run =>
                {
                    var code = run().Add(inputs);
                    if (book?.Save() is { } problem)
                        session.Say(problem);
                    return code;
                }
            );
        });
        return command;
    }

    /// <summary>What is known of addresses; null where none are named, and where the ledger has no file beside which it could lie.</summary>
    private static AddressBook? BookOf(Session session, string[]? names, string ledger, bool restores)
    {
        if (
            names?.Any(name => AddressFetcher.IsAddress(name) || name.StartsWith('@')) is not true
            || IntakeOptions.Beside(ledger, BookEnding) is not { } file
        )
            return null;
        var book = new AddressBook(file);
        // A new ledger has nothing of what the book tells of, nor has one from which it was removed.
        if (File.Exists(ledger) && !restores && book.Load() is { } problem)
            session.Say(problem);
        return book;
    }
}
