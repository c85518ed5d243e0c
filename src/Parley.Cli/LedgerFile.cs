using System.CommandLine;
using Microsoft.Data.Sqlite;
using Parley.Intake;
using Parley.Stores;

namespace Parley.Cli;

/// <summary>The option that names a ledger, and how it is opened.</summary>
internal static class LedgerFile
{
    /// <summary><c>--ledger FILE</c>.</summary>
    public static Option<string> Option() =>
        new("--ledger")
        {
            Description = "The file that keeps the ledger (SQLite).",
            HelpName = "FILE",
            Required = true,
        };

    /// <summary>Opens the ledger, made new where there is none; throws when it cannot be used.</summary>
    public static SqliteLedger OpenOrMake(string file)
    {
        try
        {
            return new SqliteLedger(file);
        }
        catch (Exception e) when (e is SqliteException or InvalidDataException)
        {
            throw new ProblemException(Problems.NotALedger(file, e.Message), ExitCode.NothingRead);
        }
    }

    /// <summary>Opens a ledger that is there.</summary>
    public static SqliteLedger Open(string file) =>
        File.Exists(file) ? OpenOrMake(file) : throw new ProblemException(Problems.NoLedger(file), ExitCode.NothingRead);
}
