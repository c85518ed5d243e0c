using Parley.Records;
using Parley.Syntax;
using Parley.Text;

namespace Parley.Actors;

/// <summary>Walks the noun phrases of an article in the order of the text and says which actor each mentions.</summary>
/// <remarks>
/// A phrase is, in this order, a pronoun, a person, a name, a role noun, or whatever else speaks. Phrases inside are read first where the
/// outer one needs them ("spokesman for the governor"). What only comes behind may still join two actors: see <see cref="KinMerger"/>.
/// </remarks>
internal sealed partial class ActorMentionReader
{
    private readonly ParsedText _parsed;
    private readonly NameFinder _names;
    private readonly ActorRegister _actors = new();
    private readonly string _venue;
    private readonly Entity?[] _entityOf;
    private readonly byte[] _state;
    private readonly bool[] _absorbed;
    private readonly Quotations _quotations;
    private readonly Salience _salience;
    private readonly IAntecedentTrace? _trace;
    private readonly ActorList? _list;

    /// <summary>Prepares to read a text.</summary>
    /// <param name="parsed">The text.</param>
    /// <param name="trace">Sees what is weighed for each pronoun; null where nobody asks.</param>
    /// <param name="list">The user's own names and nouns; null where there are none.</param>
    public ActorMentionReader(ParsedText parsed, IAntecedentTrace? trace = null, ActorList? list = null)
    {
        _list = list;
        _trace = trace;
        _parsed = parsed;
        _names = new NameFinder(parsed, list);
        _venue = Venue.Of(parsed, _names);
        _entityOf = new Entity?[parsed.Count];
        _state = new byte[parsed.Count];
        _absorbed = new bool[parsed.Count];
        _quotations = new Quotations(parsed);
        _salience = new Salience(parsed, _quotations);
    }

    /// <summary>Reads all mentions.</summary>
    public ActorRegister Read()
    {
        foreach (var sentence in _parsed.Sentences)
        {
            for (var word = sentence.Start; word < sentence.End; word++)
                if (IsHead(_parsed[word]))
                    Resolve(_parsed[word]);
            for (var word = sentence.Start; word < sentence.End; word++)
                ReadModifier(_parsed[word]);
        }
        foreach (var key in (ReadOnlySpan<string>)["narrator", "narrators"])
            if (_actors.Find(key) is { Mentions.Count: 1 } alone)
                alone.Mentions.Clear();
        return _actors;
    }

    private bool IsHead(Node node)
    {
        if (_names.At(node.Index) is { } hit && hit.Head != node.Index)
            return false;
        if (!NounPhrase.IsNominal(node))
            return false;
        return node.Relation switch
        {
            Relation.Amod or Relation.Compound or Relation.Det or Relation.Nummod or Relation.Flat or Relation.Fixed or Relation.Goeswith =>
                false,
            Relation.Case or Relation.Mark or Relation.Advmod or Relation.DetPredet or Relation.NmodDesc or Relation.Expl => false,
            Relation.NmodPoss => true,
            _ => node.Upos is not Upos.Adj || IsNounLike(node),
        };
    }

    /// <summary>Adjectives and determiners that stand as nouns: "the wounded said", "both said".</summary>
    private static bool IsNounLike(Node node) =>
        NounPhrase.IsSubject(node) || node.Relation is Relation.Obj or Relation.OblAgent or Relation.Conj && node.Head.Upos != Upos.Adj;

    /// <summary>The actor that this node's phrase mentions; null where it mentions none.</summary>
    private Entity? Resolve(Node node)
    {
        var at = node.Index;
        if (_state[at] != 0)
            return _entityOf[at];
        if (_absorbed[at] || _names.At(at) is { } whole && whole.Head != at)
            return null;
        _state[at] = 1;
        var entity = ReadPhrase(node);
        _state[at] = 2;
        _entityOf[at] = entity;
        return entity;
    }

