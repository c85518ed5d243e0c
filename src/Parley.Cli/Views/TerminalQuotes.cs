using Parley.Records;
using Parley.Wording;
using Spectre.Console;

namespace Parley.Cli.Views;

/// <summary>Quotes passages on a terminal.</summary>
internal static class TerminalQuotes
{
    /// <summary>Where a span stands, then its sentence with the span underlined, or between <c>⟦ ⟧</c> where lines cannot be drawn.</summary>
    /// <param name="passages">The article's passages.</param>
    /// <param name="span">The words meant.</param>
    /// <param name="canUnderline">False in a pipe and without colour.</param>
    public static IEnumerable<(string Text, Decoration Decoration)> Quote(this Passages passages, Span span, bool canUnderline)
    {
        var sentence = passages.SentenceAround(span);
        return
        [
            ($"{passages.PlaceOf(span)}  ", Decoration.Dim),
            (passages.Flat(sentence.Start, span.Start), Decoration.None),
            Words(passages, span, canUnderline),
            (passages.Flat(span.End, sentence.End), Decoration.None),
        ];
    }

    /// <summary>Where a span stands, then its words alone, for a sentence that was printed before.</summary>
    /// <inheritdoc cref="Quote"/>
    public static IEnumerable<(string Text, Decoration Decoration)> QuoteWords(this Passages passages, Span span, bool canUnderline) =>
        [($"{passages.PlaceOf(span)}  ", Decoration.Dim), Words(passages, span, canUnderline)];

    private static (string Text, Decoration Decoration) Words(Passages passages, Span span, bool canUnderline)
    {
        var words = passages.Flat(span.Start, span.End);
        return canUnderline ? (words, Decoration.Underline) : ($"⟦{words}⟧", Decoration.None);
    }
}
