using System.Collections.Immutable;
using Parley.Records;

namespace Parley.Assessments;

/// <summary>How an undertaking is kept on the evidence known so far: the second axis of its state.</summary>
/// <param name="State">In effect and unverified, holding, partly holding, breached or contested.</param>
/// <param name="Rule">The rule that fitted.</param>
/// <param name="Kept">The claim that it is kept.</param>
/// <param name="Broken">The claim that it is broken.</param>
/// <param name="Because">Ids of the records that count.</param>
public sealed record Compliance(UndertakingStatus State, string Rule, Verdict Kept, Verdict Broken, ImmutableArray<string> Because);
