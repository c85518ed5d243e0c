using System.CommandLine;
using Parley.Intake;

namespace Parley.Cli;

/// <summary>The argument and option that every reading command has: its inputs, and their date.</summary>
internal static class InputArguments
{
    /// <summary><c>FILE…</c>, <c>-</c> for standard input.</summary>
    public static Argument<string[]> Files() =>
        new("FILE")
        {
            Description = "Text files, HTML pages or JSON Lines, plain or compressed with gzip; - is standard input.",
            Arity = ArgumentArity.ZeroOrMore,
        };

    /// <summary><c>--published DATE</c>.</summary>
    public static Option<string?> Published() =>
        new("--published") { Description = "ISO date of publication (2022-03-30); weekdays are counted from it.", HelpName = "DATE" };

    /// <summary>The inputs of a call; throws when none is named.</summary>
    public static IEnumerable<RawInput> Open(Session session, string[]? files)
    {
        if (files is not { Length: > 0 })
            throw new ProblemException(Problems.NoInput(), ExitCode.Usage);
        return InputFiles.Open(files, session.OpenInput);
    }

    /// <summary>A document reader with the date of a call; throws when it is no date.</summary>
    public static DocumentReader Reader(string? published)
    {
        if (published is not null && !IsoDate.IsValid(published))
            throw new ProblemException(Problems.NotADate("--published", published), ExitCode.Usage);
        return new DocumentReader(published);
    }
}
