using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Parley.Answers;
using Parley.Intake;
using Parley.Ledger;
#if !FAST_MODEL_ONLY
using Parley.Cli.Archives;
#endif

namespace Parley.Cli;

/// <summary>The whole command line: parses a call, runs its command, and turns what goes wrong into one line and an exit code.</summary>
internal static class CommandLine
{
    /// <summary>Runs one call.</summary>
    public static int Run(string[] arguments, Session session)
    {
        LedgerFunctions.OpenTestimony = static () => TestimonyFolder.Model;
        var call = Create().Parse(arguments);
        try
        {
            if (call.Action is ParseErrorAction or null)
                throw new ProblemException(UsageProblem.Of(call), ExitCode.Usage);
            return call.Invoke(session);
        }
        catch (ProblemException e)
        {
            session.Say(e.Problem);
            return e.ExitCode;
        }
        catch (RequestException e)
        {
            session.Say(RequestProblems.Of(e));
            return ExitCode.Usage;
        }
        catch (LedgerException e)
        {
            session.Say(LedgerProblems.Of(session.LedgerName, e));
            return ExitCode.NothingRead;
        }
        catch (IOException e) when (session.IsClosedPipe(e))
        {
            // The reader of our output has seen enough (parley … | head).
            return ExitCode.Done;
        }
        catch (OperationCanceledException)
        {
            return ExitCode.NothingRead;
        }
        finally
        {
            session.Close();
        }
    }

    private static Command Create()
    {
        var root = new Command(
            "parley",
            "Reads news reporting of a conflict and keeps the record straight: who said, did, promised and demanded what, each with its words."
        )
        {
            new HelpOption { Action = new HelpWithExamples() },
            new VersionOption { Action = new PrintVersion() },
            ReadCommand.Create(),
            ExplainCommand.Create(),
            ParseCommand.Create(),
            AddCommand.Create(),
            WatchCommand.Create(),
            RemoveCommand.Create(),
            ArticlesCommand.Create(),
            BoardCommand.Create(),
            MatrixCommand.Create(),
            ClaimsCommand.Create(),
            ClaimCommand.Create(),
            FiguresCommand.Create(),
            TimelineCommand.Create(),
            StoriesCommand.Create(),
            DiffCommand.Create(),
            BriefCommand.Create(),
            UndertakingCommand.Create(),
            SearchCommand.Create(),
            QueueCommand.Create(),
            CorrectionsCommand.Create(),
            RereadCommand.Create(),
            SourcesCommand.Create(),
            StatsCommand.Create(),
        };
        foreach (var command in CorrectionCommands.Create())
            root.Add(command);
#if !FAST_MODEL_ONLY
        root.Add(ServeCommand.Create());
        root.Add(McpCommand.Create());
        root.Add(UsersCommand.Create());
        root.Add(ReportCommand.Create());
        root.Add(ExportCommand.Create());
        root.Add(ImportCommand.Create());
        root.Add(ShardCommand.Create());
        root.Add(GatherCommand.Create());
        root.Add(VerifyCommand.Create());
#endif
        return root;
    }

    private sealed class PrintVersion : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            parseResult.InvocationConfiguration.Output.WriteLine($"parley {typeof(CommandLine).Assembly.GetName().Version!.ToString(3)}");
            return ExitCode.Done;
        }
    }
}
