using System.CommandLine;
using Parley.Intake;

namespace Parley.Cli;

/// <summary>Says in one line what is wrong with a call.</summary>
internal static class UsageProblem
{
    /// <summary>The first thing that is wrong with a call that does not parse.</summary>
    public static Problem Of(ParseResult call)
    {
        var found = call.Errors.Count > 0 ? call.Errors[0].Message.TrimEnd('.') : "the call is not complete";
        var command = call.CommandResult.Command is RootCommand ? "parley" : $"parley {call.CommandResult.Command.Name}";
        return Problems.Usage(found, $"see {command} --help");
    }
}
