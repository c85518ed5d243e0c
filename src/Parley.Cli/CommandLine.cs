using System.CommandLine;
using System.CommandLine.Invocation;
using Parley.Intake;

namespace Parley.Cli;

/// <summary>The whole command line: parses a call, runs its command, and turns what goes wrong into one line and an exit code.</summary>
internal static class CommandLine
{
    /// <summary>Runs one call.</summary>
    public static int Run(string[] arguments, Session session)
    {
        var call = Create().Parse(arguments);
        try
        {
            if (call.Action is ParseErrorAction)
                throw new ProblemException(UsageProblem.Of(call), ExitCode.Usage);
            return call.Invoke(session);
        }
        catch (ProblemException e)
        {
            session.Say(e.Problem);
            return e.ExitCode;
        }
        finally
        {
            session.Output.Flush();
            session.Error.Flush();
        }
    }

    private static RootCommand Create() =>
        new(
            "Reads news reporting of a conflict and keeps the record straight: who said, did, promised and demanded what, each with its words."
        )
        {
            ReadCommand.Create(),
            AddCommand.Create(),
            BoardCommand.Create(),
        };
}