    /// <summary>The role noun that a node heads; the rest of its words ("State" of "Secretary of State") then mentions nothing.</summary>
    private RoleHit? RoleAt(Node node)
    {
        var hit = ListedRole(node) ?? RoleFinder.At(node);
        if (hit is { } role)
            for (var word = node.Index + 1; word < role.Words.End; word++)
                _absorbed[word] = true;
        return hit;
    }

    /// <summary>A noun for agents of the user's list: as Parley knows it, but with the list's role.</summary>
    private RoleHit? ListedRole(Node node)
    {
        if (_list is null || node.Upos is not (Upos.Noun or Upos.Propn))
            return null;
        var known = RoleFinder.At(node);
        if ((_list.RoleOf(known?.Role.Noun ?? "", node.Lemma) ?? _list.RoleOf(node.Form, node.Lemma)) is not { } code)
            return null;
        return new RoleHit(
            known is { } hit
                ? hit.Role with
                {
                    Code = code,
                }
                : new RoleNoun(node.Lemma, code, ListedName.KindOf(code), RoleSort.Group, "", Gender.Unknown, false, false, false, false),
            known?.Words ?? new WordRange(node.Index, node.Index + 1),
            node.Xpos is "NNS" or "NNPS"
        );
    }

    private Entity? ReadPhrase(Node node)
    {
        if (ActorWords.IsQuantity(node) && ReadQuantity(node) is { } counted)
            return counted;
        if (node.Upos == Upos.Pron)
            return ReadPronoun(node);
        if (node.Upos is Upos.Det or Upos.Num || node.Upos == Upos.Adj && _names.HeadedBy(node.Index) is null)
            return ReadQuantifier(node);
        if (node.Relation == Relation.Appos && ReadApposition(node) is { } same)
            return same;
        if (ReadFamily(node) is { } family)
            return family;
        if (ReadPerson(node) is { } person)
            return person;
        if (_names.HeadedBy(node.Index) is { } hit && hit.Sort is not (NameSort.Person or NameSort.Place))
            return ReadName(node, hit);
        return ReadEnemy(node) ?? ReadCouple(node) ?? ReadRole(node) ?? ReadOther(node);
    }

    /// <summary>An apposition mentions what its head mentions, where the two can be one.</summary>
    private Entity? ReadApposition(Node node)
    {
        if (!node.Head.Exists || !NounPhrase.IsNominal(node.Head))
            return null;
        if (node.Head.Lemma is "name" && ReadOwnName(node) is { } bearer)
            return bearer;
        var entity = Resolve(node.Head);
        if (entity is null || !CanApposed(entity, node))
            return null;
        if (_names.HeadedBy(node.Index) is { Sort: NameSort.Organization or NameSort.Body or NameSort.Media or NameSort.Group } hit)
        {
            entity.Offer(hit.Name, 2, hit.Words);
            _actors.Know(entity, hit.Name);
        }
        Mention(entity, node, MentionKind.Nominal);
        return entity;
    }

    /// <summary>"a spokesman, who gave only his first name, Oleh": the name is that of the unnamed person who owns it.</summary>
    private Entity? ReadOwnName(Node node)
    {
        if (
            _names.HeadedBy(node.Index) is not { Sort: NameSort.Person } hit
            || node.Head.Child(Relation.NmodPoss) is not { Exists: true } owner
            || Resolve(owner) is not { IsPerson: true, IsNamed: false } person
        )
            return null;
        person.Offer(hit.Name, 2, hit.Words);
        _actors.Know(person, hit.Name);
        Mention(person, node, MentionKind.Name);
        return person;
    }

    private bool CanApposed(Entity entity, Node node)
    {
        var hit = _names.HeadedBy(node.Index);
        if (entity.IsPerson)
            return hit is null || hit.Sort == NameSort.Person && entity.Aliases.Contains(hit.Name);
        return hit is null
            ? RoleAt(node) is not { Role.IsPerson: true, IsPlural: false }
            : hit.Kind == entity.Kind || hit.Sort == NameSort.Organization;
    }

