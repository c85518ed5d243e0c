using System.Collections.Concurrent;
using Parley.Intake;
using Parley.Ledger;
using Parley.Syntax;
using Parley.Web.Server;

namespace Parley.Web.Access;

/// <summary>Reads texts now. A model is opened when it is first needed, and kept.</summary>
/// <param name="options">How to open models.</param>
public sealed class TextReading(ServerOptions options) : IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<ILanguageModel>> _models = new(StringComparer.Ordinal);

    /// <summary>The reader with a model; throws where there is none of that name.</summary>
    /// <param name="model"><c>fast</c> or <c>accurate</c>.</param>
    public Reader Reader(string model)
    {
        if (!ServerOptions.ModelNames.Contains(model))
            throw ProblemException.Field("model", Problems.NotOneOf("model", model, string.Join(", ", ServerOptions.ModelNames)));
        if (options.OpenModel is not { } open)
            throw new ProblemException(WebProblems.NoModel(), 501);
        var kept = _models.GetOrAdd(model, name => new Lazy<ILanguageModel>(() => open(name)));
        try
        {
            return new Reader(kept.Value);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            _models.TryRemove(model, out _);
            throw e as ProblemException ?? new ProblemException(WebProblems.ModelFails(model, e.Message), 501);
        }
    }

    /// <summary>The reader that reads an article as it was read; null where the server has none.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="article">Id of the article.</param>
    public Reader? ReaderOf(ILedger ledger, string article)
    {
        if (options.OpenModel is null)
            return null;
        var run = ledger.Articles(ReadingQuery.All, all: true).FirstOrDefault(entry => entry.Id == article)?.Run;
        var model = ledger.Statistics().Runs.FirstOrDefault(pair => pair.Run.Id == run).Run?.Model;
        return model is null ? null : Reader(model.StartsWith("en-fast", StringComparison.Ordinal) ? "fast" : "accurate");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var model in _models.Values)
            if (model.IsValueCreated)
                model.Value.Dispose();
    }
}
