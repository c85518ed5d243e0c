using Parley.Lexicons;
using Parley.Syntax;
using Parley.Text;

namespace Parley.Figures;

/// <summary>Reads what a number was before: "rose from 9 to 14", "fell to 9 from 14", "14, up from 9".</summary>
/// <remarks>The words of change are in <c>lexicons/change-words.tsv</c>. Without one, "from 9 to 14" is a range.</remarks>
internal sealed class ChangeReader(QuantityReader quantities)
{
    private const int Reach = 8;
    private const int LongestCounted = 4;
    private readonly Lexicon _words = LexiconSet.Get("lexicons/change-words");

    /// <summary>The later number of a change whose number at <paramref name="at"/> is one of the two; null where nothing changes there.</summary>
    public Quantity? Read(ParsedText parsed, int at, WordRange sentence) =>
        at > sentence.Start && parsed[at - 1].IsForm("from") && HasChange(parsed, at - 1, sentence) ? FromTo(parsed, at, sentence) : null;

    /// <summary>The number with what it was before, told behind it.</summary>
    public Quantity WithBefore(ParsedText parsed, Quantity quantity, WordRange sentence)
    {
        var text = parsed.Tokens;
        var from = quantity.Words.End;
        while (from < Math.Min(sentence.End, quantity.Words.End + LongestCounted) && text.Form(from) is not "from")
            from++;
        if (from + 1 >= sentence.End || text.Form(from) is not "from" || quantities.Read(text, from + 1, sentence) is not { } before)
            return quantity;
        var direction = text.Form(from - 1) is "up" or "down";
        var first = quantity.Words.Start;
        var isGoal = first > sentence.Start && text.Form(first - 1) is "to" && HasChange(parsed, first - 1, sentence);
        return direction || isGoal ? quantity with { Before = before.Value, BeforeWords = before.Words } : quantity;
    }

    private Quantity? FromTo(ParsedText parsed, int at, WordRange sentence)
    {
        var text = parsed.Tokens;
        // The first number alone: "9 to 14" is no range here.
        var to = at + 1;
        while (to < Math.Min(sentence.End, at + 1 + LongestCounted) && text.Form(to) is not "to")
            to++;
        if (to + 1 >= sentence.End || text.Form(to) is not "to")
            return null;
        if (quantities.Read(text, at, new WordRange(sentence.Start, to)) is not { } before)
            return null;
        var next = to + 1;
        while (next < Math.Min(sentence.End, to + 1 + LongestCounted) && quantities.Read(text, next, sentence) is null)
            next++;
        return quantities.Read(text, next, sentence) is { } after ? after with { Before = before.Value, BeforeWords = before.Words } : null;
    }

    private bool HasChange(ParsedText parsed, int before, WordRange sentence)
    {
        for (var word = before - 1; word >= Math.Max(sentence.Start, before - Reach); word--)
            if (_words.Contains(parsed[word].Lemma))
                return true;
        return false;
    }
}
