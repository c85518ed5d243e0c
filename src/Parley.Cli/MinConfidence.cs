using System.CommandLine;
using System.Globalization;
using Parley.Intake;

namespace Parley.Cli;

/// <summary>The option that says which records are shown and used, and which are folded away as uncertain.</summary>
internal static class MinConfidence
{
    private const string Name = "--min-confidence";

    /// <summary><c>--min-confidence X</c>.</summary>
    /// <param name="description">What it does to the command.</param>
    public static Option<string?> Option(string description) => new(Name) { Description = description, HelpName = "X" };

    /// <summary>The confidence that a call names, 0 to 1; null where it names none. Throws when it is no such number.</summary>
    public static double? Of(string? value)
    {
        if (value is null)
            return null;
        return double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number <= 1
            ? number
            : throw new ProblemException(Problems.NotAConfidence(Name, value), ExitCode.Usage);
    }
}
