using Parley.Records;

namespace Parley.Text;

/// <summary>A syntactic word: a token, or one part of a contraction ("do", "n't"), as the English Web Treebank cuts them.</summary>
/// <param name="Start">Offset of the first code unit in the article's text.</param>
/// <param name="End">Offset behind the last code unit.</param>
/// <param name="Flags">What surrounds it.</param>
public readonly record struct Word(int Start, int End, WordFlags Flags)
{
    /// <summary>The range in the text.</summary>
    public Span Span => new(Start, End);

    /// <summary>True when this word goes on the token of the word before ("n't" of "don't").</summary>
    public bool ContinuesToken => (Flags & WordFlags.ContinuesToken) != 0;

    /// <summary>True when white space or the end of the text follows.</summary>
    public bool SpaceAfter => (Flags & WordFlags.SpaceAfter) != 0;
}

/// <summary>What the tokenizer knows of a word.</summary>
[Flags]
public enum WordFlags : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Goes on the token of the word before.</summary>
    ContinuesToken = 1,

    /// <summary>White space follows.</summary>
    SpaceAfter = 2,

    /// <summary>A sentence may end behind this word: the language model settles it.</summary>
    MayEndSentence = 4,

    /// <summary>A sentence ends behind this word: a paragraph, heading or list item does.</summary>
    EndsSentence = 8,

    /// <summary>Part of a number, a URL or an address that was kept whole.</summary>
    KeptWhole = 16,
}
