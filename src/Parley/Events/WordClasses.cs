using Parley.Actors;
using Parley.Lexicons;
using Parley.Places;
using Parley.Records;
using Parley.Syntax;

namespace Parley.Events;

/// <summary>What sort of thing a word of the text stands for: from the lexicon, the actors, the places and the names.</summary>
internal sealed class WordClasses
{
    private static readonly Lexicon s_lexicon = LexiconSet.Get("lexicons/event-classes");
    private static readonly WordClass[] s_classes = ReadClasses();

    private readonly ParsedText _parsed;
    private readonly ActorTable _actors;
    private readonly PlaceTable _places;
    private readonly NameType?[] _names;

    public WordClasses(ParsedText parsed, ActorTable actors, PlaceTable places)
    {
        _parsed = parsed;
        _actors = actors;
        _places = places;
        _names = new NameType?[parsed.Count];
        foreach (var name in parsed.Names)
            for (var word = name.Words.Start; word < name.Words.End; word++)
                _names[word] = name.Type;
    }

    /// <summary>True when the word stands in a name.</summary>
    public bool IsInName(Node node) => _names[node.Index] is not null;

    /// <summary>The classes of a noun phrase by its head; relative pronouns stand for what they point at, "dozens of X" for X.</summary>
    public WordClass Of(Node node) => Of(node, 4);

    /// <summary>The classes of the word alone, without what it is part of or points at.</summary>
    public static WordClass OfLemma(string lemma)
    {
        var row = s_lexicon.Find(lemma);
        // Treebanks keep the plural of words that hardly have a singular: "troops".
        if (row < 0 && lemma.Length > 3 && lemma[^1] == 's')
            row = s_lexicon.Find(lemma.AsSpan(0, lemma.Length - 1));
        return row >= 0 ? s_classes[row] : WordClass.None;
    }

    private WordClass Of(Node node, int steps)
    {
        if (!node.Exists || steps == 0)
            return WordClass.None;
        var meant = Clause.Antecedent(node);
        if (meant.Index != node.Index)
            return Of(meant, steps - 1);
        var classes = OfLemma(node.Lemma);
        if ((classes & WordClass.Measure) != 0 || node.Upos == Upos.Num)
            classes |= Of(Clause.Nominal(node, "of"), steps - 1);
        if (_actors.At(node) is { } actor)
            classes |= OfKind(actor);
        if (_places.At(node) is not null)
            classes |= WordClass.Ground;
        if (classes == WordClass.None)
            classes = OfNameOrPronoun(node);
        return classes;
    }

    private static WordClass OfKind(Actor actor) =>
        actor.Kind switch
        {
            ActorKind.Country => WordClass.Party | WordClass.Ground,
            ActorKind.Government => WordClass.Party | WordClass.Regime,
            ActorKind.Military => WordClass.Party | WordClass.Force | WordClass.Military,
            ActorKind.ArmedGroup => WordClass.Party | WordClass.Force,
            ActorKind.Party or ActorKind.Organization => WordClass.Party,
            ActorKind.Media => WordClass.Media,
            ActorKind.People => WordClass.Person | WordClass.Crowd,
            _ => actor.Role is not null || actor.Code.Length > 0 ? WordClass.Person | WordClass.Leader : WordClass.Person,
        };

    private WordClass OfNameOrPronoun(Node node)
    {
        if (node.Upos == Upos.Pron && node.Has("PronType=Prs"))
            return node.IsForm("it") || node.IsForm("itself") ? WordClass.Party : WordClass.Person | WordClass.Party | WordClass.Force;
        return _names[node.Index] switch
        {
            NameType.Person => WordClass.Person,
            NameType.Organization => WordClass.Party,
            NameType.Place => WordClass.Ground,
            _ => WordClass.None,
        };
    }

    private static WordClass[] ReadClasses()
    {
        var column = s_lexicon.Column("classes");
        var classes = new WordClass[s_lexicon.Count];
        for (var row = 0; row < classes.Length; row++)
            classes[row] = Enum.Parse<WordClass>(s_lexicon.Cell(row, column));
        return classes;
    }
}
