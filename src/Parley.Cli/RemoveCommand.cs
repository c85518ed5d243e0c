using System.CommandLine;
using Parley.Answers;

namespace Parley.Cli;

/// <summary><c>parley remove</c>: takes an article back.</summary>
internal static class RemoveCommand
{
    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var articles = new Argument<string[]>("ARTICLE")
        {
            Description = "The first digits of an article's id, its source or its address.",
            Arity = ArgumentArity.OneOrMore,
        };
        var ledgerFile = LedgerFile.Option();
        var person = new Person();
        var command = new Command("remove", "Takes articles out of a ledger with all that hangs on them; the history is kept.")
        {
            articles,
            ledgerFile,
        };
        person.AddTo(command);
        command.SetAction(call =>
        {
            var session = Session.Of(call);
            session.LedgerName = call.GetRequiredValue(ledgerFile);
            using var ledger = LedgerFile.Open(session.LedgerName);
            // All are found before any is taken out.
            var ids = call.GetRequiredValue(articles).Select(name => (Name: name, Id: RecordNames.FindArticle(ledger, name))).ToList();
            foreach (var (name, id) in ids)
                session.Output.WriteLine($"{(ledger.Remove(id, person.Of(call)) ? "removed" : "was removed"), -13}  {name}");
            foreach (var function in LedgerFunctions.All)
                ledger.Refresh(function);
            return ExitCode.Done;
        });
        return command;
    }
}
