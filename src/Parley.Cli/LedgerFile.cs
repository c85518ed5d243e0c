using System.CommandLine;
using Parley.Intake;
using Parley.Ledger;
using Parley.Stores;

namespace Parley.Cli;

/// <summary>The option that names a ledger, and how it is opened.</summary>
internal static class LedgerFile
{
    /// <summary><c>--ledger FILE</c>.</summary>
    public static Option<string> Option() =>
        new("--ledger")
        {
            Description = "The file that keeps the ledger (SQLite), or the address of a database (postgres://…).",
            HelpName = "FILE",
            Required = true,
        };

    /// <summary>Opens the ledger, made new where there is none; throws when it cannot be used.</summary>
    public static ILedger OpenOrMake(string file)
    {
        try
        {
            return PostgresLedger.IsAddress(file) ? new PostgresLedger(file) : new SqliteLedger(file);
        }
        catch (LedgerException e)
        {
            throw new ProblemException(LedgerProblems.Of(PostgresLedger.Shown(file), e), ExitCode.NothingRead);
        }
    }

    /// <summary>Opens a ledger that is there.</summary>
    public static ILedger Open(string file) =>
        PostgresLedger.IsAddress(file) || File.Exists(file)
            ? OpenOrMake(file)
            : throw new ProblemException(Problems.NoLedger(file), ExitCode.NothingRead);
}
