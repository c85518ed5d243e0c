using Parley.Records;

namespace Parley.Corrections;

/// <summary>
/// A record as a correction names it: by the hash of the text, the place in it and the words there. An id alone would not do, since a later
/// model numbers its records anew.
/// </summary>
/// <param name="Article">Id of the article, which is the hash of its text.</param>
/// <param name="Kind">What the record is.</param>
/// <param name="Id">Its id when the correction was made.</param>
/// <param name="Span">Where its first evidence stands.</param>
/// <param name="Words">The words there.</param>
public sealed record RecordKey(string Article, RecordKind Kind, string Id, Span Span, string Words)
{
    /// <summary>Characters of an article's id in a short name.</summary>
    public const int ShortId = 8;

    /// <summary>The name that commands take and screens show: <c>3c0ea192/e4</c>.</summary>
    public string Name => $"{(Article.Length > ShortId ? Article[..ShortId] : Article)}/{Id}";
}
