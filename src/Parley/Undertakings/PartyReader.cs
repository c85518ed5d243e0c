using System.Collections.Immutable;
using Parley.Actors;
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

    /// <summary>The parties that the words name, one for each side; the speaker where they name none who can be resolved and the words are his own.</summary>
    /// <param name="words">The words, as the head gives them.</param>
    /// <param name="mention">The word of the mention.</param>
    public ImmutableArray<Party> Read(ImmutableArray<Argument> words, int mention)
    {
        var found = ImmutableArray.CreateBuilder<Party>();
        var likely = words.Where(word => word.Probability >= Least).ToList();
        if (likely.Count == 0 && !words.IsEmpty && words.MaxBy(word => word.Probability) is { Probability: >= LeastAlone } best)
            likely.Add(best);
        foreach (var word in likely)
            foreach (var party in At(word, mention))
                if (CanBind(party.Actor) && !found.Any(other => other.Side == party.Side))
                    found.Add(party);
        if (likely.Count == 0 && Speaker(mention) is { } speaker)
            found.Add(Make(speaker, LeastAlone, "hidden; the speaker of the words"));
        return found.ToImmutable();
    }

    /// <summary>The side of an actor of this text.</summary>
    public string SideOf(Actor actor) => Side.Of(actor, actors.Actors);

    /// <summary>The side of the actor with that id; null where there is none.</summary>
    public string? SideOf(string? id) => Side.Find(id, actors.Actors) is { } actor ? SideOf(actor) : null;

    /// <summary>True when the actor can bind a side.</summary>
    public bool CanBind(Actor actor) => Side.CanBind(actor, actors.Actors);

    /// <summary>The statements around a word, the innermost first.</summary>
    public IEnumerable<Statement> Around(int word)
    {
        for (var said = statements.At(word); said is not null; said = Outer(said))
            yield return said;
    }

    /// <summary>The innermost statement around a word whose speaker is of that side; null where there is none.</summary>
    public Statement? OwnWords(int word, string side) => Around(word).FirstOrDefault(said => SideOf(said.Speaker) == side);

    private IEnumerable<Party> At(Argument word, int mention)
    {
        var node = parsed[word.Word];
        var own = MentionedAt(word.Word);
        if (own.IsEmpty && node.Upos is Upos.Pron or Upos.Det)
            return Speaker(mention) is { } speaker ? [Make(speaker, word.Probability, $"“{node.Form}”: the speaker of the words")] : [];
        if (!own.IsEmpty && own.Any(CanBind))
            return own.Select(actor => Make(actor, word.Probability, $"“{node.Form}”"));
        foreach (var child in node.Children)
            if (child.Relation is Relation.NmodPoss or Relation.Amod or Relation.Compound or Relation.Nmod && MentionedAt(child.Index) is { IsEmpty: false } owner)
                return owner.Select(actor => Make(actor, word.Probability, $"“{child.Form}”, whose is “{node.Form}”"));
        return [];
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

    private Actor? Speaker(int mention) =>
        Around(mention).Select(said => Side.Find(said.Speaker, actors.Actors)).FirstOrDefault(speaker => speaker is not null && CanBind(speaker));

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
