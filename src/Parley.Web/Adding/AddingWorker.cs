using System.Diagnostics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Parley.Answers;
using Parley.Intake;
using Parley.Intake.Addresses;
using Parley.Ledger;
using Parley.Web.Access;
using Parley.Web.Server;
using Parley.Web.Telemetry;

namespace Parley.Web.Adding;

/// <summary>
/// Reads what waits, one article after the other on one thread, so that the other cores answer requests. It stops between two articles; what it has
/// not read by then waits for the next start.
/// </summary>
internal sealed partial class AddingWorker(
    AddingQueue queue,
    LedgerAccess access,
    ServerOptions options,
    WorkbenchMeters meters,
    ILogger<AddingWorker> logger
) : BackgroundService
{
    /// <summary>The most articles of one file.</summary>
    public const int MostArticles = 20_000;

    /// <summary>The most bytes of one file, unpacked.</summary>
    public const long MostUnpacked = 200_000_000;

    /// <summary>How often results over several articles are brought up to date while jobs are read.</summary>
    private static readonly TimeSpan s_refresh = TimeSpan.FromSeconds(2);

    /// <summary>How long to wait after something went wrong.</summary>
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(10);

    /// <summary>How often to look whether the server that reads is still there.</summary>
    private static readonly TimeSpan s_turn = TimeSpan.FromSeconds(2);

    private readonly Stopwatch _refreshed = Stopwatch.StartNew();
    private ArticleReading? _reading;

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        !queue.IsOpen || options.OpenReading is null || options.IsReadOnly
            ? Task.CompletedTask
            : Task.Factory.StartNew(
                () => Run(stoppingToken),
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default
            );

    private void Run(CancellationToken stop)
    {
        try
        {
            while (!stop.IsCancellationRequested)
                if (!queue.TryOwn())
                {
                    queue.Hindrance = "another server reads for this ledger";
                    stop.WaitHandle.WaitOne(s_turn);
                }
                else if (queue.Next() is { } job)
                    Try(job, stop);
                else
                    queue.Wait(stop);
        }
        catch (OperationCanceledException)
        {
            // The server stops; jobs wait in their folders.
        }
        finally
        {
            _reading?.Dispose();
        }
    }

    /// <summary>Reads a job; where the ledger or the model cannot be used, it is tried again later.</summary>
    private void Try(JobState job, CancellationToken stop)
    {
        try
        {
            _reading ??= options.OpenReading!();
            using var doorkeeper = options.OpenLedger();
            queue.Hindrance = null;
            Read(job, doorkeeper, _reading, stop);
        }
        catch (Exception e)
            when (e is LedgerException or ProblemException or IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            if (stop.IsCancellationRequested)
                return;
            queue.Hindrance = e is LedgerException fault ? LedgerProblems.Of(options.LedgerName, fault).Reason : e.Message;
            Hindered(job.Job.Id, e);
            stop.WaitHandle.WaitOne(s_pause);
        }
    }

    private void Read(JobState job, ILedger doorkeeper, ArticleReading reading, CancellationToken stop)
    {
        var note = new Note(job.Job.By, Instant.Read(job.Job.At), "");
        var adder = new ArticleAdder(doorkeeper, new DocumentReader(job.Job.Published), reading.Reader) { Run = reading.Run, Note = note };
        var (done, number) = (job.Count, 0);
        using var fetcher = new AddressFetcher(options.Fetching with { Clock = ClockOf(options.Fetching.Clock, stop) });
        foreach (var (input, isFetched) in Inputs(job, fetcher))
        {
            if (stop.IsCancellationRequested)
                return;
            number++;
            // What addresses hold may be another the second time: those are known by their names.
            if (isFetched ? job.HasName(input.Name) : number <= done)
                continue;
            var begun = Stopwatch.GetTimestamp();
            var read = adder.Read(input);
            if (stop.IsCancellationRequested)
                return;
            var kept = access.Write(ledger => adder.Keep(ledger, read), CancellationToken.None).GetAwaiter().GetResult();
            // The first after a start may have been kept before a kill, and not noted any more.
            var isOurs = number == done + 1 && kept.What == "already there" && !job.Has(kept.Article) && IsOurs(doorkeeper, kept, note);
            var what = isOurs ? "added" : kept.What;
            queue.Note(
                job,
                new AddedArticle(kept.Name, what, kept.Detail, kept.Article, [.. kept.Notices.Select(notice => notice.Reason)]),
                input.Share
            );
            meters.Read(what, Stopwatch.GetElapsedTime(begun));
            if (_refreshed.Elapsed >= s_refresh)
                Refresh(doorkeeper);
        }
        // Of many small jobs not each makes them anew: the last does, and one every few seconds.
        if (queue.Waiting <= 1 || _refreshed.Elapsed >= s_refresh)
            Refresh(doorkeeper);
        queue.End(job);
    }

    /// <summary>Pauses between requests end with the server.</summary>
    private static IntakeClock ClockOf(IntakeClock clock, CancellationToken stop) =>
        ReferenceEquals(clock, IntakeClock.System) ? clock with { Wait = time => stop.WaitHandle.WaitOne(time) } : clock;

    /// <summary>True for an article that this job kept.</summary>
    private static bool IsOurs(ILedger ledger, KeptInput kept, Note note) =>
        kept.Article is { } id
        && ledger.History(id).Any(entry => entry.What is "added" or "version" && entry.Note.At == note.At && entry.Note.By == note.By);

    private void Refresh(ILedger ledger)
    {
        foreach (var function in LedgerFunctions.All)
            ledger.Refresh(function);
        _refreshed.Restart();
    }

    /// <summary>The articles of a job under the names that their files came with; no path of the server is in them.</summary>
    private IEnumerable<(RawInput Input, bool IsFetched)> Inputs(JobState job, AddressFetcher fetcher)
    {
        for (var at = 0; at < job.Job.Files.Length; at++)
        {
            var file = job.Job.Files[at];
            var path = queue.PathOf(job, file);
            var (count, bytes) = (0, 0L);
            var inputs = file.IsFetched
                ? InputFiles.Open(["@" + path], new InputOptions { Fetcher = fetcher, Now = options.Now })
                : InputFiles.Open(path, static () => Stream.Null);
            foreach (var input in inputs)
            {
                (count, bytes) = (count + 1, bytes + input.Content.Length + (input.Ready?.Text.Length ?? 0));
                var share = (at + (input.Share ?? 0)) / job.Job.Files.Length;
                if (count > MostArticles || bytes > MostUnpacked)
                {
                    var most = count > MostArticles ? $"{MostArticles} articles" : $"{MostUnpacked / 1_000_000} MB";
                    var problem = WebProblems.HoldsTooMuch(file.Name, most);
                    yield return (RawInput.Failed(file.Name, problem) with { Share = share }, file.IsFetched);
                    break;
                }
                var told = input.Problem is { } fault ? fault with { Found = Named(fault.Found), ToDo = Named(fault.ToDo) } : null;
                yield return (input with { Name = Named(input.Name), Share = share, Problem = told }, file.IsFetched);
            }

            string Named(string text) => text.Replace(path, file.Name, StringComparison.Ordinal);
        }
    }

    [LoggerMessage(EventId = 20, Level = LogLevel.Error, Message = "What was handed in as {Job} cannot be read at the moment.")]
    private partial void Hindered(string job, Exception fault);
}
