using System.Collections.Immutable;
using Parley.Answers;
using Parley.Corrections;
using Parley.Intake;
using Parley.Ledger;
using Parley.Records;
using Parley.Web.Access;
using Parley.Web.Paging;
using Parley.Web.Server;
using Parley.Web.Telemetry;

namespace Parley.Web.Correcting;

/// <summary>
/// Does what is asked to be said of records: through the same log, and the same entries of it, as the commands. All of one request is logged, or
/// nothing.
/// </summary>
/// <param name="bench">The ledger and the clock.</param>
/// <param name="skips">What was passed over.</param>
/// <param name="meters">Counts what was said.</param>
internal sealed class CorrectionDesk(Workbench bench, SkipList skips, WorkbenchMeters? meters = null)
{
    /// <summary>The most characters of a reason.</summary>
    private const int MostReason = 2000;

    /// <summary>Does it, and gives back what was logged: corrections, or the id of a skip.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="by">Who asks.</param>
    public async Task<CorrectionDone> Do(CorrectionRequest request, string by)
    {
        if (request.Why.Length > MostReason)
            throw ProblemException.Field("why", WebProblems.BadRequest($"a reason has at most {MostReason} characters"));
        if (request.Records.Length > CorrectionRequest.MostRecords)
            throw ProblemException.Field(
                "record",
                WebProblems.BadRequest($"at most {CorrectionRequest.MostRecords} records are corrected at once")
            );
        var done = await bench.Write(ledger => Do(ledger, request, new Note(by, bench.Now, request.Why)));
        meters?.Corrected(request.Verb, Math.Max(1, done.Corrections.Length));
        return done;
    }

    private CorrectionDone Do(ILedger ledger, CorrectionRequest request, Note note) =>
        request.Verb switch
        {
            "accept" => Log(
                ledger,
                [.. Found(ledger, request).Select(one => CorrectionDraft.OfRecord(CorrectionVerb.Accept, one.Key, note))]
            ),
            "reject" => Log(
                ledger,
                [.. Found(ledger, request).Select(one => CorrectionDraft.OfRecord(CorrectionVerb.Reject, one.Key, note))]
            ),
            "edit" => Log(ledger, Edit(ledger, request, note)),
            "none" => Log(ledger, NoneOfThese(ledger, request, note)),
            "merge" => Log(ledger, Pair(ledger, CorrectionVerb.Merge, request, note)),
            "split" => Log(ledger, Pair(ledger, CorrectionVerb.Split, request, note)),
            "decide" => Log(ledger, [Decide(ledger, request, note)]),
            "undo" => Undo(ledger, request, note),
            "skip" => SkipCard(ledger, request, note),
            _ => throw ProblemException.Field(
                "verb",
                Problems.NotOneOf("verb", request.Verb, "accept, reject, edit, none, merge, split, decide, undo, skip")
            ),
        };

    /// <summary>Logs. What follows for others is made by who asks for it next, or behind the scenes: the next card need not wait for it.</summary>
    private static CorrectionDone Log(ILedger ledger, ImmutableArray<Correction> corrections, bool refreshes = false) =>
        new(CorrectionDraft.Log(ledger, corrections, refreshes), null);

    private static List<(Reading Reading, RecordKey Key)> Found(ILedger ledger, CorrectionRequest request)
    {
        if (request.Records.IsEmpty)
            throw ProblemException.Field("record", WebProblems.BadRequest("no record is named"));
        return request.Records.Distinct(StringComparer.Ordinal).Select(name => Find(ledger, name, request)).ToList();
    }

    private static (Reading Reading, RecordKey Key) One(ILedger ledger, CorrectionRequest request) =>
        Found(ledger, request) is [var only]
            ? only
            : throw ProblemException.Field("record", WebProblems.BadRequest("this is said of one record at a time"));

    /// <summary>A record by its name, where it is still the one that the page showed.</summary>
    private static (Reading Reading, RecordKey Key) Find(ILedger ledger, string name, CorrectionRequest request)
    {
        var (reading, key) = RecordNaming.Find(ledger, name);
        if (request is { Span: { } shown, Records.Length: 1 } && PageState.SpanName(key.Span) != shown)
            throw new ProblemException(WebProblems.RecordChanged(name), 409);
        return (reading, key);
    }

    private static ImmutableArray<Correction> Edit(ILedger ledger, CorrectionRequest request, Note note)
    {
        var (reading, key) = One(ledger, request);
        if (request.Field is not { } name || request.Value is not { } typed)
            throw ProblemException.Field("field", WebProblems.BadRequest("a field and its value are needed"));
        return FieldEdit.Of(reading, key, name, typed, note);
    }

