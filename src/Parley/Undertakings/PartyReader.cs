using System.Collections.Immutable;
using Parley.Actors;
using Parley.Lexicons;
using Parley.Mentions;
using Parley.Records;
using Parley.Statements;
using Parley.Syntax;

namespace Parley.Undertakings;

/// <summary>Resolves the party words of a mention to bodies that can bind a side: by coreference, by owner, or as the speaker.</summary>
internal sealed class PartyReader(ParsedText parsed, ActorTable actors, StatementTable statements)
{
    /// <summary>A word is a party from this probability on; where none is, the likeliest one alone from <see cref="LeastAlone"/> on.</summary>
    private const float Least = 0.5f;

    private const float LeastAlone = 0.3f;

    private static readonly Lexicon s_joint = LexiconSet.Get("lexicons/joint-parties");
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
        foreach (var word in likely)
        foreach (var party in At(word, mention))
            if (IsBody(party.Actor) && !found.Any(other => other.Side == party.Side))
                found.Add(party);
        if (likely.Count == 0 && Around(mention).FirstOrDefault() is { } said && isOwnAct(said.Act) && Speaker(mention) is { } speaker)
            found.Add(Make(speaker, LeastAlone, "hidden; the speaker of the words"));
        var parties = found.ToImmutable();
        if (parties.Length > 1)
            _lastJoint = parties;
        return parties;
    }

    /// <summary>The side of an actor of this text.</summary>
    public string SideOf(Actor actor) => Side.Of(actor, actors.Actors);

    /// <summary>The side of the actor with that id; null where there is none.</summary>
    public string? SideOf(string? id) => Side.Find(id, actors.Actors) is { } actor ? SideOf(actor) : null;

    /// <summary>True when there is an actor with that id who can bind a side.</summary>
    public bool IsParty(string? id) => Side.Find(id, actors.Actors) is { } actor && CanBind(actor);

    /// <summary>True when the actor can bind a side.</summary>
    public bool CanBind(Actor actor) => Side.CanBind(actor, actors.Actors);

    /// <summary>True when the sentence of a word names the side.</summary>
    public bool IsNamed(int word, string side)
    {
        foreach (var mention in actors.Mentions)
            if (
                parsed[word].Sentence.Contains(mention.Head)
                && mention.Kind != MentionKind.Pronoun
                && SideOf(actors.Actors[mention.Actor]) == side
            )
                return true;
        return false;
    }

    /// <summary>The statements around a word, the innermost first.</summary>
    public IEnumerable<Statement> Around(int word)
    {
        for (var said = statements.At(word); said is not null; said = Outer(said))
            yield return said;
    }

    /// <summary>The innermost statement around a word whose speaker is of that side; null where there is none.</summary>
    public Statement? OwnWords(int word, string side) =>
        Around(word).FirstOrDefault(said => SideOf(said.Speaker) == side || said.Speakers.Any(speaker => SideOf(speaker) == side));

    private IEnumerable<Party> At(Argument word, int mention)
    {
        var node = parsed[word.Word];
        var own = MentionedAt(word.Word);
        if (own.Length != 1 && s_joint.Contains(node.Lemma) && Joint(node) is { Length: > 1 } joint)
            return joint.Select(party => party with { Probability = word.Probability, Because = $"“{node.Form}”: those named together" });
        if (own.IsEmpty && node.Upos is Upos.Pron or Upos.Det)
            return Speaker(mention) is { } speaker ? [Make(speaker, word.Probability, $"“{node.Form}”: the speaker of the words")] : [];
        if (own.Any(CanBind))
            return own.Select(actor => Make(actor, word.Probability, $"“{node.Form}”"));
        foreach (var child in node.Children)
            if (
                child.Relation is Relation.NmodPoss or Relation.Amod or Relation.Compound or Relation.Nmod
                && MentionedAt(child.Index) is { IsEmpty: false } owner
            )
                return owner.Select(actor => Make(actor, word.Probability, $"“{child.Form}”, whose is “{node.Form}”"));
        return own.Select(actor => Make(actor, word.Probability, $"“{node.Form}”, of unknown side"));
    }

    /// <summary>Those whom the mention with this head word names, else the shortest mention that the word is part of ("Benjamin Netanyahu" by its last word).</summary>
    private ImmutableArray<Actor> MentionedAt(int word)
    {
        if (actors.PartiesAt(word) is { IsEmpty: false } own)
            return own;
        if (parsed.UposTags[word] != Upos.Propn)
            return [];
        ActorMention? shortest = null;
        foreach (var mention in actors.Mentions)
            if (mention.Words.Contains(word) && (shortest is not { } known || mention.Words.Length < known.Words.Length))
                shortest = mention;
        return shortest is { } found ? actors.PartiesAt(found.Head) : [];
    }

    /// <summary>The two sides named before the word in its sentence; else those who were bound together last.</summary>
    private ImmutableArray<Party> Joint(Node node)
    {
        var named = new List<Party>();
        foreach (var mention in actors.Mentions)
            if (
                node.Sentence.Contains(mention.Head)
                && mention.Head < node.Index
                && actors.PartiesAt(mention.Head) is [var actor]
                && CanBind(actor)
                && !named.Exists(other => other.Side == SideOf(actor))
            )
                named.Add(Make(actor, 1, ""));
        return named.Count == 2 ? [.. named] : _lastJoint;
    }

    /// <summary>True for who can bind a side, and for a named body whose code is unknown.</summary>
    private bool IsBody(Actor actor) =>
        CanBind(actor)
        || Side.CodeOf(actor, actors.Actors).Length == 0
            && actor.Kind
                is ActorKind.Country
                    or ActorKind.Government
                    or ActorKind.Military
                    or ActorKind.ArmedGroup
                    or ActorKind.Party
                    or ActorKind.Organization;

    private Actor? Speaker(int mention) =>
        Around(mention)
            .Select(said => Side.Find(said.Speaker, actors.Actors))
            .FirstOrDefault(speaker => speaker is not null && CanBind(speaker));

    private Party Make(Actor actor, float probability, string because) => new(Body(actor), SideOf(actor), probability, because);

    /// <summary>The country or body that a person speaks for, where it is an actor of this text; else the person.</summary>
    private Actor Body(Actor actor) =>
        actor.Kind is ActorKind.Person or ActorKind.People
        && Side.Find(actor.MemberOf, actors.Actors) is { } own
        && CanBind(own)
        && SideOf(own) == SideOf(actor)
            ? own
            : actor;

    private Statement? Outer(Statement inner) =>
        statements.Statements.FirstOrDefault(outer => outer.Id == inner.NestedIn && outer.Id != inner.Id);
}
