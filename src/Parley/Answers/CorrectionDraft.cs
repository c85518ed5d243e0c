using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Parley.Corrections;
using Parley.Ledger;
using Parley.Records;

namespace Parley.Answers;

/// <summary>
/// Makes entries of the log of corrections, for commands and pages alike: the same words of a person give the same entry, wherever they are said.
/// What cannot be said of a record gives a reason, for people, instead.
/// </summary>
/// <param name="Corrections">What is to be logged; empty where there is a reason not to.</param>
/// <param name="WhyNot">Why there is nothing to log; null where there is.</param>
public sealed record CorrectionDraft(ImmutableArray<Correction> Corrections, string? WhyNot = null)
{
    /// <summary>Says that a record is right, or that it is wrong.</summary>
    /// <param name="verb"><see cref="CorrectionVerb.Accept"/> or <see cref="CorrectionVerb.Reject"/>.</param>
    /// <param name="key">The record.</param>
    /// <param name="note">Who says so, when and why.</param>
    public static Correction OfRecord(CorrectionVerb verb, RecordKey key, Note note) => Make(verb, note, key);

    /// <summary>Says that a field of a record is other than it was read.</summary>
    /// <param name="reading">The reading as people left it.</param>
    /// <param name="key">The record.</param>
    /// <param name="field">The field as JSON names it.</param>
    /// <param name="value">Its new value as JSON, or as plain words.</param>
    /// <param name="note">Who says so, when and why.</param>
    public static CorrectionDraft OfField(Reading reading, RecordKey key, string field, string value, Note note)
    {
        var json = AsJson(value);
        if (Corrector.WhyNotEdit(reading, key, field, json) is { } why)
            return new([], why);
        return new([
            Make(CorrectionVerb.Edit, note, key) with
            {
                Field = field,
                Value = json,
                Was = Corrector.ValueOf(reading, key, field),
            },
        ]);
    }

    /// <summary>Says that two records are one, or that they are not.</summary>
    /// <param name="verb"><see cref="CorrectionVerb.Merge"/> or <see cref="CorrectionVerb.Split"/>.</param>
    /// <param name="reading">The reading of the first record.</param>
    /// <param name="one">The record that stays.</param>
    /// <param name="other">The other record.</param>
    /// <param name="note">Who says so, when and why.</param>
    public static CorrectionDraft OfPair(CorrectionVerb verb, Reading reading, RecordKey one, RecordKey other, Note note)
    {
        if (one.Kind != other.Kind || one == other)
            return new([], $"{one.Name} and {other.Name} are not two records of one kind");
        var code = one.Kind == RecordKind.Actor ? Corrector.ValueOf(reading, one, "code") : null;
        return new([Make(verb, note, one, other) with { Value = verb == CorrectionVerb.Merge ? code : null }]);
    }

    /// <summary>Says how an undertaking stands, whatever the rules make of it; null where the ledger has none of that id.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="id">The undertaking's id on the board.</param>
    /// <param name="state">One of <see cref="UndertakingStates.All"/>.</param>
    /// <param name="note">Who says so, when and why.</param>
    public static Correction? OfUndertaking(ILedger ledger, string id, string state, Note note) =>
        ledger.Derived(LedgerFunctions.Board, new DerivedQuery("board") { Id = id }).FirstOrDefault() is { } row
            ? Make(CorrectionVerb.Decide, note) with
            {
                Subject = id,
                Value = state,
                Was = row.State,
            }
            : null;

    /// <summary>Takes a correction or a batch back; null where none of that id is in force.</summary>
    /// <param name="id">Id of the correction, of an undoing, or of a batch.</param>
    /// <param name="inForce">What counts of the log: <see cref="CorrectionLog.Effective"/>.</param>
    /// <param name="note">Who says so, when and why.</param>
    public static Correction? OfUndoing(string id, IReadOnlyCollection<Correction> inForce, Note note)
    {
        var undone = inForce.Where(correction => correction.Id == id || correction.Batch == id).ToList();
        return undone.Count == 0
            ? null
            : Make(CorrectionVerb.Undo, note) with
            {
                Undoes = id,
                Subject = undone[0].Subject,
                Targets = [.. undone.SelectMany(correction => correction.Targets).Distinct()],
            };
    }

    /// <summary>Logs what a person said in one go, as a batch where it is more than one thing, and brings the results over several articles up to date.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="corrections">What was said.</param>
    /// <returns>The entries as they were logged.</returns>
    public static ImmutableArray<Correction> Log(ILedger ledger, IReadOnlyList<Correction> corrections)
    {
        ImmutableArray<Correction> logged = [.. corrections];
        if (logged.Length > 1)
            logged = [.. logged.Select(correction => correction with { Batch = "b" + logged[0].Id[1..] })];
        ledger.Log(logged);
        foreach (var function in LedgerFunctions.All)
            ledger.Refresh(function);
        return logged;
    }

    private static Correction Make(CorrectionVerb verb, Note note, params ImmutableArray<RecordKey> targets) =>
        new()
        {
            Verb = verb,
            By = note.By,
            At = Instant.Of(note.At),
            Why = note.Why,
            Targets = targets,
        };

    /// <summary>A value as JSON: itself where it is JSON, else a string.</summary>
    private static string AsJson(string value)
    {
        try
        {
            return JsonNode.Parse(value)?.ToJsonString() ?? "null";
        }
        catch (JsonException)
        {
            return JsonValue.Create(value)!.ToJsonString();
        }
    }
}
