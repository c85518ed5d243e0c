using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Parley.Ledger;
using Parley.Web.Access;
using Parley.Web.Server;
using Parley.Web.Work;

namespace Parley.Web.Events;

/// <summary>
/// Sees what changes in the ledger, by whomever: this server, a command, another server. It looks when this server wrote, and every two seconds whether
/// another did. What it saw is kept, so that those who listen can take up where they left off, also after the server was away. Of servers that share a
/// folder one keeps it; the others count events of their own for as long as they run.
/// </summary>
internal sealed partial class EventFeed : BackgroundService
{
    /// <summary>Events that can be asked for afterwards.</summary>
    public const int MostKept = 10_000;

    private const string EventFile = "events.jsonl";
    private const string StateFile = "events-seen.json";
    private const string LockFile = "events.lock";

    private static readonly TimeSpan s_look = TimeSpan.FromSeconds(2);

    /// <summary>Changes that come close together are looked at together.</summary>
    private static readonly TimeSpan s_gather = TimeSpan.FromMilliseconds(150);

    private readonly LedgerAccess _access;
    private readonly Workbench _bench;
    private readonly ServerOptions _options;
    private readonly WorkFolder _work;
    private readonly ILogger<EventFeed> _logger;
    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _written = new(0, 1);
    private ImmutableList<FeedEvent> _events = [];
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private FeedState? _state;
    private WorkLock? _lock;

    /// <summary>The entries of the board as they were seen last: only those that differ are looked at.</summary>
    private readonly Dictionary<string, string> _bodies = new(StringComparer.Ordinal);

    public EventFeed(LedgerAccess access, Workbench bench, ServerOptions options, WorkFolder work, ILogger<EventFeed> logger)
    {
        (_access, _bench, _options, _work, _logger) = (access, bench, options, work, logger);
        access.Written += Wake;
    }

    /// <summary>The id of the last event, for those who begin to listen; null while the ledger was not looked at.</summary>
    public string? LastId => _state is { } state ? IdOf(state, state.Last) : null;

    /// <summary>The events behind one, and what tells of more. Of an id that is not known, or too old, there is no way to tell what was missed: the last is then null.</summary>
    /// <param name="id">The last event that was heard; null to hear only new ones.</param>
    public (ImmutableArray<(string Id, FeedEvent Event)> Events, bool IsGap, Task More) After(string? id)
    {
        lock (_gate)
        {
            if (_state is not { } state)
                return ([], false, _next.Task);
            var number = NumberOf(id, state);
            var from = number ?? state.Last;
            var isGap = id is not null && (number is null || !_events.IsEmpty && from < _events[0].Id - 1);
            return ([.. _events.Where(one => one.Id > from).Select(one => (IdOf(state, one.Id), one))], isGap, _next.Task);
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _access.Written -= Wake;
        base.Dispose();
        _written.Dispose();
        _lock?.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        var mayWrite = true;
        while (!stoppingToken.IsCancellationRequested)
            try
            {
                if (_state is null)
                    await Begin(stoppingToken);
                else if (mayWrite || await HasNews(stoppingToken))
                    await Look(stoppingToken);
                mayWrite = await _written.WaitAsync(s_look, stoppingToken);
                if (mayWrite)
                    await Task.Delay(s_gather, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (e is LedgerException or IOException or UnauthorizedAccessException or ObjectDisposedException)
            {
                if (stoppingToken.IsCancellationRequested)
                    return;
                NotSeen(e);
                _bodies.Clear();
                await Task.Delay(s_look, CancellationToken.None);
            }
    }

    private async Task Begin(CancellationToken cancel)
    {
        await _access.Calm(cancel);
        _lock ??= _work.TryOwn(LockFile);
        var kept =
            _lock is null ? null
            : _work.Lines(StateFile).LastOrDefault() is { } line ? WorkJson.Read<FeedState>(line)
            : null;
        if (kept is not null)
        {
            var events = _work.Lines(EventFile).Select(WorkJson.Read<FeedEvent>).OfType<FeedEvent>().Where(one => one.Id <= kept.Last);
            lock (_gate)
                (_state, _events) = (kept, [.. events.TakeLast(MostKept)]);
            await Look(cancel);
            return;
        }
        var epoch = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4));
        var state = await _access.Ask(ledger => FeedChanges.Begin(ledger, epoch), cancel);
        Keep(work =>
        {
            work.Replace(EventFile, "");
            work.Replace(StateFile, WorkJson.Write(state) + "\n");
        });
        Tell(state, []);
    }

    private Task<bool> HasNews(CancellationToken cancel) =>
        _access.Ask(ledger => !ledger.History(after: _state!.History, most: 1).IsEmpty, cancel);

    private async Task Look(CancellationToken cancel)
    {
        var at = Instant.Of(_options.Now());
        while (true)
        {
            var before = _state!;
            var (state, events) = await _access.Ask(ledger => FeedChanges.Since(ledger, before, at, _bodies), cancel);
            _bench.Renewed();
            if (events.IsEmpty && state.History == before.History)
                return;
            Keep(work =>
            {
                foreach (var one in events)
                    work.Append(EventFile, WorkJson.Write(one));
                work.Replace(StateFile, WorkJson.Write(state) + "\n");
            });
            Tell(state, events);
            if (state.Last / MostKept != before.Last / MostKept)
                Keep(work => work.Replace(EventFile, string.Concat(_events.Select(one => WorkJson.Write(one) + "\n"))));
        }
    }

    /// <summary>Writes to the folder, where it is this server's.</summary>
    private void Keep(Action<WorkFolder> write)
    {
        if (_lock is not null)
            write(_work);
    }

    private void Tell(FeedState state, ImmutableArray<FeedEvent> events)
    {
        TaskCompletionSource told;
        lock (_gate)
        {
            _state = state;
            _events = _events.AddRange(events);
            if (_events.Count > MostKept)
                _events = _events.RemoveRange(0, _events.Count - MostKept);
            (told, _next) = (_next, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }
        told.TrySetResult();
    }

    private void Wake()
    {
        try
        {
            _written.Release();
        }
        catch (Exception e) when (e is SemaphoreFullException or ObjectDisposedException)
        {
            // It is awake, or the server stops.
        }
    }

    private static string IdOf(FeedState state, long number) => string.Create(CultureInfo.InvariantCulture, $"{state.Epoch}-{number}");

    private static long? NumberOf(string? id, FeedState state) =>
        id?.Split('-') is [var epoch, var number]
        && epoch == state.Epoch
        && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
        && value <= state.Last
            ? value
            : null;

    [LoggerMessage(EventId = 30, Level = LogLevel.Warning, Message = "The ledger could not be looked at for changes; it is tried again.")]
    private partial void NotSeen(Exception fault);
}
