using System.Text.Json;
using Parley.Intake;

namespace Parley.Cli.Archives;

/// <summary>Holds every file of an archive against what the manifest, and what was made of the shards, say of it: hashes, counts, ids, their order.</summary>
/// <param name="folder">The archive.</param>
/// <param name="manifest">Its manifest.</param>
internal sealed class ArchiveCheck(ArchiveFolder folder, ArchiveManifest manifest)
{
    private readonly List<int> _notRead = [];

    /// <summary>Articles of the shards that are right.</summary>
    public long Articles { get; private set; }

    /// <summary>Readings that are right.</summary>
    public long Read { get; private set; }

    /// <summary>Numbers of the shards that nobody has read.</summary>
    public IReadOnlyList<int> NotRead => _notRead;

    /// <summary>Checks all; gives what is wrong, one problem a file.</summary>
    /// <param name="sources">True to check the sources that still lie where they lay.</param>
    /// <param name="onShard">Called with the number of shards that are checked.</param>
    public IEnumerable<Problem> Run(bool sources, Action<int> onShard)
    {
        if (sources)
            foreach (var wrong in WrongSources())
                yield return wrong;
        var sums = ArchiveManifest.Of(manifest.Plan, manifest.Shards);
        if (sums.Articles != manifest.Articles || sums.Duplicates != manifest.Duplicates || !sums.Skipped.SequenceEqual(manifest.Skipped))
            yield return ArchiveProblems.Damaged(folder.Manifest, "its counts are not the sums of its shards");
        for (var number = 1; number <= manifest.Shards.Length; number++)
        {
            var (ids, skipped) = (new List<string>(), 0L);
            if (WrongShard(number, ids, ref skipped) is { } why)
                yield return ArchiveProblems.Damaged(folder.Shard(number), why);
            else
            {
                Articles += ids.Count;
                if (!File.Exists(folder.Done(number)))
                    _notRead.Add(number);
                else if (WrongReadings(number, ids, skipped) is var (file, reason))
                    yield return ArchiveProblems.Damaged(file, reason);
            }
            onShard(number);
        }
    }

    private IEnumerable<Problem> WrongSources()
    {
        foreach (var source in manifest.Plan.Sources)
            if (source.Sha256 is not null && FileHashes.OfSources([source.Name])[0] is { Sha256: not null } now && now != source)
                yield return ArchiveProblems.Damaged(source.Name, "the source is not what it was when it was cut");
    }

    private string? WrongShard(int number, List<string> ids, ref long skipped)
    {
        var shard = manifest.Shards[number - 1];
        if (shard.File != Path.GetFileName(folder.Shard(number)))
            return $"the manifest calls it {shard.File}";
        if (FileHashes.Of(folder.Shard(number)) is not { } found)
            return "it is missing, or cannot be read";
        if (found.Sha256 != shard.Sha256 || found.Bytes != shard.Bytes)
            return "its hash is not that of the manifest";
        try
        {
            foreach (var text in ArchiveFiles.Lines(folder.Shard(number)))
            {
                var line = ShardLine.Read(text);
                if (line.Document is not { } document)
                    skipped++;
                else if (line.Article != Sharder.IdOf(document.Text))
                    return $"the text of {line.Article} has another hash";
                else
                    ids.Add(line.Article);
            }
        }
        catch (Exception e) when (e is InvalidDataException or JsonException)
        {
            return $"it does not unpack to lines of JSON: {e.Message.TrimEnd('.')}";
        }
        return ids.Count != shard.Articles ? $"it has {ids.Count} articles, and the manifest says {shard.Articles}"
            : skipped != shard.Skipped.Values.Sum() ? "it has another number of skipped inputs than the manifest says"
            : ids.FirstOrDefault() != shard.FirstArticle || ids.LastOrDefault() != shard.LastArticle
                ? "its first or last article is not that of the manifest"
            : ids.Distinct(StringComparer.Ordinal).Count() != ids.Count ? "it has an article twice"
            : null;
    }

    private (string File, string Why)? WrongReadings(int number, List<string> ids, long skipped)
    {
        var (doneFile, file) = (folder.Done(number), folder.ReadingsOf(number));
        var shard = manifest.Shards[number - 1];
        if (ArchiveJson.ReadFile<ShardDone>(doneFile) is not { Version: ArchiveManifest.Current } done)
            return (doneFile, "it is damaged, or of another version");
        if (done.ShardSha256 != shard.Sha256 || done.Shard != shard.File || done.Articles != shard.Articles)
            return (doneFile, "it is of another shard");
        if (done.Run.ToLedgerRun().Id != done.Run.Id)
            return (doneFile, "the id of its run is not the hash of model and rules");
        if (done.Read + done.Skipped.Length != ids.Count + skipped)
            return (doneFile, $"{done.Read} read and {done.Skipped.Length} skipped are not the {ids.Count + skipped} lines of the shard");
        if (FileHashes.Of(file) is not { } found)
            return (file, "it is missing, or cannot be read");
        if (found.Sha256 != done.ReadingsSha256 || found.Bytes != done.ReadingsBytes)
            return (file, "its hash is not that of its done.json");
        return WrongRows(file, done, ids) is { } why ? (file, why) : null;
    }

    private string? WrongRows(string file, ShardDone done, List<string> ids)
    {
        var (rows, counts, at) = (0, default(RecordCounts), 0);
        try
        {
            foreach (var row in ReadingRow.Read(file))
            {
                // Some of the shard may have been skipped, but what is read stands in its order.
                while (at < ids.Count && ids[at] != row.Article)
                    at++;
                if (at++ == ids.Count)
                    return $"article {row.Article} is not in the shard, or not in its place";
                if (row.ToReading().Reading is var reading && RecordCounts.Of(reading) != row.Counts || reading.Article.Id != row.Article)
                    return $"the reading of {row.Article} is not what its row says";
                rows++;
                counts += row.Counts;
            }
        }
        catch (Exception e) when (e is InvalidDataException or JsonException)
        {
            return e.Message.TrimEnd('.');
        }
        if (rows != done.Read)
            return $"it has {rows} readings, and its done.json says {done.Read}";
        if (counts != done.Records)
            return "its counts of records are not those of its done.json";
        Read += rows;
        return null;
    }
}
