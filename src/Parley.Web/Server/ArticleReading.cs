using Parley.Ledger;

namespace Parley.Web.Server;

/// <summary>What reads articles, and by which name the ledger knows it.</summary>
/// <param name="reader">The reader.</param>
/// <param name="run">What its readings are made by.</param>
/// <param name="model">What is closed with it; null for nothing.</param>
public sealed class ArticleReading(Reader reader, LedgerRun run, IDisposable? model = null) : IDisposable
{
    /// <summary>The reader.</summary>
    public Reader Reader => reader;

    /// <summary>What its readings are made by.</summary>
    public LedgerRun Run => run;

    /// <inheritdoc/>
    public void Dispose() => model?.Dispose();
}
