using System.Collections.Immutable;
using Parley.Records;

namespace Parley.Assessments;

/// <summary>A step in the life of an undertaking.</summary>
/// <param name="At">ISO day on which it could first be taken: of the report that brought it, or of the date that passed.</param>
/// <param name="From">How it stood before; null for the first step.</param>
/// <param name="To">How it stands since.</param>
/// <param name="Rule"><c>T1</c> to <c>T14</c>, see <c>docs/stages/9-assessments.md</c>.</param>
/// <param name="Because">Ids of the records that caused it.</param>
public sealed record StateChange(string At, UndertakingStatus? From, UndertakingStatus To, string Rule, ImmutableArray<string> Because);
