using Parley.Actors;
using Parley.Lexicons;
using Parley.Syntax;
using Parley.Text;

namespace Parley.Places;

/// <summary>Finds the names that stand for places: those the model tags, and those behind a preposition of place.</summary>
/// <remarks>A name that acts ("Moscow has demanded") is an actor, unless a preposition puts something there.</remarks>
internal sealed class NameFinder
{
    private readonly Lexicon _kinds = LexiconSet.Get("lexicons/place-kinds");
    private readonly Lexicon _directions = LexiconSet.Get("lexicons/directions");
    private readonly Lexicon _locatives = LexiconSet.Get("lexicons/locatives");
    private readonly Lexicon _months = LexiconSet.Get("lexicons/months");
    private readonly Gazetteer _gazetteer;

    public NameFinder(Gazetteer gazetteer) => _gazetteer = gazetteer;

    public List<NamedPlace> Find(ParsedText parsed, ActorTable actors)
    {
        var found = new List<NamedPlace>();
        var taken = new bool[parsed.Count];
        foreach (var name in parsed.Names)
        {
            Array.Fill(taken, true, name.Words.Start, name.Words.Length);
            if (name.Type is NameType.Place && parsed.SentenceOf(name.Words.Start) >= 0)
                Add(parsed, actors, name.Words, found);
        }
        for (var word = 0; word < parsed.Count; word++)
            if (
                !taken[word]
                && parsed.SentenceOf(word) >= 0
                && parsed[word].Upos is Upos.Propn
                && (IsLocative(parsed[word]) || IsRegion(parsed[word]))
            )
            {
                var run = Run(parsed, word, taken);
                if (IsKnown(parsed, run))
                    Add(parsed, actors, run, found);
                Array.Fill(taken, true, run.Start, run.Length);
            }
        found.Sort((a, b) => a.Name.Start.CompareTo(b.Name.Start));
        return found;
    }

    /// <summary>True when a preposition of place stands before the word.</summary>
    public bool IsLocative(Node node)
    {
        foreach (var child in node.Children)
            if (child.Relation.Is(Relation.Case) && _locatives.Contains(child.Form))
                return true;
        return node.Relation.Is(Relation.Conj)
            && node.Head is { Exists: true } first
            && first.Upos is Upos.Propn
            && !first.Relation.Is(Relation.Conj)
            && IsLocative(first);
    }

    /// <summary>What a noun says a place is; null for other words.</summary>
    public string? KindOf(Node noun)
    {
        var row = _kinds.Find(noun.Lemma);
        return row < 0 ? null : _kinds.Text(row, 1);
    }

    private void Add(ParsedText parsed, ActorTable actors, WordRange name, List<NamedPlace> found)
    {
        while (name.Length > 1 && (parsed[name.Start].Upos is Upos.Det || parsed[name.Start].IsForm("the")))
            name = name with { Start = name.Start + 1 };
        while (name.Length > 1 && parsed[name.End - 1].Upos is Upos.Part or Upos.Punct)
            name = name with { End = name.End - 1 };
        // The model may take the direction for part of the name ("eastern Ukraine").
        if (
            name.Length > 1
            && _directions.Contains(parsed[name.Start].Form)
            && _gazetteer.Find(parsed.SpanOf(name).Of(parsed.Text)).Count == 0
        )
            name = name with { Start = name.Start + 1 };
        // "erupted in March 2011": a model may take the month for a place, and there are towns of that name.
        if (name.Length == 1 && _months.Contains(parsed[name.Start].Form))
            return;
        var head = HeadOf(parsed, name);
        var (words, kind) = (name, (string?)null);
        var top = head;
        if (IsBacker(parsed, name.End))
            return;
        // "Aleppo province"; "Donetsk and Luhansk regions" are a region each.
        var modifier = head.Relation.Is(Relation.Conj) ? head.Head : head;
        if (
            modifier.Head is { Exists: true } noun
            && noun.Index >= name.End
            && noun.Index - name.End < 3
            && IsModifier(modifier)
            && KindOf(noun) is "division" or "area"
        )
        {
            kind = KindOf(noun);
            if (noun.Index == name.End && modifier.Index == head.Index)
                (words, top) = (new WordRange(name.Start, noun.Index + 1), noun);
        }
        else if (name.Length > 1 && KindOf(parsed[name.End - 1]) is { } own)
            kind = own;
        var (kindWord, before) = Described(parsed, head);
        kind ??= before;
        if (kindWord < 0 && actors.MentionAt(top.Index) is { Kind: MentionKind.Name or MentionKind.Modifier } && !IsLocative(top))
            return;
        if (head.Index != top.Index && actors.MentionAt(head.Index) is { Kind: MentionKind.Name } && kind is null)
            return;
        found.Add(new NamedPlace(words, name, top.Index, kind, DirectionBefore(parsed, name), kindWord));
    }

