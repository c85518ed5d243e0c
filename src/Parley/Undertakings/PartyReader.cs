using System.Collections.Immutable;
using Parley.Actors;
using Parley.Events;
using Parley.Lexicons;
using Parley.Mentions;
using Parley.Records;
using Parley.Statements;
using Parley.Syntax;
using Parley.Text;

namespace Parley.Undertakings;

/// <summary>Resolves the party words of a mention to bodies that can bind a side: by coreference, by owner, or as the speaker.</summary>
internal sealed class PartyReader(ParsedText parsed, ActorTable actors, StatementTable statements)
{
    /// <summary>A word is a party from this probability on; where none is, the likeliest one alone from <see cref="LeastAlone"/> on.</summary>
    private const float Least = 0.5f;

    private const float LeastAlone = 0.3f;

    /// <summary>Words to each side in which a party is sought: longer than all sentences but broken ones.</summary>
    private const int Reach = 150;

    /// <summary>Statements within statements that are followed outwards.</summary>
    private const int Depth = 6;

    /// <summary>The word of a party that no word names.</summary>
    private const int Nowhere = -1;

    private static readonly Lexicon s_brokering = LexiconSet.Get("lexicons/brokering-verbs");
    private static readonly Lexicon s_giving = LexiconSet.Get("lexicons/giving-verbs");
    private static readonly Lexicon s_joint = LexiconSet.Get("lexicons/joint-parties");
    private readonly Dictionary<string, (Actor Actor, string Side, bool CanBind)> _of = actors.Actors.ToDictionary(
        actor => actor.Id,
        actor => (actor, Side.Of(actor, actors.Actors), Side.CanBind(actor, actors.Actors))
    );

    private readonly Dictionary<string, Statement> _statements = statements.Statements.ToDictionary(said => said.Id);
    private ImmutableArray<Party> _lastJoint = [];

    /// <summary>The parties that the words name, one for each side; empty where none can be resolved.</summary>
    /// <param name="words">The words, as the head gives them.</param>
    /// <param name="mention">The word of the mention.</param>
    /// <param name="isOwnAct">Which acts of a statement take the thing upon the speaker, where no word names a party.</param>
    public ImmutableArray<Party> Read(ImmutableArray<Argument> words, int mention, Func<StatementAct, bool> isOwnAct)
    {
        var found = ImmutableArray.CreateBuilder<Party>();
        var likely = words.Where(word => word.Probability >= Least).ToList();
        if (likely.Count == 0 && !words.IsEmpty && words.MaxBy(word => word.Probability) is { Probability: >= LeastAlone } best)
            likely.Add(best);
        if (Promiser(parsed[mention]) is { Exists: true } promiser && likely.Exists(word => promiser.Subtree.Contains(word.Word)))
            likely.RemoveAll(word => !promiser.Subtree.Contains(word.Word));
        foreach (var word in likely)
            if (!IsBroker(parsed[word.Word]) && !IsBrokerOf(parsed[word.Word], parsed[mention]) && !IsTaker(parsed[word.Word], likely))
                AddBodies(found, At(word, mention));
        if (likely.Count == 0 && Around(mention).FirstOrDefault() is { } said && isOwnAct(said.Act) && Speaker(mention) is { } speaker)
            found.Add(Make(speaker, LeastAlone, Nowhere, "hidden; the speaker of the words"));
        var parties = found.ToImmutable();
        if (parties.Length > 1)
            _lastJoint = parties;
        return parties;
    }

    /// <summary>The parties that any of the words may name, one for each side, however unlikely; but none who brings others together.</summary>
    /// <param name="words">The words, as the head gives them.</param>
    /// <param name="mention">The word of the mention.</param>
    public ImmutableArray<Party> Candidates(ImmutableArray<Argument> words, int mention)
    {
        var found = ImmutableArray.CreateBuilder<Party>();
        foreach (var word in words)
            if (!IsBroker(parsed[word.Word]) && !IsBrokerOf(parsed[word.Word], parsed[mention]))
                AddBodies(found, At(word, mention));
        return found.ToImmutable();
    }

    /// <summary>The side whose words a word is told in; null where it is nobody's who can bind a side.</summary>
    public Party? SpeakerOf(int mention) =>
        Speaker(mention) is { } speaker ? Make(speaker, LeastAlone, Nowhere, "hidden; the speaker of the words") : null;

    /// <summary>The parties that a noun phrase names by its head word, one for each side.</summary>
    public ImmutableArray<Party> Read(Node word)
    {
        var found = ImmutableArray.CreateBuilder<Party>();
        if (!word.Exists)
            return [];
        AddBodies(found, At(new Argument(word.Index, 1), word.Index));
        foreach (var beside in word.Children)
            if (beside.Relation == Relation.Conj)
                AddBodies(found, At(new Argument(beside.Index, 1), word.Index));
        return found.ToImmutable();
    }

