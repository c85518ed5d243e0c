using Parley.Syntax;
using Parley.Text;

namespace Parley.Times;

/// <summary>What a matcher of times needs to know: the text, the sentence, the article's day and what was told before.</summary>
/// <param name="Parsed">The text.</param>
/// <param name="Sentence">The sentence.</param>
/// <param name="Article">Day of publication; null when unknown.</param>
/// <param name="Told">What was told before.</param>
internal sealed record TimeContext(ParsedText Parsed, WordRange Sentence, DateOnly? Article, ToldTimes Told)
{
    /// <summary>The words.</summary>
    public TokenizedText Text => Parsed.Tokens;

    /// <summary>True where the sentence is a heading, whose present tense tells the past.</summary>
    public bool IsHeading { get; init; }

    /// <summary>The form of a word of the sentence; empty outside of it.</summary>
    public ReadOnlySpan<char> Form(int word) => Sentence.Contains(word) ? Text.Form(word) : [];

    /// <summary>True when the word of the sentence is <paramref name="form"/>, without regard to case.</summary>
    public bool Is(int word, string form) => Form(word).Equals(form, StringComparison.OrdinalIgnoreCase);

    /// <summary>True where the word stands in a name of more words: "Sunday Times", "Good Friday Agreement".</summary>
    public bool IsInName(int word)
    {
        var names = Parsed.Names.AsSpan();
        // The first name that ends behind the word: names are in order and do not overlap.
        var (low, high) = (0, names.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (names[middle].Words.End <= word)
                low = middle + 1;
            else
                high = middle;
        }
        return low < names.Length && names[low].Words.Contains(word) && names[low].Words.Length > 1;
    }
}

/// <summary>The times told before an expression.</summary>
/// <param name="Story">The last day told; the article's where none was; null when unknown.</param>
/// <param name="Year">A day of the last year told; the article's where none was; null when unknown.</param>
/// <param name="Here">The last day told in the same sentence; null where none was.</param>
/// <param name="Quarter">The last quarter told, as a TimeML value; null where none was.</param>
internal readonly record struct ToldTimes(DateOnly? Story, DateOnly? Year, DateOnly? Here, string? Quarter);
