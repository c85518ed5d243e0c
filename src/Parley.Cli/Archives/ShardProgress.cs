using System.Text;

namespace Parley.Cli.Archives;

/// <summary>The shards that are made, line by line beside them while they are made, so that a run that ends is taken up by the next. One process holds it at a time.</summary>
internal sealed class ShardProgress : IDisposable
{
    private readonly ArchiveFolder _folder;
    private readonly FileStream _file;
    private readonly List<ShardEntry> _shards;

    private ShardProgress(ArchiveFolder folder, FileStream file, List<ShardEntry> shards) =>
        (_folder, _file, _shards) = (folder, file, shards);

    /// <summary>The shards that are whole.</summary>
    public IReadOnlyList<ShardEntry> Shards => _shards;

    /// <summary>Opens what there is of a plan, or begins; a folder with something else is refused.</summary>
    public static ShardProgress Open(ArchiveFolder folder, ShardPlan plan)
    {
        var file = OpenFile(folder);
        try
        {
            // A line that breaks off was never said to be there.
            var lines = ReadLines(file);
            var shards = new List<ShardEntry>();
            if (lines.Count > 0)
            {
                if (ArchiveJson.Read<ShardPlan>(lines[0]) is not { } before || !before.IsSame(plan))
                    throw Refuse(folder, "shards of other sources or options");
                foreach (var line in lines.Skip(1))
                    if (ArchiveJson.Read<ShardEntry>(line) is { } shard && IsWhole(folder, shard))
                        shards.Add(shard);
                    else
                        break;
            }
            var progress = new ShardProgress(folder, file, shards);
            progress.Rewrite(plan);
            return progress;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Adds a shard that is in its place.</summary>
    public void Add(ShardEntry shard)
    {
        _shards.Add(shard);
        Write(ArchiveJson.Line(shard));
    }

    /// <summary>All shards are made, and stand in the manifest.</summary>
    public void Delete()
    {
        _file.Dispose();
        File.Delete(_folder.Progress);
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private static FileStream OpenFile(ArchiveFolder folder)
    {
        try
        {
            var isNew = !File.Exists(folder.Progress);
            if (isNew && Directory.Exists(folder.Root) && Directory.EnumerateFileSystemEntries(folder.Root).Any())
                throw Refuse(folder, "files that parley shard did not make");
            Directory.CreateDirectory(folder.Root);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Stop(folder, e);
        }
        try
        {
            return new FileStream(folder.Progress, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (UnauthorizedAccessException e)
        {
            throw Stop(folder, e);
        }
        catch (IOException) when (File.Exists(folder.Progress))
        {
            throw new ProblemException(ArchiveProblems.InUse(folder.Root), ExitCode.NothingRead);
        }
        catch (IOException e)
        {
            throw Stop(folder, e);
        }
    }

    private static List<string> ReadLines(FileStream file)
    {
        using var reader = new StreamReader(file, Encoding.UTF8, leaveOpen: true);
        var text = reader.ReadToEnd();
        var end = text.LastIndexOf('\n');
        return end < 0 ? [] : [.. text[..end].Split('\n')];
    }

    private static bool IsWhole(ArchiveFolder folder, ShardEntry shard) =>
        FileHashes.Of(Path.Combine(folder.Shards, shard.File)) is { } found && found.Sha256 == shard.Sha256;

    private void Rewrite(ShardPlan plan)
    {
        _file.SetLength(0);
        _file.Position = 0;
        Write(ArchiveJson.Line(plan));
        foreach (var shard in _shards)
            Write(ArchiveJson.Line(shard));
    }

    private void Write(string line)
    {
        try
        {
            _file.Write(Encoding.UTF8.GetBytes(line + "\n"));
            _file.Flush(flushToDisk: true);
        }
        catch (IOException e)
        {
            throw Stop(_folder, e);
        }
    }

    private static ProblemException Refuse(ArchiveFolder folder, string what) =>
        new(ArchiveProblems.OtherArchive(folder.Root, what), ExitCode.Usage);

    private static ProblemException Stop(ArchiveFolder folder, Exception e) =>
        new(ArchiveProblems.CannotWrite(folder.Progress, e.Message), ExitCode.NothingRead);
}
