using Parley.Records;
using Parley.Syntax;

namespace Parley.Positions;

/// <summary>Words by which a party takes a position: who, how, and on what.</summary>
/// <param name="Cue">The word that tells the stance.</param>
/// <param name="Party">Whose position it is.</param>
/// <param name="Stance">How the party stands.</param>
/// <param name="Matter">Head of the words that hold the topics: the complement of the cue.</param>
internal readonly record struct Stand(Node Cue, Actor Party, PositionStance Stance, Node Matter);