    // "Moscow-backed rebels": Moscow does something there; "Seattle-based" is a place.
    private static bool IsBacker(ParsedText parsed, int end) =>
        end + 1 < parsed.Count
        && parsed[end].Form is "-" or "–"
        && !parsed.Tokens.Words[end - 1].SpaceAfter
        && parsed[end + 1].Upos is Upos.Verb or Upos.Adj
        && !parsed[end + 1].IsForm("based");

    private static bool IsModifier(Node head) =>
        head.Relation.Is(Relation.Compound)
        || head.Relation.Is(Relation.Nmod) && !head.Child(Relation.Case).Exists
        || head.Relation.Is(Relation.Amod)
        || head.Relation.Is(Relation.Flat);

    // "the city of Aleppo", "the port city Mykolaiv", "its capital, Kyiv"
    private (int Word, string? Kind) Described(ParsedText parsed, Node head)
    {
        if (head.Head is not { Exists: true } noun || noun.Index > head.Index || KindOf(noun) is not { } kind || kind is "spot")
            return (-1, null);
        var isName =
            (head.Relation.Is(Relation.Nmod) && (head.Child("of").Exists || !head.Child(Relation.Case).Exists))
            || head.Relation.Is(Relation.Appos)
            || head.Relation.Is(Relation.Flat);
        return isName && parsed.SentenceOf(noun.Index) == parsed.SentenceOf(head.Index) && !IsCapitalOf(noun, head)
            ? (noun.Index, kind)
            : (-1, null);
    }

    // "the capital of Syria" is no name of Syria.
    private static bool IsCapitalOf(Node noun, Node head) => noun.Lemma is "capital" && head.Child("of").Exists;

    private int DirectionBefore(ParsedText parsed, WordRange name)
    {
        var before = name.Start - 1;
        if (before < 0 || parsed.SentenceOf(before) != parsed.SentenceOf(name.Start))
            return -1;
        if (parsed[before].Form is "-" && before > 1)
            return -1;
        return _directions.Contains(parsed[before].Form) ? before : -1;
    }

    private static Node HeadOf(ParsedText parsed, WordRange name)
    {
        for (var word = name.Start; word < name.End; word++)
            if (!name.Contains(parsed.Heads[word]))
                return parsed[word];
        return parsed[name.End - 1];
    }

    private static WordRange Run(ParsedText parsed, int word, bool[] taken)
    {
        var (start, end) = (word, word + 1);
        while (
            start > 0
            && !taken[start - 1]
            && parsed[start - 1].Upos is Upos.Propn
            && parsed.SentenceOf(start - 1) == parsed.SentenceOf(word)
        )
            start--;
        while (end < parsed.Count && !taken[end] && parsed[end].Upos is Upos.Propn && parsed.SentenceOf(end) == parsed.SentenceOf(word))
            end++;
        return new WordRange(start, end);
    }

    // "much of the Donbas": a region of one word is known by its name alone.
    private bool IsRegion(Node word) =>
        word.Child("the").Exists
        && _gazetteer.Find(word.Form) is { Count: > 0 } found
        && found.TrueForAll(place => place.IsMainName && !place.IsTown && !place.IsDivision && !place.IsCountry);

    private bool IsKnown(ParsedText parsed, WordRange run)
    {
        foreach (var place in _gazetteer.Find(parsed.SpanOf(run).Of(parsed.Text)))
            if (place.IsMainName)
                return true;
        return false;
    }
}
