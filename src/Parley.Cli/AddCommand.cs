using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using Parley.Intake;
using Parley.Records;
using Parley.Stores;

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
        var command = new Command("add", "Reads articles and adds them to a ledger; an article that is there already is left alone.")
        {
            files,
            language,
            published,
            actors,
            ledgerFile,
        };
        command.SetAction(call =>
        {
            var session = Session.Of(call);
            var inputs = InputArguments.Open(session, call.GetValue(files));
            var documents = InputArguments.Reader(call.GetValue(published));
            using var ledger = LedgerFile.OpenOrMake(call.GetRequiredValue(ledgerFile));
            var list = InputArguments.ListOf(session, call.GetValue(actors));
            var places = PlacesFolder.Open();
            using var model = session.OpenModel(InputArguments.ChoiceOf(call.GetValue(language)));
            PlacesFolder.Check(places);
            return Add(session, inputs, documents, new Reader(model) { Actors = list }, ledger);
        });
        return command;
    }

    private static int Add(Session session, IEnumerable<RawInput> inputs, DocumentReader documents, Reader reader, SqliteLedger ledger)
    {
        var (done, skipped) = (0, 0);
        foreach (var input in inputs)
        {
            var taken = documents.Read(input);
            foreach (var notice in taken.Notices)
                session.Say(notice);
            if (taken.Document is not { } document)
            {
                skipped++;
                session.Output.WriteLine(
                    $"skipped        {input.Name}: {taken.Skipped!.Code}: {taken.Skipped.Reason}".ReplaceLineEndings(" ")
                );
                continue;
            }
            done++;
            var isNew = !ledger.Holds(IdOf(document)) && ledger.Keep(reader.Read(document));
            session.Output.WriteLine($"{(isNew ? "added" : "already there"), -13}  {input.Name}");
        }
        return ExitCode.Of(done, skipped);
    }

    /// <summary>The id that the article will have, so that one that is there need not be read again.</summary>
    private static string IdOf(SourceDocument document) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document.Text)));
}
