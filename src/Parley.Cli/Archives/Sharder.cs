using System.Buffers;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Parley.Intake;
using Parley.Records;

namespace Parley.Cli.Archives;

/// <summary>
/// Cuts inputs into shards. In: inputs, one by one. Out: the shards, then the manifest. Inputs are taken in on all cores and written in their order; at most
/// one shard's ids are held. What was made before a run ended is not made again: the inputs of whole shards are drawn, but not taken in.
/// </summary>
/// <param name="session">The session.</param>
/// <param name="folder">The folder of the archive.</param>
/// <param name="documents">Takes inputs in.</param>
internal sealed class Sharder(Session session, ArchiveFolder folder, DocumentReader documents)
{
    /// <summary>Makes all shards of a plan; gives the manifest. What is there already of the same plan is left as it is.</summary>
    /// <param name="plan">What is cut, and how.</param>
    /// <param name="inputs">The inputs of the plan's sources.</param>
    public ArchiveManifest Run(ShardPlan plan, IEnumerable<RawInput> inputs)
    {
        if (File.Exists(folder.Manifest))
            return Whole(plan);
        using var progress = ShardProgress.Open(folder, plan);
        var shards = progress.Shards;
        var taken = shards.Count > 0 ? shards[^1].Inputs : 0;
        ShardFile? shard = null;
        try
        {
            foreach (var line in OrderedWork.Run(inputs.Skip(checked((int)taken)), Take, session.Output.Flush))
            {
                taken++;
                shard ??= new ShardFile(folder.Shard(shards.Count + 1), plan.Size);
                Add(shard, line);
                session.Progress.Show((int)Math.Min(int.MaxValue, taken), line.Share);
                if (!shard.IsFull)
                    continue;
                progress.Add(shard.Finish(taken));
                shard.Dispose();
                shard = null;
            }
            if (shard is { IsEmpty: false })
                progress.Add(shard.Finish(taken));
        }
        finally
        {
            shard?.Dispose();
        }
        var manifest = ArchiveManifest.Of(plan, shards);
        AtomicFile.Write(folder.Manifest, ArchiveJson.File(manifest));
        progress.Delete();
        return manifest;
    }

    private ArchiveManifest Whole(ShardPlan plan)
    {
        var manifest = ArchiveFiles.Manifest(folder);
        if (!manifest.Plan.IsSame(plan))
            throw new ProblemException(
                ArchiveProblems.OtherArchive(folder.Root, "its manifest names other sources or options"),
                ExitCode.Usage
            );
        // Left by a run that ended just behind the manifest.
        File.Delete(folder.Progress);
        return manifest;
    }

    private void Add(ShardFile shard, TakenLine line)
    {
        foreach (var notice in line.Notices)
            session.Say(notice);
        if (line.Skipped is { } skipped)
        {
            session.Say(skipped);
            shard.Add(skipped, line.Content.Span);
        }
        else if (line.Article is { } article)
            shard.Add(article, line.Day, line.Content.Span);
    }

    private TakenLine Take(RawInput input)
    {
        var taken = documents.Read(input);
        var content = new ArrayBufferWriter<byte>(8192);
        if (taken.Skipped is { } skipped)
        {
            ShardLine.Write(content, skipped);
            return new TakenLine(content.WrittenMemory, taken.Notices, input.Share) { Skipped = skipped };
        }
        if (taken.Document is not { } document)
            return new TakenLine(default, taken.Notices, input.Share);
        var article = IdOf(document.Text);
        ShardLine.Write(content, article, document);
        return new TakenLine(content.WrittenMemory, taken.Notices, input.Share)
        {
            Article = article,
            Day = document.Published is { Length: >= 10 } published ? published[..10] : null,
        };
    }

    /// <summary>The id of an article with that text.</summary>
    public static string IdOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>An input as a line of a shard; without an article and a reason it is none.</summary>
    private sealed record TakenLine(ReadOnlyMemory<byte> Content, ImmutableArray<Problem> Notices, double? Share)
    {
        public string? Article { get; init; }

        public string? Day { get; init; }

        public Skipped? Skipped { get; init; }
    }
}
