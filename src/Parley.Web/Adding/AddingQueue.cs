using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using Parley.Ledger;
using Parley.Web.Work;

namespace Parley.Web.Adding;

/// <summary>
/// What waits to be read: one folder a job, with the files as they came, and a log to which a line is added for each article. A job is there once its
/// folder has its name, so that a kill at any moment loses no job that was taken, and leaves none in halves.
/// </summary>
internal sealed class AddingQueue : IDisposable
{
    private const string Folder = "adding";
    private const string JobFile = "job.json";
    private const string LogFile = "log.jsonl";

    /// <summary>A job that is still coming in.</summary>
    private const string Unfinished = ".part";

    /// <summary>Jobs that are done and still shown.</summary>
    private const int MostKept = 50;

    private readonly WorkFolder _work;
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, JobState> _jobs = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _news = new(0);
    private WorkLock? _lock;

    public AddingQueue(WorkFolder work)
    {
        _work = work;
        if (Root is { } root)
            Directory.CreateDirectory(root);
    }

    /// <summary>Where jobs lie; null where none can be taken.</summary>
    private string? Root => _work.Root is { } folder ? Path.Combine(folder, Folder) : null;

    /// <summary>True where jobs can be taken.</summary>
    public bool IsOpen => Root is not null;

    /// <summary>Why nothing is read at the moment although jobs wait; null where nothing hinders.</summary>
    public string? Hindrance { get; set; }

    /// <summary>The jobs, newest first.</summary>
    public ImmutableArray<AddingProgress> All()
    {
        Scan();
        lock (_gate)
            return [.. _jobs.Values.Reverse().Select(job => job.Progress())];
    }

    /// <summary>Jobs that are not read to their end.</summary>
    public int Waiting
    {
        get
        {
            Scan();
            lock (_gate)
                return _jobs.Values.Count(job => !job.IsDone);
        }
    }

    /// <summary>A job; null where there is none of that id.</summary>
    public AddingProgress? Find(string id)
    {
        Scan();
        lock (_gate)
            return _jobs.GetValueOrDefault(id)?.Progress();
    }

    /// <summary>Takes a job in. It is safe once this has returned.</summary>
    /// <param name="note">Who, and when.</param>
    /// <param name="published">ISO date for what has none of its own.</param>
    /// <param name="files">What is handed in.</param>
    /// <param name="cancel">Gives the job up.</param>
    public async Task<string> Take(Note note, string? published, IReadOnlyList<HandedIn> files, CancellationToken cancel)
    {
        var id =
            $"{DateTimeOffset.UtcNow.ToString("yyyyMMddHHmmssfff", CultureInfo.InvariantCulture)}-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))}";
        var folder = Path.Combine(Root!, id + Unfinished);
        Directory.CreateDirectory(folder);
        try
        {
            var stored = ImmutableArray.CreateBuilder<AddingFile>();
            foreach (var (name, write, isFetched) in files)
            {
                cancel.ThrowIfCancellationRequested();
                var safe = FileNames.Stored(stored.Count + 1, name);
                await using var file = new FileStream(Path.Combine(folder, safe), FileMode.CreateNew, FileAccess.Write);
                await write(file);
                stored.Add(new AddingFile(safe, name, file.Length) { IsFetched = isFetched });
            }
            var job = new AddingJob(id, note.By, Instant.Of(note.At), published, stored.ToImmutable());
            await System.IO.File.WriteAllTextAsync(Path.Combine(folder, JobFile), WorkJson.Write(job), cancel);
            Directory.Move(folder, Path.Combine(Root!, id));
        }
        catch
        {
            Directory.Delete(folder, recursive: true);
            throw;
        }
        Scan();
        _news.Release();
        return id;
    }

    /// <summary>True where this process reads: one alone does so for a ledger. What a kill left of jobs that were coming in is thrown away.</summary>
    public bool TryOwn()
    {
        if (_lock is not null || Root is not { } root)
            return _lock is not null;
        if (_work.TryOwn(Path.Combine(Folder, "lock")) is not { } taken)
            return false;
        _lock = taken;
        // A younger one may still be coming in, at a server that shares the folder.
        foreach (var left in Directory.EnumerateDirectories(root, "*" + Unfinished))
            if (Directory.GetCreationTimeUtc(left) < DateTime.UtcNow.AddHours(-1))
                Directory.Delete(left, recursive: true);
        return true;
    }

    /// <summary>The oldest job that is not done; null where there is none.</summary>
    public JobState? Next()
    {
        Scan();
        lock (_gate)
            return _jobs.Values.FirstOrDefault(job => !job.IsDone);
    }

    /// <summary>Waits for a job, or some seconds.</summary>
    public void Wait(CancellationToken cancel) => _news.Wait(TimeSpan.FromSeconds(5), cancel);

    /// <summary>Notes what became of an article.</summary>
    public void Note(JobState job, AddedArticle article, double? share)
    {
        _work.Append(Path.Combine(Folder, job.Job.Id, LogFile), WorkJson.Write(article));
        lock (_gate)
            job.Take(article, share);
    }

    /// <summary>Ends a job: its files are not needed any more.</summary>
    public void End(JobState job)
    {
        Note(job, new AddedArticle("", AddedArticle.End, null, null, []), 1);
        var folder = Path.Combine(Root!, job.Job.Id);
        foreach (var file in job.Job.Files)
            File.Delete(Path.Combine(folder, file.Stored));
        lock (_gate)
            foreach (var old in _jobs.Values.Where(one => one.IsDone).SkipLast(MostKept).ToList())
            {
                Directory.Delete(Path.Combine(Root!, old.Job.Id), recursive: true);
                _jobs.Remove(old.Job.Id);
            }
    }

    /// <summary>The file of a job.</summary>
    public string PathOf(JobState job, AddingFile file) => Path.Combine(Root!, job.Job.Id, file.Stored);

    /// <inheritdoc/>
    public void Dispose()
    {
        _lock?.Dispose();
        _news.Dispose();
    }

    /// <summary>Takes in what lies in the folder: jobs of before, and those of another server that shares it.</summary>
    private void Scan()
    {
        if (Root is not { } root)
            return;
        foreach (var folder in Directory.EnumerateDirectories(root))
        {
            var id = Path.GetFileName(folder);
            if (id.EndsWith(Unfinished, StringComparison.Ordinal))
                continue;
            lock (_gate)
            {
                if (_jobs.TryGetValue(id, out var known) && (known.IsDone || _lock is not null))
                    continue;
                if (Load(folder, id) is { } job)
                    _jobs[id] = job;
            }
        }
    }

    private JobState? Load(string folder, string id)
    {
        var file = Path.Combine(folder, JobFile);
        if (!File.Exists(file) || WorkJson.Read<AddingJob>(File.ReadAllText(file)) is not { } job || job.Id != id)
            return null;
        var state = new JobState(job);
        foreach (var line in _work.Lines(Path.Combine(Folder, id, LogFile)))
            if (WorkJson.Read<AddedArticle>(line) is { } article)
                state.Take(article, null);
        return state;
    }
}
