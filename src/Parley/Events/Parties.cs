using Parley.Actors;
using Parley.Lexicons;
using Parley.Places;
using Parley.Records;
using Parley.Statements;
using Parley.Syntax;

namespace Parley.Events;

/// <summary>Which actors a noun phrase stands for, as doer or as target.</summary>
internal sealed class Parties
{
    private static readonly Lexicon s_countries = LexiconSet.Get("lexicons/countries");

    private readonly ActorTable _actors;
    private readonly PlaceTable _places;
    private readonly StatementTable _statements;
    private readonly Dictionary<string, Actor> _ofCountry = new(StringComparer.Ordinal);

    public Parties(ActorTable actors, PlaceTable places, StatementTable statements)
    {
        _actors = actors;
        _places = places;
        _statements = statements;
        foreach (var actor in actors.Actors)
            if (CountryOf(actor.Code) is { Length: 3 } country && Rank(actor) < RankOf(country))
                _ofCountry[country] = actor;
    }

    /// <summary>The doers that a noun phrase names, its conjuncts with it.</summary>
    public void AddDoers(Node node, List<Actor> found) => Add(node, found, asTarget: false, 4);

    /// <summary>The targets that a noun phrase names; of a place or thing, the country that it lies in.</summary>
    public void AddTargets(Node node, List<Actor> found) => Add(node, found, asTarget: true, 4);

    /// <summary>The actor that stands for a country in this article; null where none does.</summary>
    public Actor? OfCountry(string? country) => country is not null && _ofCountry.TryGetValue(country, out var actor) ? actor : null;

    /// <summary>True for states, bodies, forces and those who speak for them; false for the unknown and for civilians.</summary>
    public static bool IsBody(Actor actor) => actor.Code.Length > 0 && !actor.Code.EndsWith(".CVL", StringComparison.Ordinal);

    /// <summary>True when both belong to one country or body.</summary>
    public static bool SameCountry(Actor one, Actor other) =>
        one.Id == other.Id || (one.Code.Length > 0 && CountryOf(one.Code) == CountryOf(other.Code));

    /// <summary>The first part of a code: <c>RUS</c> of <c>RUS.MIL</c>; <c>IGO.UNO</c> whole.</summary>
    public static string CountryOf(string code)
    {
        var dot = code.IndexOf('.', StringComparison.Ordinal);
        return dot < 0 ? code : code[..dot];
    }

    /// <summary>The mention of a party among the modifiers: "Russian strikes", "Hamas fighters", "Israel's army".</summary>
    public Node Modifier(Node noun)
    {
        foreach (var child in noun.Children)
            if (IsBefore(child, noun) && PartyModifier.Of(child, _actors) is { Exists: true } party)
                return party;
        return Node.None;
    }

    private static bool IsBefore(Node child, Node noun) =>
        child.Relation is Relation.Amod or Relation.Compound or Relation.NmodPoss or Relation.NmodDesc or Relation.Nmod
        && child.Index < noun.Index;

    private void Add(Node node, List<Actor> found, bool asTarget, int steps)
    {
        if (!node.Exists || steps == 0)
            return;
        var meant = Clause.Antecedent(node);
        if (meant.Index != node.Index)
        {
            Add(meant, found, asTarget, steps - 1);
            return;
        }
        AddOne(node, found, asTarget, steps);
        foreach (var child in node.Children)
            if (child.Relation == Relation.Conj && child.Upos is Upos.Noun or Upos.Propn or Upos.Pron or Upos.Num or Upos.Adj)
                Add(child, found, asTarget, steps - 1);
    }

