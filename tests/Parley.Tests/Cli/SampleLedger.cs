using Parley.Tests.Intake;

namespace Parley.Tests.Cli;

/// <summary>The nine sample reports in one ledger.</summary>
public sealed class SampleLedger : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>Reads the reports into the ledger.</summary>
    public SampleLedger()
    {
        string[] files =
        [
            .. Directory
                .EnumerateFiles(Repository.Path("samples", "istanbul"))
                .Where(file => !file.EndsWith(".md", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
        ];
        var call = Call.Run(["add", "--ledger", File, .. files]);
        if (call.Code != 0)
            throw new InvalidOperationException(call.Errors);
    }

    private string File => Path.Combine(_folder.Root, "talks.db");

    /// <summary>Asks the ledger. Paths of the samples in the answer begin at the repository.</summary>
    internal Call Ask(params string[] arguments)
    {
        var call = Call.Run([.. arguments, "--ledger", File]);
        return call with
        {
            Output = call.Output.Replace(Repository.Path("samples").Replace('\\', '/'), "samples", StringComparison.Ordinal),
        };
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }
}
