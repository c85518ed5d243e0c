using System.Collections.Immutable;
using Parley.Stores;

namespace Parley.Exports.Sqlite;

/// <summary>The ledger itself: a whole copy of its file, as it stood at one moment, whoever writes to it meanwhile.</summary>
internal sealed class SqliteFormat : IExportFormat
{
    public string Name => "sqlite";

    public string Holds => "the ledger itself, as a consistent copy of its file";

    public ImmutableArray<string> Endings => [".db"];

    public string MediaType => "application/vnd.sqlite3";

    public bool IsFolder => false;

    /// <inheritdoc/>
    public bool IsWhole => true;

    public void Write(ExportSource source, ExportTarget target)
    {
        if (source.Ledger is not SqliteLedger ledger)
            throw new ExportException(ExportProblems.CannotHold(Name, "the ledger is no SQLite file"));
        if (!source.Query.IsWhole)
            throw new ExportException(ExportProblems.CannotHold(Name, "it is the whole ledger, and a part of it is asked for"));
        var folder = Directory.CreateTempSubdirectory("parley-");
        try
        {
            var copy = Path.Combine(folder.FullName, "ledger.db");
            ledger.CopyTo(copy);
            using var input = File.OpenRead(copy);
            using var output = target.Open("ledger.db");
            input.CopyTo(output);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
