using System.Collections.Immutable;
using System.Globalization;
using Parley.Lexicons;
using Parley.Records;

namespace Parley.Ledger;

/// <summary>Reads the terms of an undertaking from the words of its tellings. Words: <c>lexicons/degree-words</c>, <c>strength-words</c>, <c>outcome-words</c>, <c>document-words</c>.</summary>
internal static class TermsReader
{
    private const int MostWords = 3;
    private const int Intention = 2;
    private static readonly Lexicon s_degrees = LexiconSet.Get("lexicons/degree-words");
    private static readonly Lexicon s_strengths = LexiconSet.Get("lexicons/strength-words");
    private static readonly Lexicon s_outcomes = LexiconSet.Get("lexicons/outcome-words");
    private static readonly Lexicon s_documents = LexiconSet.Get("lexicons/document-words");
    private static readonly Lexicon s_small = LexiconSet.Get("lexicons/object-edges");
    private static readonly int s_residual = s_degrees.Column("residual");
    private static readonly int s_strength = s_strengths.Column("strength");

    /// <summary>The terms of tellings of one undertaking.</summary>
    public static Terms Read(IReadOnlyList<UndertakingTelling> tellings, UndertakingKind kind, int sides)
    {
        ImmutableArray<string> renderings =
        [
            .. tellings
                .SelectMany(telling => telling.Undertaking.Evidence.Select(span => Words(span, telling.Reading)))
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];
        List<string> sentences = [.. tellings.SelectMany(Sentences)];
        var (degree, residual) = Degree(renderings, kind);
        var strength = Strength(sentences);
        var isOutcome =
            renderings.All(words => Find(s_outcomes, words) >= 0)
            || kind == UndertakingKind.Other && renderings.Any(words => Find(s_outcomes, words) >= 0);
        return new Terms
        {
            Renderings = renderings,
            Act = Act(kind, renderings),
            Matter = MatterOf(tellings[0]),
            Degree = degree,
            Residual = residual,
            Strength = strength,
            IsOutcome = isOutcome,
            IsWritten = sentences.Exists(words => Find(s_documents, words) >= 0),
            Sides = sides,
            NotTestable =
                strength < Intention ? "an intention only"
                : isOutcome ? "an outcome that no one side can bring about"
                : kind == UndertakingKind.Other
                && tellings.All(telling =>
                    telling.Undertaking.Places.IsEmpty && telling.Undertaking.Until is null && telling.Undertaking.From is null
                )
                    ? "no conduct, place or time that others could check"
                : null,
        };
    }

    private static PledgedAct Act(UndertakingKind kind, ImmutableArray<string> renderings) =>
        kind switch
        {
            UndertakingKind.Ceasefire or UndertakingKind.Neutrality => PledgedAct.Refrain,
            UndertakingKind.ReductionOfOperations => PledgedAct.Reduce,
            UndertakingKind.Corridor => PledgedAct.Allow,
            _ when renderings.Any(words => words.Contains(" not ", StringComparison.OrdinalIgnoreCase)) => PledgedAct.Refrain,
            UndertakingKind.Guarantee => PledgedAct.Maintain,
            _ => PledgedAct.Do,
        };

    /// <summary>The strongest word of degree: the one that lets least remain. Only a promise to do less, or to stop, has one.</summary>
    private static (string?, double?) Degree(ImmutableArray<string> renderings, UndertakingKind kind)
    {
        (string? Word, double? Residual) found = (null, kind == UndertakingKind.Ceasefire ? 0 : null);
        if (kind is not (UndertakingKind.Ceasefire or UndertakingKind.ReductionOfOperations or UndertakingKind.Withdrawal))
            return (null, null);
        foreach (var words in renderings)
        foreach (var (phrase, row) in Matches(s_degrees, words))
        {
            var residual = double.Parse(s_degrees.Cell(row, s_residual), CultureInfo.InvariantCulture);
            if (found.Word is null || residual < found.Residual)
                found = (phrase, residual);
        }
        return found;
    }

    private static int Strength(List<string> sentences)
    {
        var found = -1;
        foreach (var words in sentences)
        foreach (var (_, row) in Matches(s_strengths, words))
            found = Math.Max(found, s_strengths.Cell(row, s_strength)[0] - '0');
        return found < 0 ? Intention : found;
    }

    /// <summary>The words behind the deed up to the area, without what stands at the edges: "reduce military operations near Kyiv" is about "military operations".</summary>
    private static string MatterOf(UndertakingTelling telling)
    {
        var (reading, text) = (telling.Reading, telling.Undertaking.Text);
        var end = text.End;
        foreach (var place in reading.Places.Where(place => telling.Undertaking.Places.Contains(place.Id)))
        foreach (var mention in place.Mentions)
            if (text.Contains(mention))
                end = Math.Min(end, mention.Start);
        var words = reading.Article.Text[text.Start..end].Split([' ', '\n', ','], StringSplitOptions.RemoveEmptyEntries).ToList();
        while (words.Count > 0 && (s_small.Contains(words[0]) || s_degrees.Contains(words[0])))
            words.RemoveAt(0);
        while (words.Count > 0 && s_small.Contains(words[^1]))
            words.RemoveAt(words.Count - 1);
        return string.Join(' ', words);
    }

    private static IEnumerable<string> Sentences(UndertakingTelling telling)
    {
        foreach (var sentence in telling.Reading.Article.Sentences)
            if (telling.Undertaking.Evidence.Any(sentence.Overlaps))
                yield return Words(sentence, telling.Reading);
    }

    private static string Words(Span span, Reading reading) => span.Of(reading.Article.Text).ToString().ReplaceLineEndings(" ");

    private static int Find(Lexicon lexicon, string words)
    {
        foreach (var (_, row) in Matches(lexicon, words))
            return row;
        return -1;
    }

    private static IEnumerable<(string Phrase, int Row)> Matches(Lexicon lexicon, string text)
    {
        var words = text.Split([' ', ',', '.', ';', ':', '"', '“', '”', '(', ')'], StringSplitOptions.RemoveEmptyEntries);
        for (var at = 0; at < words.Length; at++)
        for (var many = Math.Min(MostWords, words.Length - at); many > 0; many--)
        {
            var phrase = string.Join(' ', words, at, many);
            if (lexicon.Find(phrase) is >= 0 and var row)
                yield return (phrase, row);
        }
    }
}
