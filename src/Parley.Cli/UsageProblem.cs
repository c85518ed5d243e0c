using System.CommandLine;
using System.CommandLine.Parsing;
using Parley.Answers;
using Parley.Intake;

namespace Parley.Cli;

/// <summary>Says in one line what is wrong with a call, and what was perhaps meant.</summary>
internal static class UsageProblem
{
    /// <summary>The first thing that is wrong with a call that does not parse.</summary>
    public static Problem Of(ParseResult call)
    {
        var command = call.CommandResult.Command;
        var name = command.Parents.Any() ? $"parley {command.Name}" : "parley";
        var found = call.Errors.Count > 0 ? call.Errors[0].Message.TrimEnd('.') : "no command is given";
        var unknown = call.UnmatchedTokens.Concat(FileWords(call).Where(InputArguments.LooksLikeOption)).FirstOrDefault();
        if (command.Subcommands.Count > 0 && unknown is null)
            found = "no command is given";
        if (unknown is null)
            return Problems.Usage(found, $"see {name} --help");
        if (LeftOut.Contains(unknown))
            return IntakeProblems.NotInThisBuild($"parley has '{unknown}', which");
        found =
            unknown.StartsWith('-') ? $"{name} has no option '{unknown}'"
            : command.Subcommands.Count > 0 ? $"there is no command '{unknown}'"
            : $"'{unknown}' is one argument too many";
        return Problems.Usage(found, Nearest(command, unknown) is { } nearest ? $"did you mean {nearest}?" : $"see {name} --help");
    }

    private static IEnumerable<string> FileWords(ParseResult call) =>
        call.CommandResult.Children.OfType<ArgumentResult>().SelectMany(argument => argument.Tokens).Select(token => token.Value);

    private static string? Nearest(Command command, string word) =>
        NearWords
            .Of(
                word,
                command
                    .Options.Concat(
                        command.Parents.OfType<Command>().SelectMany(parent => parent.Options.Where(option => option.Recursive))
                    )
                    .Select(option => option.Name)
                    .Concat(command.Subcommands.Select(sub => sub.Name))
            )
            .FirstOrDefault();
}
