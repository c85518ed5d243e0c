using System.Collections.Immutable;
using Parley.Events;
using Parley.Mentions;
using Parley.Records;
using Parley.Syntax;
using Parley.Text;

namespace Parley.Positions;

/// <summary>A side that may take a position on what a mention names, before its stance is settled.</summary>
/// <param name="Mention">The mention.</param>
/// <param name="Clause">The clause around its word.</param>
/// <param name="Party">The side, by the word that names it best.</param>
/// <param name="IsNamed">True where the head gives it, false where a word above the topic or the statement around it does.</param>
/// <param name="Rank">Its place among the sides of the mention, the likeliest being 0.</param>
/// <param name="Count">How many sides the mention has.</param>
/// <param name="Told">The stances that words above the topic tell, the nearest first, with whose they are.</param>
internal sealed record PositionCandidate(
    PositionMention Mention,
    WordRange Clause,
    Party Party,
    bool IsNamed,
    int Rank,
    int Count,
    ImmutableArray<ToldStance> Told
);

/// <summary>A word above a topic that tells a stance.</summary>
/// <param name="Word">The word.</param>
/// <param name="Stance">The stance.</param>
/// <param name="Holders">Whose it is; empty where the sentence does not say.</param>
internal sealed record ToldStance(Node Word, PositionStance Stance, ImmutableArray<Party> Holders);
