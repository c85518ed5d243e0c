using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Parley.Assessments;

/// <summary>One undertaking as the board shows it: plain data, without readings, that can be kept and printed as it is.</summary>
public sealed record BoardEntry
{
    /// <summary>Its id, which <c>parley undertaking</c> takes.</summary>
    public required string Id { get; init; }

    /// <summary>The name of the party.</summary>
    public required string Party { get; init; }

    /// <summary>Country or body code of the bound side.</summary>
    public required string Side { get; init; }

    /// <summary>The exact code of the one who gave it; empty when none is known.</summary>
    public required string By { get; init; }

    /// <summary>"reduction-of-operations".</summary>
    public required string Kind { get; init; }

    /// <summary>The words of the first telling.</summary>
    public required string Words { get; init; }

    /// <summary>Names of the area, of all tellings.</summary>
    public ImmutableArray<string> Area { get; init; } = [];

    /// <summary>ISO day from which deeds count; null when unknown.</summary>
    public string? Since { get; init; }

    /// <summary>ISO day until which it holds; null for no end.</summary>
    public string? Until { get; init; }

    /// <summary>On what it hangs, in the words of its tellings.</summary>
    public ImmutableArray<string> Conditions { get; init; } = [];

    /// <summary>What it is said not to be or not to cover.</summary>
    public ImmutableArray<string> Limits { get; init; } = [];

    /// <summary>What was left unsaid.</summary>
    public ImmutableArray<string> Open { get; init; } = [];

    /// <summary>How it stands, as the ledger's contract spells it: <c>in-effect-unverified</c>.</summary>
    public required string State { get; init; }

    /// <summary>Number of articles that tell it or speak to it.</summary>
    public int Reports { get; init; }

    /// <summary>Number of their outlets.</summary>
    public int Outlets { get; init; }

    /// <summary>Number of independent origins.</summary>
    public int Origins { get; init; }

    /// <summary>The articles that tell it.</summary>
    public ImmutableArray<BoardTelling> ToldBy { get; init; } = [];

    /// <summary>Who says that it is kept.</summary>
    public ImmutableArray<BoardWitness> Supports { get; init; } = [];

    /// <summary>Who says that it is not, or that it is taken back.</summary>
    public ImmutableArray<BoardWitness> Contradicts { get; init; } = [];

    /// <summary>Who doubts it.</summary>
    public ImmutableArray<BoardWitness> Doubts { get; init; } = [];

    /// <summary>How it came to stand so, day by day.</summary>
    public ImmutableArray<BoardChange> History { get; init; } = [];
}

/// <summary>An article that tells an undertaking.</summary>
/// <param name="Article">Its id.</param>
/// <param name="Source">The file or the id that it came in with; null when unknown.</param>
/// <param name="Outlet">Its outlet, else its file.</param>
/// <param name="Published">When it was published; null when unknown.</param>
/// <param name="CopyOf">The source of the article that it copies; null where it copies none.</param>
/// <param name="Start">Where the words of the undertaking begin.</param>
/// <param name="End">Where they end.</param>
public sealed record BoardTelling(string Article, string? Source, string Outlet, string? Published, string? CopyOf, int Start, int End);

/// <summary>Who speaks for or against an undertaking, or doubts it.</summary>
public sealed record BoardWitness
{
    /// <summary>The speaker; null where the article says it itself.</summary>
    public string? Speaker { get; init; }

    /// <summary>The holder of the information: a side, a speaker, or an outlet.</summary>
    public required string Origin { get; init; }

    /// <summary><c>same</c> as one listed before it or as the party, <c>independent</c>, or <c>unknown</c>, which counts as dependent.</summary>
    public required string Independence { get; init; }

    /// <summary>Where; null when not told.</summary>
    public string? Place { get; init; }

    /// <summary>Id of the article.</summary>
    public required string Article { get; init; }

    /// <summary>The file or the id that the article came in with; null when unknown.</summary>
    public string? Source { get; init; }

    /// <summary>Its outlet, else its file.</summary>
    public required string Outlet { get; init; }

    /// <summary>When it was published; null when unknown.</summary>
    public string? Published { get; init; }

    /// <summary>The source of the article that it copies; null where it copies none.</summary>
    public string? CopyOf { get; init; }

    /// <summary>The sentence.</summary>
    public required string Sentence { get; init; }

    /// <summary>Where it begins in the article's text.</summary>
    public int Start { get; init; }

    /// <summary>Where it ends.</summary>
    public int End { get; init; }

    /// <summary>Id of the record in the ledger.</summary>
    public required string Record { get; init; }
}

/// <summary>A step of the history.</summary>
/// <param name="At">ISO day.</param>
/// <param name="From">The state before; null for the first step.</param>
/// <param name="To">The state since.</param>
/// <param name="Rule"><c>T1</c> to <c>T14</c>.</param>
/// <param name="Because">Ids of the records that caused it.</param>
public sealed record BoardChange(string At, string? From, string To, string Rule, ImmutableArray<string> Because);
