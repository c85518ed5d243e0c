namespace Parley.Ledger.Joining;

/// <summary>A record of a ledger: the article and the record's id in its reading. Ordered by both, ordinally.</summary>
public readonly record struct RecordKey(string ArticleId, string RecordId) : IComparable<RecordKey>
{
    /// <inheritdoc/>
    public int CompareTo(RecordKey other)
    {
        var byArticle = string.CompareOrdinal(ArticleId, other.ArticleId);
        if (byArticle != 0)
            return byArticle;
        // Ids of one kind are a letter and a number: e2 goes before e10.
        return RecordId.Length != other.RecordId.Length
            ? RecordId.Length.CompareTo(other.RecordId.Length)
            : string.CompareOrdinal(RecordId, other.RecordId);
    }

    /// <summary>True when this comes first.</summary>
    public static bool operator <(RecordKey left, RecordKey right) => left.CompareTo(right) < 0;

    /// <summary>True when this comes last.</summary>
    public static bool operator >(RecordKey left, RecordKey right) => left.CompareTo(right) > 0;

    /// <summary>True when this does not come last.</summary>
    public static bool operator <=(RecordKey left, RecordKey right) => left.CompareTo(right) <= 0;

    /// <summary>True when this does not come first.</summary>
    public static bool operator >=(RecordKey left, RecordKey right) => left.CompareTo(right) >= 0;

    /// <summary>Article and record with a stroke between.</summary>
    public override string ToString() => $"{ArticleId}/{RecordId}";
}
