using System.Collections.Immutable;
using Parley.Answers;
using Parley.Corrections;
using Parley.Intake;
using Parley.Ledger;
using Parley.Records;
using Parley.Web.Access;
using Parley.Web.Server;

namespace Parley.Web.Correcting;

/// <summary>
/// Does what is asked to be said of records: through the same log, and the same entries of it, as the commands. All of one request is logged, or
/// nothing.
/// </summary>
/// <param name="bench">The ledger and the clock.</param>
internal sealed class CorrectionDesk(Workbench bench)
{
    /// <summary>The most characters of a reason.</summary>
    private const int MostReason = 2000;

    /// <summary>Does it, and gives back what was logged.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="by">Who asks.</param>
    public Task<CorrectionDone> Do(CorrectionRequest request, string by)
    {
        if (request.Why.Length > MostReason)
            throw ProblemException.Field("why", WebProblems.BadRequest($"a reason has at most {MostReason} characters"));
        if (request.Records.Length > CorrectionRequest.MostRecords)
            throw ProblemException.Field(
                "records",
                WebProblems.BadRequest($"at most {CorrectionRequest.MostRecords} records are corrected at once")
            );
        return bench.Write(ledger => new CorrectionDone(
            CorrectionDraft.Log(ledger, Drafted(ledger, request, new Note(by, bench.Now, request.Why)))
        ));
    }

    private static ImmutableArray<Correction> Drafted(ILedger ledger, CorrectionRequest request, Note note) =>
        request.Verb switch
        {
            "accept" => [.. Found(ledger, request).Select(one => CorrectionDraft.OfRecord(CorrectionVerb.Accept, one.Key, note))],
            "reject" => [.. Found(ledger, request).Select(one => CorrectionDraft.OfRecord(CorrectionVerb.Reject, one.Key, note))],
            "edit" => Edit(ledger, request, note),
            "merge" => Pair(ledger, CorrectionVerb.Merge, request, note),
            "split" => Pair(ledger, CorrectionVerb.Split, request, note),
            "decide" => [Decide(ledger, request, note)],
            "undo" => [Undo(ledger, request, note)],
            _ => throw ProblemException.Field(
                "verb",
                Problems.NotOneOf("verb", request.Verb, "accept, reject, edit, merge, split, decide, undo")
            ),
        };

    private static List<(Reading Reading, RecordKey Key)> Found(ILedger ledger, CorrectionRequest request) =>
        request.Records.IsDefaultOrEmpty
            ? throw ProblemException.Field("records", WebProblems.BadRequest("no record is named"))
            : request.Records.Distinct(StringComparer.Ordinal).Select(name => RecordNames.Find(ledger, name)).ToList();

    private static (Reading Reading, RecordKey Key) One(ILedger ledger, CorrectionRequest request) =>
        Found(ledger, request) is [var only]
            ? only
            : throw ProblemException.Field("records", WebProblems.BadRequest("this is said of one record at a time"));

    private static ImmutableArray<Correction> Edit(ILedger ledger, CorrectionRequest request, Note note)
    {
        var (reading, key) = One(ledger, request);
        if (request.Field is not { } field || request.Value is not { } value)
            throw ProblemException.Field("field", WebProblems.BadRequest("a field and its value are needed"));
        return OrRefuse(CorrectionDraft.OfField(reading, key, field, value, note), "value");
    }

    private static ImmutableArray<Correction> Pair(ILedger ledger, CorrectionVerb verb, CorrectionRequest request, Note note)
    {
        var (reading, one) = One(ledger, request);
        if (request.Other is not { } named)
            throw ProblemException.Field("other", WebProblems.BadRequest("the other record is not named"));
        var (_, other) = RecordNames.Find(ledger, named);
        return OrRefuse(CorrectionDraft.OfPair(verb, reading, one, other, note), "other");
    }

    private static Correction Decide(ILedger ledger, CorrectionRequest request, Note note)
    {
        if (note.Why.Length == 0)
            throw ProblemException.Field("why", Problems.NoReason("a decision"));
        var state = request.Value ?? "";
        if (!UndertakingStates.All.Contains(state))
            throw ProblemException.Field("value", Problems.NotOneOf("value", state, string.Join(", ", UndertakingStates.All)));
        var id = request.Undertaking ?? "";
        return CorrectionDraft.OfUndertaking(ledger, id, state, note) ?? throw ProblemException.NotFound("undertaking", id, "see /board");
    }

    private static Correction Undo(ILedger ledger, CorrectionRequest request, Note note)
    {
        var inForce = CorrectionLog.Effective(ledger.Corrections());
        var last = inForce.LastOrDefault(one => one.By == note.By && one.Verb != CorrectionVerb.Undo);
        var id =
            request.Id
            ?? last?.Batch
            ?? last?.Id
            ?? throw ProblemException.Field("id", WebProblems.BadRequest("nothing of yours is in force"));
        return CorrectionDraft.OfUndoing(id, inForce, note) ?? throw new ProblemException(Problems.NoCorrection(id), 404);
    }

    private static ImmutableArray<Correction> OrRefuse(CorrectionDraft draft, string field) =>
        draft.WhyNot is { } why ? throw ProblemException.Field(field, Problems.CannotCorrect(why)) : draft.Corrections;
}

/// <summary>What became of a request.</summary>
/// <param name="Corrections">What was logged.</param>
internal sealed record CorrectionDone(ImmutableArray<Correction> Corrections)
{
    /// <summary>The name by which all of it is undone.</summary>
    public string Id => Corrections[0].Batch ?? Corrections[0].Id;
}
