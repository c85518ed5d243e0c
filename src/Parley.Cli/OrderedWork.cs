using System.Threading.Channels;

namespace Parley.Cli;

/// <summary>Does the same work on many items on all cores, and gives the results in the order of the items.</summary>
internal static class OrderedWork
{
    /// <summary>How many results for each core may wait for an earlier one: about as many as a long article takes the time of.</summary>
    private const int WaitingForEachCore = 16;

    /// <summary>
    /// Items are drawn one by one as room is free. Some results may wait behind a long item before them, so that no core stands idle for its sake.
    /// What the drawing or the work throws comes out of the enumeration.
    /// </summary>
    /// <param name="items">The items; they are drawn on another thread.</param>
    /// <param name="work">The work on one item.</param>
    /// <param name="onIdle">Called when no result is ready, before waiting for one.</param>
    /// <param name="waiting">How many results for each core may wait: more where they are taken in bursts.</param>
    public static IEnumerable<TResult> Run<T, TResult>(
        IEnumerable<T> items,
        Func<T, TResult> work,
        Action onIdle,
        int waiting = WaitingForEachCore
    )
    {
        var channel = Channel.CreateBounded<Task<TResult>>(
            new BoundedChannelOptions(Environment.ProcessorCount * waiting) { SingleReader = true, SingleWriter = true }
        );
        using var stop = new CancellationTokenSource();
        using var cores = new SemaphoreSlim(Environment.ProcessorCount);
        var drawing = Task.Run(() => DrawAsync(items, work, cores, channel.Writer, stop.Token));
        try
        {
            while (true)
            {
                if (!channel.Reader.TryRead(out var result))
                {
                    onIdle();
                    if (!channel.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
                        break;
                    continue;
                }
                if (!result.IsCompleted)
                    onIdle();
                yield return result.GetAwaiter().GetResult();
            }
        }
        finally
        {
            stop.Cancel();
            // Standard input may never end: only what is under way is waited for.
            while (channel.Reader.TryRead(out var result))
                result.ContinueWith(static task => _ = task.Exception, TaskScheduler.Default).Wait();
        }
        drawing.GetAwaiter().GetResult();
    }

    private static async Task DrawAsync<T, TResult>(
        IEnumerable<T> items,
        Func<T, TResult> work,
        SemaphoreSlim cores,
        ChannelWriter<Task<TResult>> results,
        CancellationToken stop
    )
    {
        Exception? failure = null;
        try
        {
            foreach (var item in items)
            {
                await cores.WaitAsync(stop).ConfigureAwait(false);
                var result = Task.Run(
                    () =>
                    {
                        try
                        {
                            return work(item);
                        }
                        finally
                        {
                            cores.Release();
                        }
                    },
                    CancellationToken.None
                );
                await results.WriteAsync(result, stop).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            failure = e;
        }
        catch (OperationCanceledException) { }
        results.TryComplete(failure);
    }
}
