using System.CommandLine;
using System.Globalization;
using Parley.Intake;

namespace Parley.Cli;

/// <summary>The options that all commands over a ledger share: which ledger, as of which day, which party, which topic, in which form.</summary>
internal sealed class LedgerQuery
{
    private const string AsOfName = "--as-of";

    private readonly Option<string> _ledger = LedgerFile.Option();
    private readonly Option<string?> _asOf = new(AsOfName)
    {
        Description = "Use only what had been published up to and with that day; without it, everything.",
        HelpName = "DAY",
    };
    private readonly Option<string?> _party = new("--party")
    {
        Description = "Show one party alone, by its code or name; RUS takes in RUS.MIL.",
        HelpName = "CODE",
    };
    private readonly Option<string?> _topic = new("--topic")
    {
        Description = "Show what has that word in its topic, kind or deed.",
        HelpName = "WORD",
    };
    private readonly Option<bool> _json = new("--json") { Description = "Print JSON." };

    /// <summary>Adds the options to a command, behind its own.</summary>
    /// <param name="command">The command.</param>
    /// <param name="hasJson">False for a command that never prints JSON.</param>
    public void AddTo(Command command, bool hasJson = true)
    {
        command.Options.Add(_ledger);
        command.Options.Add(_asOf);
        command.Options.Add(_party);
        command.Options.Add(_topic);
        if (hasJson)
            command.Options.Add(_json);
    }

    /// <summary>What a call asks; throws where a value cannot be used.</summary>
    public LedgerQuestion Of(ParseResult call) =>
        new()
        {
            File = call.GetRequiredValue(_ledger),
            Session = Session.Of(call),
            AsOf = Day(AsOfName, call.GetValue(_asOf)),
            Party = Word(call.GetValue(_party)),
            Topic = Word(call.GetValue(_topic)),
            Json = call.GetValue(_json),
        };

    /// <summary>A day as an ISO date; null where none is named. Throws when it is no day of the calendar.</summary>
    public static string? Day(string option, string? value)
    {
        if (value is null || DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            return value;
        throw new ProblemException(Problems.NotADate(option, value), ExitCode.Usage);
    }

    private static string? Word(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
