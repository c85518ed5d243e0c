using Parley.Lexicons;
using Parley.Records;

namespace Parley.Links;

/// <summary>What a record shows by itself, before it is asked whether it belongs to an undertaking: that such a promise is kept, that it is broken, both, or neither.</summary>
/// <remarks>
/// A deed shows it by type, mode and status (<c>rules/undertaking-evidence</c>): what is done, what is denied. Where the table does not speak, and for words alone,
/// their senses do (<c>rules/undertaking-senses</c>); behind a negation, or where a statement denies them, they show the contrary.
/// </remarks>
/// <param name="Kept">It can show that it is kept.</param>
/// <param name="Broken">It can show that it is not.</param>
internal readonly record struct EvidencePolarity(bool Kept, bool Broken)
{
    private static readonly Lexicon s_rules = LexiconSet.Get("rules/undertaking-evidence");
    private static readonly int s_type = s_rules.Column("type");
    private static readonly int s_mode = s_rules.Column("mode");
    private static readonly int s_cameo = s_rules.Column("cameo");
    private static readonly int s_bearing = s_rules.Column("bearing");
    private static readonly Lexicon s_senses = LexiconSet.Get("rules/undertaking-senses");
    private static readonly int s_sense = s_senses.Column("sense");
    private static readonly int s_shows = s_senses.Column("shows");

    /// <summary>"kept", "broken", "both" or "nothing".</summary>
    public string Name =>
        Kept
            ? Broken
                ? "both"
                : "kept"
            : Broken
                ? "broken"
                : "nothing";

    private EvidencePolarity Contrary => new(Broken, Kept);

    /// <summary>What the record shows of that kind.</summary>
    public static EvidencePolarity Of(UndertakingKind kind, EvidenceRecord record) =>
        record.Event is not { } happening ? OfWords(kind, record)
        : OfDeed(kind, happening) is { } shown ? shown
        : happening.Status is EventStatus.Denied or EventStatus.Refused ? OfWords(kind, record).Contrary
        : OfWords(kind, record);

    /// <summary>What its words show; a denial shows the contrary of what it denies.</summary>
    public static EvidencePolarity OfWords(UndertakingKind kind, EvidenceRecord record)
    {
        var (isKept, isBroken) = (false, false);
        for (var row = s_senses.Find(UndertakingNames.Of(kind)); row >= 0; row = s_senses.Next(row))
        {
            var sense = s_senses.Text(row, s_sense);
            var isGood = s_senses.Cell(row, s_shows) is "kept";
            if (record.Words.Told.Contains(sense))
                (isKept, isBroken) = (isKept || isGood, isBroken || !isGood);
            if (record.Words.Negated.Contains(sense))
                (isKept, isBroken) = (isKept || !isGood, isBroken || isGood);
        }
        return record.Statement is { Act: StatementAct.Denies }
            ? new EvidencePolarity(isBroken, isKept)
            : new EvidencePolarity(isKept, isBroken);
    }

    /// <summary>How a deed of that type, mode and code bears on that kind: for, against, revokes, or none.</summary>
    public static string Bears(UndertakingKind kind, Event happening)
    {
        for (var row = s_rules.Find(UndertakingNames.Of(kind)); row >= 0; row = s_rules.Next(row))
            if (
                s_rules.Cell(row, s_type).Equals(happening.Type.ToString(), StringComparison.OrdinalIgnoreCase)
                && s_rules.Cell(row, s_mode) is var mode
                && (mode.IsEmpty || mode.SequenceEqual(happening.Mode ?? ""))
                && (s_rules.Cell(row, s_cameo) is { IsEmpty: true } || s_rules.Cell(row, s_cameo).SequenceEqual(happening.Cameo ?? ""))
            )
                return s_rules.Text(row, s_bearing);
        return "none";
    }

    private static EvidencePolarity? OfDeed(UndertakingKind kind, Event happening)
    {
        var isDone = happening.Status is EventStatus.Happened or EventStatus.Ongoing or EventStatus.Alleged;
        // "It is no truce" limits a promise to fight less; it breaks nothing.
        if (!isDone && kind == UndertakingKind.ReductionOfOperations && happening.Mode == "ceasefire")
            return new EvidencePolarity(false, false);
        return Bears(kind, happening) switch
        {
            "for" => new EvidencePolarity(isDone, !isDone),
            "against" or "revokes" => new EvidencePolarity(!isDone, isDone),
            _ => null,
        };
    }
}
