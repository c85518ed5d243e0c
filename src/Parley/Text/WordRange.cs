namespace Parley.Text;

/// <summary>A half-open range of word indices.</summary>
/// <param name="Start">Index of the first word.</param>
/// <param name="End">Index behind the last word.</param>
public readonly record struct WordRange(int Start, int End)
{
    /// <summary>Number of words.</summary>
    public int Length => End - Start;

    /// <summary>True when the word is in the range.</summary>
    public bool Contains(int word) => Start <= word && word < End;

    /// <summary>True when all of <paramref name="other"/> is in the range.</summary>
    public bool Contains(WordRange other) => Start <= other.Start && other.End <= End;

    /// <summary>True when the two share a word.</summary>
    public bool Overlaps(WordRange other) => Start < other.End && other.Start < End;
}
