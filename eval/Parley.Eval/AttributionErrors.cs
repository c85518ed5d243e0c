using System.Globalization;
using Parley.Records;
using Parley.Statements;
using Parley.Syntax;

namespace Parley.Eval;

/// <summary>Counts errors of attribution by kind: by what was missed and how the sentence is built, never by its words.</summary>
internal sealed class AttributionErrors
{
    private const double LeastShare = 0.5;
    private readonly Dictionary<string, int> _kinds = [];

    /// <summary>Compares the statements of an article with its gold.</summary>
    public void Add(IReadOnlyList<Attribution> gold, ParsedText parsed, StatementTable statements)
    {
        var wanted = gold.Where(one => !one.IsNested).ToList();
        var found = statements.Statements.Select(Attribution.Of).ToList();
        var pairs = Pair(wanted, found, parsed.Text);
        foreach (var (g, f) in pairs)
        {
            CountSpans("speaker", wanted[g].Source, found[f].Source, parsed);
            CountSpans("cue", wanted[g].Cue, found[f].Cue, parsed);
            CountSpans("content", wanted[g].Content, found[f].Content, parsed);
        }
        for (var g = 0; g < wanted.Count; g++)
            if (!pairs.Exists(pair => pair.Gold == g))
                Count(Missed(wanted[g], found, parsed));
        for (var f = 0; f < found.Count; f++)
            if (!found[f].IsNested && !pairs.Exists(pair => pair.Found == f))
                Count(Invented(found[f], wanted, parsed));
    }

    /// <summary>The commonest kinds, most first.</summary>
    public Table ToTable(int most) =>
        new(
            $"The {most} commonest kinds of error: missed by part of speech and construction (the relation by which the content hangs on the cue), the spans of what was found.",
            ["kind", "count"],
            [
                .. _kinds
                    .OrderByDescending(kind => kind.Value)
                    .ThenBy(kind => kind.Key, StringComparer.Ordinal)
                    .Take(most)
                    .Select(kind => new[] { kind.Key, kind.Value.ToString(CultureInfo.InvariantCulture) }),
            ]
        );

    private void Count(string kind) => _kinds[kind] = _kinds.GetValueOrDefault(kind) + 1;

    private static string Missed(Attribution gold, List<Attribution> found, ParsedText parsed)
    {
        if (found.Find(one => Touch(one.Cue, gold.Cue)) is { } near)
            return near.IsNested && Touch(near.Content, gold.Content)
                ? "missed: held to be told again within another"
                : "missed: cue found, its content elsewhere or too unlike";
        var cue = WordsIn(gold.Cue, parsed);
        var head = cue.Find(word => !cue.Contains(parsed.Heads[word]));
        var hidden = gold.Source.Length == 0 ? ", no speaker" : "";
        if (cue.Count == 0 || parsed.UposTags[head] is Upos.Punct)
            return "missed: a mark is the cue" + hidden;
        var content = WordsIn(gold.Content, parsed);
        var below = content.Find(word => cue.Contains(parsed.Heads[word]) && parsed.UposTags[word] is not (Upos.Punct or Upos.Sconj));
        var construction = content.Exists(word => cue.Contains(parsed.Heads[word]) && parsed.UposTags[word] != Upos.Punct)
            ? Construction(parsed.RelationTags[below])
            : "content not below the cue";
        return $"missed: {PartOfSpeech(parsed.UposTags[head])}, {construction}{hidden}";
    }

    private static string Invented(Attribution found, List<Attribution> wanted, ParsedText parsed)
    {
        if (wanted.Exists(one => Touch(one.Cue, found.Cue)))
            return "found with a content too unlike";
        if (wanted.Exists(one => Touch(one.Content, found.Content)))
            return "found within the content of another";
        var cue = WordsIn(found.Cue, parsed);
        return cue.Count == 0
            ? "found where none is: no cue"
            : $"found where none is: {PartOfSpeech(parsed.UposTags[cue.Find(word => !cue.Contains(parsed.Heads[word]))])}";
    }

