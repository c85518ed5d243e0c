using System.Collections.Immutable;
using Parley.Negotiations;

namespace Parley.Cli;

/// <summary>What <c>parley matrix</c> answers.</summary>
/// <param name="Positions">How each party stands to each topic.</param>
/// <param name="Threads">What became of each proposal.</param>
internal sealed record MatrixAnswer(ImmutableArray<PositionCourse> Positions, ImmutableArray<ProposalThread> Threads);
