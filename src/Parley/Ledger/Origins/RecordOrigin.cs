using System.Collections.Immutable;
using Parley.Records;

namespace Parley.Ledger.Origins;

/// <summary>Who holds what a record tells: the earliest that can be named, and those who passed it on (rules I2 to I7).</summary>
public sealed record RecordOrigin
{
    /// <summary>What tells origins apart: a side (one command is one origin), a person, an outlet, an image.</summary>
    public required string Key { get; init; }

    /// <summary>What sort of holder.</summary>
    public required OriginKind Kind { get; init; }

    /// <summary>The side it stands on (<c>UKR</c>, <c>IGO.UN</c>); null where none is known.</summary>
    public string? Side { get; init; }

    /// <summary>The alliance of that side, whose members share what they know, so that the second adds half; null where it is in none.</summary>
    public string? Bloc { get; init; }

    /// <summary>Who passed it on, the nearest to the reader first: outlets and speakers, without the origin itself.</summary>
    public ImmutableArray<string> Relays { get; init; } = [];

    /// <summary>False where the chain is not known; such an origin counts as dependent on the others.</summary>
    public bool IsKnown { get; init; } = true;

    /// <summary>The origin of a record.</summary>
    /// <param name="reading">The reading.</param>
    /// <param name="statement">Id of the statement that tells it; null where the article tells it itself.</param>
    /// <param name="evidence">The words that prove it.</param>
    /// <param name="article">The origin of the article's own words.</param>
    public static RecordOrigin Of(Reading reading, string? statement, Span evidence, ArticleOrigin article) =>
        new RecordOriginReader(reading, article).Read(statement, evidence);

    /// <summary>Whether two records come from one origin. Where a chain is not known they may, and so count as dependent.</summary>
    public Independence Compare(RecordOrigin other) =>
        string.Equals(Key, other.Key, StringComparison.OrdinalIgnoreCase) ? Independence.Same
        : IsKnown && other.IsKnown ? Independence.Independent
        : Independence.Unknown;
}

/// <summary>What sort of holder an origin is.</summary>
public enum OriginKind
{
    /// <summary>A party or body and all who speak for it.</summary>
    Side,

    /// <summary>A person who speaks for no side that is known.</summary>
    Person,

    /// <summary>People without a name: "a Western diplomat", "residents".</summary>
    Unnamed,

    /// <summary>An outlet or agency by its own report.</summary>
    Outlet,

    /// <summary>A picture: satellite images, footage.</summary>
    Image,
}