    private void CountSpans(string role, Span[] gold, Span[] found, ParsedText parsed)
    {
        var (a, b) = (WordsIn(gold, parsed), WordsIn(found, parsed));
        a.RemoveAll(word => parsed.UposTags[word] == Upos.Punct && a.Count > 1);
        b.RemoveAll(word => parsed.UposTags[word] == Upos.Punct && b.Count > 1);
        if (a.SequenceEqual(b))
            return;
        Count(
            b.Count == 0 ? $"{role} not found"
            : a.Count == 0 ? $"{role} found where it is hidden"
            : !a.Intersect(b).Any() ? $"{role} is another" + (parsed.UposTags[a[0]] == Upos.Pron ? ", wanted a pronoun" : "")
            : a[0] < b[0] ? $"{role} begins too late"
            : a[0] > b[0] ? $"{role} begins too early"
            : a[^1] > b[^1] ? $"{role} ends too early"
            : a[^1] < b[^1] ? $"{role} ends too late"
            : $"{role} has a gap too many or too few"
        );
    }

    /// <summary>Pairs by the overlap of contents, the best first.</summary>
    private static List<(int Gold, int Found)> Pair(List<Attribution> gold, List<Attribution> found, string text)
    {
        var ranked = new List<(double Share, int Gold, int Found)>();
        for (var g = 0; g < gold.Count; g++)
        for (var f = 0; f < found.Count; f++)
            if (!found[f].IsNested && Share(gold[g].Content, found[f].Content, text) is >= LeastShare and var share)
                ranked.Add((share + (Touch(gold[g].Cue, found[f].Cue) ? 1e-6 : 0), g, f));
        ranked.Sort((a, b) => b.Share != a.Share ? b.Share.CompareTo(a.Share) : (a.Gold, a.Found).CompareTo((b.Gold, b.Found)));
        var pairs = new List<(int Gold, int Found)>();
        foreach (var (_, g, f) in ranked)
            if (!pairs.Exists(pair => pair.Gold == g || pair.Found == f))
                pairs.Add((g, f));
        return pairs;
    }

    private static double Share(Span[] a, Span[] b, string text)
    {
        var common = a.Sum(x => b.Sum(y => Math.Max(0, Math.Min(x.End, y.End) - Math.Max(x.Start, y.Start))));
        return common == 0 || text.Length == 0 ? 0 : 2.0 * common / (a.Sum(x => x.End - x.Start) + b.Sum(y => y.End - y.Start));
    }

    private static bool Touch(Span[] a, Span[] b) => a.Any(x => b.Any(y => x.Start < y.End && y.Start < x.End));

    private static List<int> WordsIn(Span[] spans, ParsedText parsed)
    {
        var words = new List<int>();
        for (var word = 0; word < parsed.Count; word++)
            if (spans.Any(span => parsed[word].Span.Start < span.End && span.Start < parsed[word].Span.End))
                words.Add(word);
        return words;
    }

    private static string PartOfSpeech(Upos upos) =>
        upos switch
        {
            Upos.Verb or Upos.Aux => "verb",
            Upos.Noun or Upos.Propn => "noun",
            Upos.Adj => "adjective",
            Upos.Adp or Upos.Adv or Upos.Sconj => "preposition or adverb",
            _ => "other word",
        };

    private static string Construction(Relation relation) =>
        relation.Is(Relation.Ccomp) || relation.Is(Relation.Csubj) ? "clause"
        : relation.Is(Relation.Xcomp) ? "infinitive or predicate"
        : relation.Is(Relation.Obj) || relation.Is(Relation.Iobj) ? "object"
        : relation.Is(Relation.Obl) || relation.Is(Relation.Nmod) ? "prepositional phrase"
        : relation.Is(Relation.Nsubj) ? "subject"
        : relation.Is(Relation.Acl) ? "clause of a noun"
        : relation.Is(Relation.Advcl) ? "adverbial clause"
        : relation.Is(Relation.Advmod) ? "adverb"
        : "another relation";
}
