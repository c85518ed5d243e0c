using System.Globalization;
using Parley.Intake;

namespace Parley.Cli.Archives;

/// <summary>What a user is told of archives. <c>docs/errors.md</c> has an entry for each.</summary>
internal static class ArchiveProblems
{
    /// <summary>A folder that holds the shards of something else.</summary>
    public static Problem OtherArchive(string folder, string why) =>
        new(
            "PRL0190",
            $"{folder} holds something else ({why})",
            "name another folder, or call it with the sources and options that it was made of"
        );

    /// <summary>A folder that is no whole archive.</summary>
    public static Problem NoArchive(string folder, string why) =>
        new("PRL0191", $"{folder} is no whole archive ({why})", "make it, or go on making it, with: parley shard SOURCE… --out " + folder);

    /// <summary>A shard that there is not.</summary>
    public static Problem NoShard(string name, string why) =>
        new("PRL0192", $"{name} is no shard of an archive ({why})", "name its file, DIR/shards/00007.jsonl.gz, or its number, DIR/7");

    /// <summary>A file of an archive that is not as it was made.</summary>
    public static Problem Damaged(string file, string why) =>
        new(
            "PRL0193",
            $"{file} is not what was made ({why})",
            "readings are made again by parley read --shard once the file is deleted, shards by parley shard in a new folder"
        );

    /// <summary>A file of an archive that cannot be written.</summary>
    public static Problem CannotWrite(string file, string why) =>
        new(
            "PRL0194",
            $"{file} cannot be written ({why})",
            "make room, or get the right to write there, and call again: nothing half is left"
        );

    /// <summary>Shards that are not read yet.</summary>
    public static Problem NotRead(int count, string shards) =>
        new(
            "PRL0195",
            $"{count.ToString(CultureInfo.InvariantCulture)} {(count == 1 ? "shard is" : "shards are")} not read: {shards}",
            "read them with: parley read --shard DIR/NUMBER, or go on without them with --partial"
        );

    /// <summary>Shards that were read in different ways.</summary>
    public static Problem SeveralRuns(int count) =>
        new(
            "PRL0196",
            $"the shards were read by {count.ToString(CultureInfo.InvariantCulture)} different models, rules or lists of actors",
            "the ledger keeps with each article what read it; parley reread makes them one"
        );

    /// <summary>Two ledgers that differ.</summary>
    public static Problem LedgersDiffer(string first, string second) =>
        new("PRL0197", $"the ledgers differ: {first}", $"the other has {second}");

    /// <summary>An archive that another process is making.</summary>
    public static Problem InUse(string folder) =>
        new("PRL0198", $"{folder} is being made by another process", "wait for it, or end it and call again");

    /// <summary>A number of articles that is none.</summary>
    public static Problem NotASize(int size) =>
        new("PRL0199", $"--size {size.ToString(CultureInfo.InvariantCulture)} is no number of articles", "write one from 1 to 1000000");
}