    /// <summary>A noun that no table knows mentions an actor only where it speaks.</summary>
    private Entity? ReadOther(Node node)
    {
        if (
            !NounPhrase.Speaks(node)
            || node.Upos is not (Upos.Noun or Upos.Propn)
            || _names.HeadedBy(node.Index) is { Sort: NameSort.Place }
        )
            return null;
        var affiliation = Affiliate(node);
        var name = NameOf(node);
        var entity =
            NounPhrase.IsDefinite(node) && _actors.Body(name) is { } known
                ? known
                : _actors.New(node.Upos == Upos.Propn ? ActorKind.Organization : ActorKind.People);
        entity.Offer(name, 1, NounPhrase.NameWords(node));
        entity.OfferCode(affiliation.Body?.Code ?? affiliation.Country, 2);
        entity.IsPlural |= node.Xpos is "NNS" or "NNPS";
        Mention(entity, node, node.Upos == Upos.Propn ? MentionKind.Name : MentionKind.Nominal);
        return entity;
    }

    /// <summary>"Russian" of "the Russian shelling": where the phrase is no actor itself, the name in front of it is one.</summary>
    private void ReadModifier(Node node)
    {
        if (_state[node.Index] != 0 || _absorbed[node.Index] || _names.HeadedBy(node.Index) is not { } hit || !node.Head.Exists)
            return;
        var head = node.Head;
        var joined = node.Relation == Relation.Conj ? NounPhrase.Anchor(node).Head : head;
        if (
            node.Relation is not (Relation.Compound or Relation.Amod or Relation.NmodDesc or Relation.Conj)
            || !joined.Exists
            || _entityOf[joined.Index] is not null
        )
            return;
        if (IsTurnedAway(hit.Words))
            return;
        var entity = hit.Sort switch
        {
            NameSort.Country or NameSort.Demonym when ActorWords.IsForceNoun(joined) && HasArmy(hit.Code) => _actors.Army(hit.Code),
            NameSort.Country or NameSort.Demonym when !ActorWords.IsPlaceNoun(joined) && joined.Upos != Upos.Propn => _actors.Country(
                hit.Code
            ),
            NameSort.Seat or NameSort.Body or NameSort.Group or NameSort.Media => NamedBody(hit),
            NameSort.Person when ReadPerson(node) is { } person => person,
            _ => null,
        };
        if (entity is null || hit.Sort == NameSort.Person)
            return;
        _state[node.Index] = 2;
        _entityOf[node.Index] = entity;
        if (hit.Sort != NameSort.Demonym)
            entity.Offer(hit.Name, 2, hit.Words);
        entity.Mentions.Add(new ActorMention(0, hit.Words, node.Index, MentionKind.Modifier));
        _actors.Touch(entity);
    }

    /// <summary>False where the article has told of rebels of that country and of no army.</summary>
    private bool HasArmy(string country) =>
        _actors.Find(country + ".MIL") is not null || !_actors.All.Any(e => e.Country == country && e.Kind == ActorKind.ArmedGroup);

    private void Mention(Entity entity, Node node, MentionKind kind)
    {
        entity.Mentions.Add(new ActorMention(0, NounPhrase.Words(node), node.Index, kind));
        _actors.Touch(entity);
    }

    private string NameOf(Node node) => WordsJoined.Of(_parsed, NounPhrase.NameWords(node));

    /// <summary>"pro-Russian", "Moscow-backed", "anti-American": names that do not say whom the phrase belongs to.</summary>
    private bool IsTurnedAway(WordRange words)
    {
        var tokens = _parsed.Tokens;
        if (
            words.Start >= 2
            && tokens.Form(words.Start - 1) is "-"
            && !tokens.Words[words.Start - 1].SpaceAfter
            && !tokens.Words[words.Start - 2].SpaceAfter
        )
            return true;
        return words.End < _parsed.Count && tokens.Form(words.End) is "-" && !tokens.Words[words.End - 1].SpaceAfter;
    }
}
