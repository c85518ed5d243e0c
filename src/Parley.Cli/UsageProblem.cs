using System.CommandLine;
using System.CommandLine.Parsing;
using Parley.Intake;

namespace Parley.Cli;

/// <summary>Says in one line what is wrong with a call, and what was perhaps meant.</summary>
internal static class UsageProblem
{
    /// <summary>Words that differ in more letters are not taken for each other.</summary>
    private const int MostDifferences = 2;

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
        found =
            unknown.StartsWith('-') ? $"{name} has no option '{unknown}'"
            : command.Subcommands.Count > 0 ? $"there is no command '{unknown}'"
            : $"'{unknown}' is one argument too many";
        return Problems.Usage(found, Nearest(command, unknown) is { } nearest ? $"did you mean {nearest}?" : $"see {name} --help");
    }

    private static IEnumerable<string> FileWords(ParseResult call) =>
        call.CommandResult.Children.OfType<ArgumentResult>().SelectMany(argument => argument.Tokens).Select(token => token.Value);

    private static string? Nearest(Command command, string word) =>
        command
            .Options.Concat(command.Parents.OfType<Command>().SelectMany(parent => parent.Options.Where(option => option.Recursive)))
            .Select(option => option.Name)
            .Concat(command.Subcommands.Select(sub => sub.Name))
            .Select(name => (Name: name, Distance: Distance(name, word)))
            .Where(pair => pair.Distance <= MostDifferences)
            .OrderBy(pair => pair.Distance)
            .Select(pair => pair.Name)
            .FirstOrDefault();

    /// <summary>Letters to put in, leave out, change or swap with the next (Damerau, optimal string alignment).</summary>
    private static int Distance(string a, string b)
    {
        var distance = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        for (var j = 0; j <= b.Length; j++)
        {
            if (i == 0 || j == 0)
            {
                distance[i, j] = i + j;
                continue;
            }
            var change = distance[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            distance[i, j] = Math.Min(Math.Min(distance[i - 1, j], distance[i, j - 1]) + 1, change);
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                distance[i, j] = Math.Min(distance[i, j], distance[i - 2, j - 2] + 1);
        }
        return distance[a.Length, b.Length];
    }
}