    /// <summary>No value of the digits fits: nothing of the kind is told there, so the record goes.</summary>
    private static ImmutableArray<Correction> NoneOfThese(ILedger ledger, CorrectionRequest request, Note note)
    {
        var (reading, key) = One(ledger, request);
        if (request.Field is { } field)
            return FieldEdit.Of(reading, key, field, RecordField.None, note);
        var why = note.Why.Length > 0 ? $"{RecordField.None}: {note.Why}" : RecordField.None;
        return [CorrectionDraft.OfRecord(CorrectionVerb.Reject, key, note with { Why = why })];
    }

    private static ImmutableArray<Correction> Pair(ILedger ledger, CorrectionVerb verb, CorrectionRequest request, Note note)
    {
        var (reading, one) = One(ledger, request);
        if (request.Other is not { } named)
            throw ProblemException.Field("other", WebProblems.BadRequest("the other record is not named"));
        var (_, other) = RecordNaming.Find(ledger, RecordNaming.Typed(reading, named));
        return FieldEdit.OrRefuse(CorrectionDraft.OfPair(verb, reading, one, other, note), "other");
    }

    private static Correction Decide(ILedger ledger, CorrectionRequest request, Note note)
    {
        if (note.Why.Length == 0)
            throw ProblemException.Field("why", WebProblems.NoReason("a decision"));
        var state = request.Value ?? "";
        if (!UndertakingStates.All.Contains(state))
            throw ProblemException.Field("value", Problems.NotOneOf("state", state, string.Join(", ", UndertakingStates.All)));
        var id = request.Undertaking ?? "";
        return CorrectionDraft.OfUndertaking(ledger, id, state, note) ?? throw ProblemException.NotFound("undertaking", id, "see /board");
    }

    private CorrectionDone SkipCard(ILedger ledger, CorrectionRequest request, Note note)
    {
        if (note.Why.Length == 0)
            throw ProblemException.Field("why", WebProblems.NoReason("a skip"));
        Skip? last = null;
        foreach (var (_, key) in Found(ledger, request))
            last = skips.Add(key, note);
        return new([], last!.Id);
    }

    private CorrectionDone Undo(ILedger ledger, CorrectionRequest request, Note note)
    {
        var inForce = CorrectionLog.Effective(ledger.Corrections());
        var id = request.Id ?? Last(inForce, note.By) ?? throw new ProblemException(WebProblems.NothingToUndo(), 409);
        if (id.StartsWith('k'))
        {
            var passed = skips.InForce.FirstOrDefault(skip => skip.Id == id);
            return skips.TakeBack(id, note)
                ? new([], id) { Record = passed?.Record }
                : throw new ProblemException(Problems.NoCorrection(id), 404);
        }
        var undoing = CorrectionDraft.OfUndoing(id, inForce, note) ?? throw new ProblemException(Problems.NoCorrection(id), 404);
        // Who takes something back wants to see it as it was: the queue is made anew before the answer, unless all of it is.
        return Log(ledger, [undoing], refreshes: !LedgerFunctions.All.Any(ledger.IsBehind));
    }

    /// <summary>What a person did last and did not take back: a correction, its batch, or a skip.</summary>
    private string? Last(ImmutableArray<Correction> inForce, string by)
    {
        var said = inForce.LastOrDefault(one => one.By == by && one.Verb != CorrectionVerb.Undo);
        var skipped = skips.InForce.LastOrDefault(one => one.By == by);
        if (said is null || skipped is not null && string.CompareOrdinal(skipped.At, said.At) > 0)
            return skipped?.Id;
        return said.Batch ?? said.Id;
    }
}

/// <summary>What became of a request.</summary>
/// <param name="Corrections">What was logged.</param>
/// <param name="Skip">Id of the skip that was made or taken back; else null.</param>
internal sealed record CorrectionDone(ImmutableArray<Correction> Corrections, string? Skip)
{
    /// <summary>The record of a skip.</summary>
    public RecordKey? Record { get; init; }

    /// <summary>The one record that it is about; null where there are several, or none.</summary>
    public RecordKey? Only => Record ?? (Corrections.SelectMany(one => one.Targets).Distinct().ToList() is [var only] ? only : null);

    /// <summary>The name by which all of it is undone.</summary>
    public string Id => Skip ?? Corrections[0].Batch ?? Corrections[0].Id;
}
