using Parley.Syntax;
using Parley.Text;

namespace Parley.Times;

/// <summary>What a matcher of times needs to know: the text, the sentence, the article's day and the last day told.</summary>
/// <param name="Parsed">The text.</param>
/// <param name="Sentence">The sentence.</param>
/// <param name="Article">Day of publication; null when unknown.</param>
/// <param name="Story">The last day told before; the article's where none was; null when unknown.</param>
/// <param name="StoryYear">A day of the last year told before; the article's where none was; null when unknown.</param>
internal readonly record struct TimeContext(ParsedText Parsed, WordRange Sentence, DateOnly? Article, DateOnly? Story, DateOnly? StoryYear)
{
    /// <summary>The words.</summary>
    public TokenizedText Text => Parsed.Tokens;

    /// <summary>The form of a word of the sentence; empty outside of it.</summary>
    public ReadOnlySpan<char> Form(int word) => Sentence.Contains(word) ? Text.Form(word) : [];

    /// <summary>True when the word of the sentence is <paramref name="form"/>, without regard to case.</summary>
    public bool Is(int word, string form) => Form(word).Equals(form, StringComparison.OrdinalIgnoreCase);
}
