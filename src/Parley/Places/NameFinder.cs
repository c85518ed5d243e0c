using Parley.Actors;
using Parley.Lexicons;
using Parley.Records;
using Parley.Syntax;
using Parley.Text;

namespace Parley.Places;

/// <summary>Finds the names that stand for places: those the model tags, and those behind a preposition of place.</summary>
/// <remarks>A name that acts ("Moscow has demanded") is an actor, unless a preposition puts something there.</remarks>
internal sealed class NameFinder
{
    /// <summary>From so many people on a town is known where the model does not take its name for one of a place.</summary>
    private const double KnownTown = 50_000;

    private readonly Lexicon _kinds = LexiconSet.Get("lexicons/place-kinds");
    private readonly Lexicon _directions = LexiconSet.Get("lexicons/directions");
    private readonly Lexicon _locatives = LexiconSet.Get("lexicons/locatives");
    private readonly Lexicon _months = LexiconSet.Get("lexicons/months");
    private readonly Gazetteer _gazetteer;
    private readonly NamesWithin _within;

    public NameFinder(Gazetteer gazetteer) => (_gazetteer, _within) = (gazetteer, new NamesWithin(gazetteer));

    /// <summary>The names of a text, in order.</summary>
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
        _within.Add(parsed, found);
        AddDateline(parsed, found);
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
        name = Trimmed(parsed, name);
        // "erupted in March 2011": a model may take the month for a place, and there are towns of that name.
        if (name.Length == 1 && _months.Contains(parsed[name.Start].Form))
            return;
        if (NamesWithin.CountryOfPeople(parsed, name) is { } people)
        {
            found.Add(new NamedPlace(name, name, name.End - 1, null, -1, -1, PlaceUse.People, false, people));
            return;
        }
        var head = HeadOf(parsed, name);
        var (words, kind, top) = Kind(parsed, head, name);
        var (kindWord, before) = Described(parsed, head);
        kind ??= before;
        var acts =
            IsBacker(parsed, name.End)
            || kindWord < 0 && actors.MentionAt(top.Index) is { Kind: MentionKind.Name or MentionKind.Modifier } && !IsLocative(top)
            || head.Index != top.Index && kind is null && actors.MentionAt(head.Index) is { Kind: MentionKind.Name };
        found.Add(
            new NamedPlace(
                words,
                name,
                top.Index,
                kind,
                DirectionBefore(parsed, name),
                kindWord,
                acts ? PlaceUse.Actor : PlaceUse.Literal,
                kind is null && IsArticled(parsed, name, head)
            )
        );
    }

    // Without an article, a possessive, a kind and a direction that the model took for part of the name.
    private WordRange Trimmed(ParsedText parsed, WordRange name)
    {
        while (name.Length > 1 && (parsed[name.Start].Upos is Upos.Det || parsed[name.Start].IsForm("the")) && !IsInGazetteer(parsed, name))
            name = name with { Start = name.Start + 1 };
        while (name.Length > 1 && parsed[name.End - 1].Upos is Upos.Part or Upos.Punct && parsed.Tokens.Form(name.End - 1)[^1] != '.')
            name = name with { End = name.End - 1 };
        // The model may take the kind for part of the name ("Nyanza province").
        if (name.Length > 1 && char.IsLower(parsed.Tokens.Form(name.End - 1)[0]) && KindOf(parsed[name.End - 1]) is not null)
            name = name with { End = name.End - 1 };
        // The model may take the direction for part of the name ("eastern Ukraine").
        if (name.Length > 1 && _directions.Contains(parsed[name.Start].Form) && !IsInGazetteer(parsed, name))
            name = name with { Start = name.Start + 1 };
        return name;
    }

    // "Aleppo province"; "Donetsk and Luhansk regions" are a region each.
    private (WordRange Words, string? Kind, Node Top) Kind(ParsedText parsed, Node head, WordRange name)
    {
        var modifier = head.Relation.Is(Relation.Conj) ? head.Head : head;
        if (
            modifier.Head is { Exists: true } noun
            && noun.Index >= name.End
            && noun.Index - name.End < 3
            && IsModifier(modifier)
            && KindOf(noun) is { } kind and ("division" or "area")
        )
            return noun.Index == name.End && modifier.Index == head.Index
                ? (new WordRange(name.Start, noun.Index + 1), kind, noun)
                : (name, kind, head);
        return (name, name.Length > 1 ? KindOf(parsed[name.End - 1]) : null, head);
    }

    // "across the Desna" is a river, "the Donbas" a region; "the Kunduz garrison" says nothing of Kunduz.
    private static bool IsArticled(ParsedText parsed, WordRange name, Node head) =>
        name.Start > 0
        && parsed.Tokens.Form(name.Start - 1) is "the" or "The"
        && parsed.Heads[name.Start - 1] == head.Index
        && !IsModifier(head);

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

    // The place of "KYIV, March 29 -": its words belong to no sentence.
    private static void AddDateline(ParsedText parsed, List<NamedPlace> found)
    {
        if (parsed.Tokens.Dateline is not { Length: > 0 } line || parsed.Tokens.Article.Dateline?.Place is not { } place)
            return;
        var start = parsed.Tokens.Words[line.Start].Start;
        var end = line.Start;
        while (end < line.End && parsed.Tokens.Form(end) is not "," && parsed.Tokens.Words[end].End <= start + place.Length)
            end++;
        if (end == line.Start)
            return;
        var name = new WordRange(line.Start, end);
        found.RemoveAll(other => name.Contains(other.Name.Start));
        found.Add(new NamedPlace(name, name, end - 1, null, -1, -1, PlaceUse.Literal, false));
    }

    // "much of the Donbas": a region of one word is known by its name alone.
    private bool IsRegion(Node word) =>
        word.Child("the").Exists
        && _gazetteer.Find(word.Form) is { Count: > 0 } found
        && found.TrueForAll(place => place.Sort is PlaceSort.Region or PlaceSort.Spot || !place.IsMainName || IsVillage(place))
        && found.Exists(place => place.IsMainName && place.Sort is PlaceSort.Region or PlaceSort.Spot);

    private static bool IsVillage(GazetteerPlace place) => place.IsTown && place.Population < KnownTown;

    private bool IsKnown(ParsedText parsed, WordRange run) =>
        _gazetteer.Find(parsed.SpanOf(run).Of(parsed.Text)).Exists(place => place.IsMainName && !IsVillage(place));

    private bool IsInGazetteer(ParsedText parsed, WordRange name) => _gazetteer.Find(parsed.SpanOf(name).Of(parsed.Text)).Count > 0;
}
