using System.Collections.Immutable;
using Parley.Records;
using Parley.Syntax;
using Parley.Text;

namespace Parley.Actors;

/// <summary>The result of the actor stage: the actors, and which words mention which.</summary>
public sealed class ActorTable
{
    private readonly int[] _mentionAt;

    /// <summary>Indexes the mentions by their head words.</summary>
    public ActorTable(ParsedText parsed, ImmutableArray<Actor> actors, ImmutableArray<ActorMention> mentions)
    {
        Actors = actors;
        Mentions = mentions;
        _mentionAt = new int[parsed.Count];
        Array.Fill(_mentionAt, -1);
        for (var m = 0; m < mentions.Length; m++)
            _mentionAt[mentions[m].Head] = m;
    }

    /// <summary>The actors, in order of first mention.</summary>
    public ImmutableArray<Actor> Actors { get; }

    /// <summary>All mentions, in the order of the text; each has its own head word.</summary>
    public ImmutableArray<ActorMention> Mentions { get; }

    /// <summary>The actor mentioned by this head word; null where it mentions none.</summary>
    public Actor? At(int word) => _mentionAt[word] >= 0 ? Actors[Mentions[_mentionAt[word]].Actor] : null;

    /// <summary>The actor mentioned by this head word; null where it mentions none.</summary>
    public Actor? At(Node node) => node.Exists ? At(node.Index) : null;

    /// <summary>The mention with this head word; null where there is none.</summary>
    public ActorMention? MentionAt(int word) => _mentionAt[word] >= 0 ? Mentions[_mentionAt[word]] : null;
}

/// <summary>One mention of an actor.</summary>
/// <param name="Actor">Index in <see cref="ActorTable.Actors"/>.</param>
/// <param name="Words">The words of the mention: for a person with title and apposition the whole noun phrase.</param>
/// <param name="Head">Its head word in the tree ("Kirby" or "John" in "Pentagon spokesman John Kirby", as the tree has it).</param>
/// <param name="Kind">How it mentions.</param>
public readonly record struct ActorMention(int Actor, WordRange Words, int Head, MentionKind Kind);

/// <summary>How a mention mentions.</summary>
public enum MentionKind : byte
{
    /// <summary>By name ("Zelenskyy", "the Kremlin").</summary>
    Name,

    /// <summary>By description ("Moscow's lead negotiator", "the two sides").</summary>
    Nominal,

    /// <summary>By pronoun ("he", "their").</summary>
    Pronoun,

    /// <summary>By a demonym or name that modifies ("Russian" in "Russian forces", when nothing larger is the actor).</summary>
    Modifier,
}
