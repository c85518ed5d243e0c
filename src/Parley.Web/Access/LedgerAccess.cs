using System.Collections.Concurrent;
using System.Diagnostics;
using Parley.Answers;
using Parley.Ledger;
using Parley.Web.Server;

namespace Parley.Web.Access;

/// <summary>
/// How requests get at the ledger. Instances are kept open and lent to one request at a time, as many as the computer has use for; who writes
/// does so one after the other, on an instance of its own. Where another version of the program weighed the ledger, its results are given while they
/// are made anew in the background (<see cref="IsReweighing"/>).
/// </summary>
/// <param name="options">How to open the ledger.</param>
public sealed class LedgerAccess(ServerOptions options) : IDisposable
{
    /// <summary>How long after the start what nobody waits for begins.</summary>
    private static readonly TimeSpan s_first = TimeSpan.FromSeconds(3);

    private readonly ConcurrentBag<ILedger> _idle = [];
    private readonly SemaphoreSlim _readers = new(Math.Max(4, 2 * Environment.ProcessorCount));
    private readonly SemaphoreSlim _writers = new(1);
    private readonly CancellationTokenSource _closing = new();
    private readonly long _start = Stopwatch.GetTimestamp();
    private int _isOpened;
    private volatile bool _isReweighing;

    /// <summary>True while results of another version are given, and those of this one are made.</summary>
    public bool IsReweighing => _isReweighing;

    /// <summary>Raised after something was written through this access.</summary>
    public event Action? Written;

    /// <summary>Asks the ledger something.</summary>
    /// <param name="question">Asks; whatever it gives back must not use the ledger later on (make arrays of lazy sequences).</param>
    /// <param name="cancel">Ends the wait for an instance.</param>
    public Task<T> Ask<T>(Func<ILedger, T> question, CancellationToken cancel = default) => Use(_readers, question, cancel);

    /// <summary>Writes to the ledger.</summary>
    /// <param name="act">Writes.</param>
    /// <param name="cancel">Ends the wait for others that write; what is begun is ended.</param>
    public async Task<T> Write<T>(Func<ILedger, T> act, CancellationToken cancel = default)
    {
        if (options.IsReadOnly)
            throw new ProblemException(WebProblems.ReadOnly(), Microsoft.AspNetCore.Http.StatusCodes.Status403Forbidden);
        var result = await Use(_writers, act, cancel);
        Written?.Invoke();
        return result;
    }

    /// <summary>Ends at once in a small ledger, in a large one a little after the start: what nobody waits for leaves the processor to the first views.</summary>
    public async Task Calm(CancellationToken cancel = default)
    {
        var left = s_first - Stopwatch.GetElapsedTime(_start);
        if (left > TimeSpan.Zero && await Ask(ledger => ledger.Count(ReadingQuery.All) > ReadyAnswers.Large, cancel))
            await Task.Delay(left, cancel);
    }

    private async Task<T> Use<T>(SemaphoreSlim gate, Func<ILedger, T> act, CancellationToken cancel)
    {
        await gate.WaitAsync(cancel);
        ILedger? ledger = null;
        try
        {
            ledger = _idle.TryTake(out var idle) ? idle : Open();
            var result = act(ledger);
            _idle.Add(ledger);
            ledger = null;
            return result;
        }
        finally
        {
            // One that failed may be in any state.
            ledger?.Dispose();
            gate.Release();
        }
    }

    private ILedger Open()
    {
        var ledger = options.OpenLedger();
        ledger.GivesOlder = true;
        if (Interlocked.Exchange(ref _isOpened, 1) == 0 && LedgerFunctions.All.Any(ledger.IsBehind))
        {
            _isReweighing = true;
            _ = Task.Run(Reweigh);
        }
        return ledger;
    }

    private void Reweigh()
    {
        try
        {
            using var ledger = options.OpenLedger();
            ledger.Refreshing = _ => _closing.Token.ThrowIfCancellationRequested();
            foreach (var function in LedgerFunctions.All)
                ledger.Refresh(function);
        }
        catch (Exception e) when (e is LedgerException or OperationCanceledException)
        {
            // What is done stays done; who starts next goes on.
        }
        _isReweighing = false;
        Written?.Invoke();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _closing.Cancel();
        while (_idle.TryTake(out var ledger))
            ledger.Dispose();
        _readers.Dispose();
        _writers.Dispose();
    }
}
