using System.Collections.Immutable;
using Parley.Records;

namespace Parley.Text;

/// <summary>The result of the text stage: words with proposed sentence ends, blocks, and what the article says of itself.</summary>
public sealed class TokenizedText
{
    /// <summary>The article's text.</summary>
    public required string Text { get; init; }

    /// <summary>All syntactic words in order, those of furniture and headings included.</summary>
    public required Word[] Words { get; init; }

    /// <summary>Paragraphs, headings, list items, furniture: in order, together all words.</summary>
    public required ImmutableArray<Block> Blocks { get; init; }

    /// <summary>Title, publisher, byline, dateline, date as the input or the text gives them; sentences still empty.</summary>
    public required Article Article { get; init; }

    /// <summary>The words of the dateline, its dash or colon included; empty where there is none.</summary>
    public WordRange Dateline { get; init; }

    /// <summary>True where every block is a sentence that was handed in, and is not to be cut.</summary>
    public bool HasGivenSentences { get; init; }

    /// <summary>Forms for the language model, indexed by word, null in blocks that are not in capitals; null where none is.</summary>
    internal string?[]? Recased { get; init; }

    /// <summary>The characters of a word.</summary>
    public ReadOnlySpan<char> Form(int word) => Text.AsSpan(Words[word].Start, Words[word].End - Words[word].Start);

    /// <summary>The characters that a language model that tells words by their case should see: the form, but in a likely case where the text is all in capitals.</summary>
    public ReadOnlySpan<char> ModelForm(int word) => Recased?[word] is { } form ? form : Form(word);

    /// <summary>The characters that the lemma of a word is made of: as <see cref="ModelForm"/>, and no capitals left but in names.</summary>
    internal ReadOnlySpan<char> LemmaForm(int word, bool isName) => Recased?[word] is { } form ? Recasing.Settle(form, isName) : Form(word);

    /// <summary>The range in the text of a run of words; the run must not be empty.</summary>
    public Span SpanOf(WordRange range) => new(Words[range.Start].Start, Words[range.End - 1].End);
}

/// <summary>A run of words that stands apart in the text.</summary>
/// <param name="Words">Its words.</param>
/// <param name="Kind">What it is.</param>
public readonly record struct Block(WordRange Words, BlockKind Kind);

/// <summary>What a block is.</summary>
public enum BlockKind
{
    /// <summary>A paragraph of the report.</summary>
    Paragraph,

    /// <summary>The headline or a heading inside.</summary>
    Heading,

    /// <summary>An item of a list.</summary>
    ListItem,

    /// <summary>A caption under a picture.</summary>
    Caption,

    /// <summary>Masthead, section label, repeated headline, link, notice: not read by later stages.</summary>
    Furniture,
}
