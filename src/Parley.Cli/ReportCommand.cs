#if !FAST_MODEL_ONLY
using System.CommandLine;
using System.Globalization;
using Parley.Stores;
using Parley.Web.Report;

namespace Parley.Cli;

/// <summary><c>parley report</c>: the pages of the workbench as files.</summary>
internal static class ReportCommand
{
    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var folder = new Option<string>("--out")
        {
            Description = "The folder for the files; made where it is not there.",
            HelpName = "DIR",
            Required = true,
        };
        var force = new Option<bool>("--force")
        {
            Description = "Write into a folder that holds something: files of the same names are replaced, others stay.",
        };
        var command = new Command(
            "report",
            "Writes the pages of the workbench as files that open from a folder: no server, no script, no request outside the folder."
        )
        {
            folder,
            force,
        };
        var query = new LedgerQuery();
        query.AddTo(command, hasJson: false);
        command.SetAction(call =>
        {
            var session = Session.Of(call);
            var question = query.Of(call);
            session.LedgerName = PostgresLedger.Shown(question.File);
            CheckLedger(question);
            var report = Write(
                new ReportOptions
                {
                    OpenLedger = question.Open,
                    LedgerName = session.LedgerName,
                    Folder = call.GetRequiredValue(folder),
                    Question = question,
                    Force = call.GetValue(force),
                    Now = session.Now,
                }
            );
            session.Output.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{report.Pages} pages, {report.Bytes / 1024.0 / 1024:0.0} MB: open {report.First}"
                )
            );
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>A ledger that cannot be opened, or has no such party, is better said before files are written.</summary>
    private static void CheckLedger(LedgerQuestion question)
    {
        question.Open().Dispose();
        if (question.Party is not null)
            question.CheckParty(question.Readings(), []);
    }

    private static ReportResult Write(ReportOptions options)
    {
        try
        {
            return ReportWriter.WriteAsync(options).GetAwaiter().GetResult();
        }
        catch (Web.Server.ProblemException e)
        {
            throw new ProblemException(e.Problem, e.Status < 500 ? ExitCode.Usage : ExitCode.NothingRead);
        }
    }
}
#endif