    private void AddOne(Node node, List<Actor> found, bool asTarget, int steps)
    {
        if (AddSeveral(node, found, asTarget, steps))
            return;
        // "the two sides", "the Russian and Ukrainian presidents": one mention of several parties.
        if (_actors.PartiesAt(node.Index) is { Length: > 1 } parties)
        {
            foreach (var party in parties)
                AddNew(found, party);
            return;
        }
        if (_actors.At(node) is { } actor && (actor.Code.Length > 0 || actor.Kind != ActorKind.People))
        {
            AddNew(found, actor);
            return;
        }
        if (Speaker(node) is { } speaker)
        {
            AddNew(found, speaker);
            return;
        }
        var before = found.Count;
        if (IsMeasure(node) && Clause.Nominal(node, "of") is { Exists: true } measured)
            Add(measured, found, asTarget, steps - 1);
        if (found.Count > before)
            return;
        foreach (var child in node.Children)
            if (IsBefore(child, node) && PartyModifier.Of(child, _actors) is { Exists: true } modifier)
                if (_actors.At(modifier) is { } owner && owner.Kind != ActorKind.Media)
                {
                    AddNew(found, owner);
                    AddOwnersBeside(modifier, found);
                }
        if (found.Count > before)
            return;
        foreach (var child in node.Children)
            if (
                child.Relation.Is(Relation.Nmod)
                && (Clause.HasCase(child, "of") || Clause.HasCase(child, "from") || Clause.HasCase(child, "by"))
                && _actors.At(child) is { } other
            )
                Add(child, found, asTarget, steps - 1);
        if (found.Count == before && asTarget && PlaceCountry(node, steps) is { } country)
            AddNew(found, country);
        if (found.Count == before && _actors.At(node) is { } people)
            AddNew(found, people);
    }

    // "Ukraine said it would …": a pronoun that nothing else resolves is the speaker's own.
    private Actor? Speaker(Node node)
    {
        if (node.Upos != Upos.Pron || !node.Has("PronType=Prs") || _actors.At(node) is not null)
            return null;
        if (!node.Has("Person=1") && !(node.IsForm("it") && node.Relation.Is(Relation.Nsubj)))
            return null;
        var id = _statements.At(node.Index)?.Speaker;
        return id is null ? null : _actors.Actors.FirstOrDefault(actor => actor.Id == id);
    }

    /// <summary>"negotiators from Russia and Ukraine", "the Russian and Ukrainian presidents": several parties in one description.</summary>
    private bool AddSeveral(Node node, List<Actor> found, bool asTarget, int steps)
    {
        if (node.Upos != Upos.Noun || !node.Has("Number=Plur"))
            return false;
        foreach (var child in node.Children)
        {
            var modifies = child.Relation is Relation.Amod or Relation.Compound or Relation.NmodPoss;
            if (!modifies && !(child.Relation == Relation.Nmod && (Clause.HasCase(child, "from") || Clause.HasCase(child, "of"))))
                continue;
            if (PartyAt(child) is not { } first)
                continue;
            foreach (var beside in child.Children)
                if (beside.Relation == Relation.Conj && PartyAt(beside) is { } second && !SameCountry(first, second))
                {
                    AddNew(found, first);
                    AddNew(found, second);
                    return true;
                }
        }
        return false;
    }

    // Inside a description that is one actor ("the Russian and Ukrainian presidents") its parts are no mentions: their country counts.
    private Actor? PartyAt(Node node)
    {
        if (_actors.At(node) is { } actor)
            return actor;
        var row = s_countries.Find(node.Form);
        return row >= 0 ? OfCountry(s_countries.Text(row, s_countries.Column("country"))) : null;
    }

    private void AddOwnersBeside(Node owner, List<Actor> found)
    {
        foreach (var child in owner.Children)
            if (child.Relation == Relation.Conj && _actors.At(child) is { } beside)
                AddNew(found, beside);
    }

    /// <summary>The party whose country a place, or the place of a thing, lies in.</summary>
    private Actor? PlaceCountry(Node node, int steps)
    {
        if (_places.At(node) is { } place)
            return OfCountry(place.Country);
        if (steps <= 1)
            return null;
        foreach (var child in node.Children)
            if (
                child.Relation
                is Relation.Nmod
                    or Relation.NmodPoss
                    or Relation.Compound
                    or Relation.Amod
                    or Relation.Appos
                    or Relation.Flat
                    or Relation.Obl
            )
                if (PlaceCountry(child, steps - 1) is { } country)
                    return country;
        return null;
    }

    private static bool IsMeasure(Node node) => node.Upos == Upos.Num || (WordClasses.OfLemma(node.Lemma) & WordClass.Measure) != 0;

    private static void AddNew(List<Actor> found, Actor actor)
    {
        foreach (var one in found)
            if (one.Id == actor.Id)
                return;
        found.Add(actor);
    }

    private int RankOf(string country) => _ofCountry.TryGetValue(country, out var actor) ? Rank(actor) : int.MaxValue;

    private static int Rank(Actor actor) =>
        actor.Kind switch
        {
            ActorKind.Country => 0,
            ActorKind.Government => 1,
            ActorKind.People => 2,
            ActorKind.Military => 3,
            ActorKind.Person => 5,
            _ => 4,
        };
}
