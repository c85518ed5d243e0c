using System.Collections.Immutable;

namespace Parley.Web.Adding;

/// <summary>What was handed in at once, to be read by and by.</summary>
/// <param name="Id">Its id, also the name of its folder; ids sort by time.</param>
/// <param name="By">Who handed it in.</param>
/// <param name="At">When, as an ISO instant.</param>
/// <param name="Published">ISO date for what has none of its own; null for none.</param>
/// <param name="Files">What it holds.</param>
public sealed record AddingJob(string Id, string By, string At, string? Published, ImmutableArray<AddingFile> Files);

/// <summary>A file that was handed in.</summary>
/// <param name="Stored">Its name in the job's folder.</param>
/// <param name="Name">Its name as it came.</param>
/// <param name="Bytes">Its length.</param>
public sealed record AddingFile(string Stored, string Name, long Bytes)
{
    /// <summary>True for a list of addresses that somebody asked to be fetched; no other file has the server ask another.</summary>
    public bool IsFetched { get; init; }
}

/// <summary>What became of one article.</summary>
/// <param name="Name">The file, or file and line.</param>
/// <param name="What"><c>added</c>, <c>new version</c>, <c>restored</c>, <c>already there</c>, <c>was removed</c>, <c>skipped</c>; <see cref="End"/> ends the job.</param>
/// <param name="Detail">Why, or how much; null where there is nothing to say.</param>
/// <param name="Article">Its id; null where it was skipped before that was known.</param>
/// <param name="Notices">What one should know.</param>
public sealed record AddedArticle(string Name, string What, string? Detail, string? Article, ImmutableArray<string> Notices)
{
    /// <summary>The last line of a job's log.</summary>
    public const string End = "end";

    /// <summary>True where it could not be read, or stays removed.</summary>
    public bool IsFailure => What is "skipped" or "was removed";
}

/// <summary>How far a job is.</summary>
/// <param name="Id">The job.</param>
/// <param name="By">Who handed it in.</param>
/// <param name="At">When.</param>
/// <param name="Files">Number of files.</param>
/// <param name="State"><c>waiting</c>, <c>reading</c> or <c>done</c>.</param>
/// <param name="Share">How much of it is read, 0 to 1.</param>
/// <param name="Read">Articles that were looked at.</param>
/// <param name="Added">Those of them that are new in the ledger.</param>
/// <param name="Present">Those that were there already.</param>
/// <param name="Failed">Those that were not taken in.</param>
/// <param name="Articles">What became of each, newest last.</param>
public sealed record AddingProgress(
    string Id,
    string By,
    string At,
    int Files,
    string State,
    double Share,
    int Read,
    int Added,
    int Present,
    int Failed,
    ImmutableArray<AddedArticle> Articles
);
