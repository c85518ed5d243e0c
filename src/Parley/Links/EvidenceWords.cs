using Parley.Lexicons;
using Parley.Records;

namespace Parley.Links;

/// <summary>What the words of a clause tell of an undertaking: calm, breach, doubt …, negated or not. Words: <c>lexicons/evidence-words</c>.</summary>
internal sealed class EvidenceWords
{
    private const int MostWords = 4;
    private const int NegationReach = 4;
    private static readonly Lexicon s_senses = LexiconSet.Get("lexicons/evidence-words");
    private static readonly Lexicon s_negations = LexiconSet.Get("lexicons/negations");
    private static readonly Lexicon s_references = LexiconSet.Get("lexicons/undertaking-references");
    private static readonly int s_sense = s_senses.Column("sense");
    private readonly SortedSet<string> _told = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _negated = new(StringComparer.Ordinal);

    /// <summary>Reads the words of some spans of a text.</summary>
    public EvidenceWords(string text, IEnumerable<Span> spans)
    {
        foreach (var span in spans)
            Read(span.Of(text));
    }

    /// <summary>True where a word of it refers to an undertaking ("the truce", "this deal").</summary>
    public bool Refers { get; private set; }

    /// <summary>True where a negation stands in it.</summary>
    public bool IsNegative { get; private set; }

    /// <summary>The senses told, not negated.</summary>
    public IReadOnlySet<string> Told => _told;

    /// <summary>The senses that stand behind a negation.</summary>
    public IReadOnlySet<string> Negated => _negated;

    /// <summary>The beginnings of the words that carry matter, in lower case.</summary>
    public static IEnumerable<string> Matter(ReadOnlySpan<char> text)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var range in Words(text))
            if (text[range] is { Length: >= 4 } word && !s_negations.Contains(word))
                found.Add(Beginning(word));
        return found;
    }

    private static string Beginning(ReadOnlySpan<char> word) => word[..Math.Min(word.Length, 5)].ToString().ToLowerInvariant();

    private void Read(ReadOnlySpan<char> text)
    {
        var words = Words(text);
        var negatedUntil = -1;
        for (var at = 0; at < words.Count; at++)
        {
            var word = text[words[at]];
            Refers |= s_references.Contains(word);
            for (var many = Math.Min(MostWords, words.Count - at); many > 0; many--)
            {
                var phrase = text[words[at].Start..words[at + many - 1].End];
                for (var row = s_senses.Find(phrase); row >= 0; row = s_senses.Next(row))
                    (at <= negatedUntil ? _negated : _told).Add(s_senses.Text(row, s_sense));
            }
            if (!s_negations.Contains(word) && !word.EndsWith("n't") && !word.EndsWith("n’t"))
                continue;
            IsNegative = true;
            negatedUntil = at + NegationReach;
        }
    }

    private static List<Range> Words(ReadOnlySpan<char> text)
    {
        var found = new List<Range>();
        for (var at = 0; at < text.Length; at++)
        {
            var start = at;
            while (
                at < text.Length
                && (
                    char.IsLetterOrDigit(text[at])
                    || at > start && text[at] is '\'' or '’' or '-' && at + 1 < text.Length && char.IsLetter(text[at + 1])
                )
            )
                at++;
            if (at > start)
                found.Add(start..at);
        }
        return found;
    }
}
