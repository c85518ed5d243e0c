namespace Parley.Actors;

/// <summary>Third-person pronouns by what they can mean.</summary>
internal static class PronounForms
{
    /// <summary>The sort of a form in any case; null for all other words.</summary>
    public static PronounSort? SortOf(ReadOnlySpan<char> form)
    {
        Span<char> lower = stackalloc char[10];
        if (form.Length > lower.Length || form.ToLowerInvariant(lower) < 0)
            return null;
        return lower[..form.Length] switch
        {
            "he" or "him" or "his" or "himself" => PronounSort.He,
            "she" or "her" or "hers" or "herself" => PronounSort.She,
            "they" or "them" or "their" or "theirs" or "themselves" => PronounSort.They,
            "it" or "its" or "itself" => PronounSort.It,
            _ => null,
        };
    }
}

/// <summary>What a pronoun can mean.</summary>
internal enum PronounSort
{
    /// <summary>A man.</summary>
    He,

    /// <summary>A woman.</summary>
    She,

    /// <summary>Several, or a body.</summary>
    They,

    /// <summary>A body or state, or a thing.</summary>
    It,
}