    /// <summary>The side of a party.</summary>
    public string SideOf(Party party) => SideOf(party.Actor);

    /// <summary>True when both are of one side.</summary>
    public bool IsSame(Party one, Party other) => SideOf(one) == SideOf(other);

    /// <summary>The side of an actor of this text.</summary>
    public string SideOf(Actor actor) => _of.TryGetValue(actor.Id, out var known) ? known.Side : Side.Of(actor, actors.Actors);

    /// <summary>The side of the actor with that id; null where there is none.</summary>
    public string? SideOf(string? id) => Find(id) is { } actor ? SideOf(actor) : null;

    /// <summary>True when there is an actor with that id who can bind a side.</summary>
    public bool IsParty(string? id) => Find(id) is { } actor && CanBind(actor);

    /// <summary>True when the actor can bind a side.</summary>
    public bool CanBind(Actor actor) => _of.TryGetValue(actor.Id, out var known) ? known.CanBind : Side.CanBind(actor, actors.Actors);

    /// <summary>True when the sentence of a word names the side.</summary>
    public bool IsNamed(int word, string side)
    {
        foreach (var mention in MentionsIn(Near(word)))
            if (mention.Kind != MentionKind.Pronoun && SideOf(actors.Actors[mention.Actor]) == side)
                return true;
        return false;
    }

    /// <summary>The statements around a word, the innermost first.</summary>
    public IEnumerable<Statement> Around(int word)
    {
        for (var (said, depth) = (statements.At(word), 0); said is not null && depth < Depth; said = Outer(said), depth++)
            yield return said;
    }

    /// <summary>The innermost statement around a word whose speaker is of that side; null where there is none.</summary>
    public Statement? OwnWords(int word, string side) =>
        Around(word).FirstOrDefault(said => SideOf(said.Speaker) == side || said.Speakers.Any(speaker => SideOf(speaker) == side));

    private void AddBodies(ImmutableArray<Party>.Builder found, IEnumerable<Party> parties)
    {
        foreach (var party in parties)
            if (IsBody(party.Actor) && !found.Any(other => IsSame(other, party)))
                found.Add(party);
    }

    /// <summary>"The governor said, hours after Moscow had promised to scale down": whoever promises to do it is the party, and nobody outside that clause.</summary>
    private static Node Promiser(Node deed)
    {
        var verb = Clauses.Telling(deed);
        if (verb.Relation != Relation.Xcomp || !verb.Child("to").Exists || verb.Head.Child(Relation.Obj).Exists)
            return new Node(deed.Parsed, -1);
        return verb.Head.Child(Relation.Nsubj);
    }

    /// <summary>"A truce brokered by Qatar": who brings others together is not bound.</summary>
    private static bool IsBroker(Node word)
    {
        var parsed = word.Parsed;
        // "A Qatar-brokered truce": the tree hangs the name elsewhere.
        for (var next = word.Index + 1; next < Math.Min(word.Index + 3, parsed.Lemmas.Length); next++)
            if (s_brokering.Contains(parsed.Lemmas[next]) && parsed[next].Relation is Relation.Acl or Relation.Amod)
                return true;
        while (word.Relation == Relation.Conj && word.Head.Exists)
            word = word.Head;
        return word.Relation != Relation.Obj && word.Head.Exists && s_brokering.Contains(word.Head.Lemma);
    }

    /// <summary>"The two states, which had brokered the truce": the subject of the clause, or what the clause is about.</summary>
    private static bool IsBrokerOf(Node word, Node deed)
    {
        if (deed.Relation != Relation.Obj || !deed.Head.Exists || !s_brokering.Contains(deed.Head.Lemma))
            return false;
        var broker = deed.Head;
        if (broker.Relation.Is(Relation.AclRelcl) && broker.Head.Exists && word.IsWithin(broker.Head) && !word.IsWithin(broker))
            return true;
        return broker.Subject is { Exists: true } subject && word.IsWithin(subject);
    }

    /// <summary>"Promised the rebels to lift the sanctions": who is promised something is not bound by it.</summary>
    private static bool IsTaker(Node word, List<Argument> bound) =>
        word.Relation is Relation.Obj or Relation.Iobj
        && word.Head is { Exists: true } verb
        && s_giving.Contains(verb.Lemma)
        && verb.Child(Relation.Xcomp).Exists | verb.Child(Relation.Ccomp).Exists
        && bound.Any(other => verb.Subject is { Exists: true } giver && giver.Index == other.Word);

