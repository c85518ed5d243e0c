using System.Collections.Immutable;
using Parley.Records;
using Parley.Syntax;
using Parley.Text;

namespace Parley.Actors;

/// <summary>The result of the actor stage: the actors, and which words mention which.</summary>
public sealed class ActorTable
{
    private readonly int[] _mentionAt;
    private readonly ImmutableArray<ImmutableArray<int>> _parts;

    /// <summary>Indexes the mentions by their head words.</summary>
    /// <param name="parsed">The text.</param>
    /// <param name="actors">The actors.</param>
    /// <param name="mentions">The mentions, each with its own head word.</param>
    /// <param name="parts">For each actor the indices of those it joins ("the two sides"), empty for most; default where none joins any.</param>
    public ActorTable(
        ParsedText parsed,
        ImmutableArray<Actor> actors,
        ImmutableArray<ActorMention> mentions,
        ImmutableArray<ImmutableArray<int>> parts = default
    )
    {
        _parts = parts;
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

    /// <summary>
    /// Every party that this head word mentions: of "the two sides" or "the Russian and Ukrainian presidents" each, else the one actor; empty where none.
    /// Conjuncts ("Russia and Ukraine") are mentions of their own and are not gathered here.
    /// </summary>
    public ImmutableArray<Actor> PartiesAt(int word)
    {
        if (_mentionAt[word] < 0)
            return [];
        var actor = Mentions[_mentionAt[word]].Actor;
        return _parts.IsDefault || _parts[actor].IsEmpty ? [Actors[actor]] : [.. _parts[actor].Select(part => Actors[part])];
    }

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