    private IEnumerable<Party> At(Argument word, int mention)
    {
        var node = parsed[word.Word];
        var own = MentionedAt(word.Word);
        if (own.Length != 1 && s_joint.Contains(node.Lemma) && Joint(node) is { Length: > 1 } joint)
            return joint.Select(party =>
                party with
                {
                    Probability = word.Probability,
                    Word = word.Word,
                    Because = $"“{node.Form}”: those named together",
                }
            );
        if (own.IsEmpty && node.Upos is Upos.Pron or Upos.Det)
            return Speaker(mention) is { } speaker
                ? [Make(speaker, word.Probability, word.Word, $"“{node.Form}”: the speaker of the words")]
                : [];
        if (own.Any(CanBind))
            return own.Select(actor => Make(actor, word.Probability, word.Word, $"“{node.Form}”"));
        foreach (var child in node.Children)
            if (
                child.Relation is Relation.NmodPoss or Relation.Amod or Relation.Compound or Relation.Nmod
                && MentionedAt(child.Index) is { IsEmpty: false } owner
            )
                return owner.Select(actor => Make(actor, word.Probability, word.Word, $"“{child.Form}”, whose is “{node.Form}”"));
        return own.Select(actor => Make(actor, word.Probability, word.Word, $"“{node.Form}”, of unknown side"));
    }

    /// <summary>Those whom the mention with this head word names, else the shortest mention that the word is part of ("Benjamin Netanyahu" by its last word).</summary>
    private ImmutableArray<Actor> MentionedAt(int word)
    {
        if (actors.PartiesAt(word) is { IsEmpty: false } own)
            return own;
        if (parsed.UposTags[word] != Upos.Propn)
            return [];
        ActorMention? shortest = null;
        foreach (var mention in MentionsIn(Near(word)))
            if (mention.Words.Contains(word) && (shortest is not { } known || mention.Words.Length < known.Words.Length))
                shortest = mention;
        return shortest is { } found ? actors.PartiesAt(found.Head) : [];
    }

    /// <summary>The two sides named before the word in its sentence; else those who were bound together last.</summary>
    private ImmutableArray<Party> Joint(Node node)
    {
        var named = new List<Party>();
        foreach (var mention in MentionsIn(Near(node.Index)))
            if (
                mention.Head < node.Index
                && actors.PartiesAt(mention.Head) is [var actor]
                && CanBind(actor)
                && !named.Exists(other => SideOf(other) == SideOf(actor))
            )
                named.Add(Make(actor, 1, mention.Head, ""));
        return named.Count == 2 ? [.. named] : _lastJoint;
    }

    /// <summary>The sentence of a word, or as much of a very long one as counts.</summary>
    private WordRange Near(int word)
    {
        var sentence = parsed[word].Sentence;
        return new WordRange(Math.Max(sentence.Start, word - Reach), Math.Min(sentence.End, word + Reach));
    }

    /// <summary>The mentions whose head lies in a run of words.</summary>
    private IEnumerable<ActorMention> MentionsIn(WordRange words)
    {
        for (var word = words.Start; word < words.End; word++)
            if (actors.MentionAt(word) is { } mention)
                yield return mention;
    }

    /// <summary>True for who can bind a side, and for a named body whose code is unknown; "the agreement" calls for much and binds nobody.</summary>
    private bool IsBody(Actor actor) =>
        CanBind(actor)
        || Side.CodeOf(actor, actors.Actors).Length == 0
            && actor.Kind
                is ActorKind.Country
                    or ActorKind.Government
                    or ActorKind.Military
                    or ActorKind.ArmedGroup
                    or ActorKind.Party
                    or ActorKind.Organization
            && (actor.Kind != ActorKind.Organization || actor.Name.Any(char.IsUpper));

    private Actor? Speaker(int mention) =>
        Around(mention).Select(said => Find(said.Speaker)).FirstOrDefault(speaker => speaker is not null && CanBind(speaker));

    private Party Make(Actor actor, float probability, int word, string because) => new(Body(actor), probability, word, because);

    /// <summary>The country or body that a person speaks for, where it is an actor of this text; else the person.</summary>
    private Actor Body(Actor actor) =>
        actor.Kind is ActorKind.Person or ActorKind.People
        && Find(actor.MemberOf) is { } own
        && CanBind(own)
        && SideOf(own) == SideOf(actor)
            ? own
            : actor;

    private Actor? Find(string? id) => id is not null && _of.TryGetValue(id, out var known) ? known.Actor : null;

    private Statement? Outer(Statement inner) =>
        inner.NestedIn is { } id && id != inner.Id && _statements.TryGetValue(id, out var outer) ? outer : null;
}
