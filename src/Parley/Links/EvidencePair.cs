using System.Collections.Immutable;
using Parley.Records;

namespace Parley.Links;

/// <summary>An undertaking and a record that may bear on it.</summary>
/// <param name="Pledge">The undertaking.</param>
/// <param name="Reading">The reading that the record stands in.</param>
/// <param name="Record">The record.</param>
/// <param name="Told">Spans of that reading that tell the undertaking.</param>
/// <param name="Distance">Sentences from the nearest telling; null in another article.</param>
internal sealed record EvidencePair(Pledge Pledge, Reading Reading, EvidenceRecord Record, ImmutableArray<Span> Told, int? Distance)
{
    private string? Published => Reading.Article.Published is { Length: >= 10 } day ? day[..10] : null;

    /// <summary>
    /// True for the deed that a telling itself names, unless it is told as done ("the truce took hold"); for the fighting that a retreat ends or lessens; for
    /// talks told in one breath with a promise to meet again; and for the statement or sentence that makes the promise.
    /// </summary>
    public bool IsTelling
    {
        get
        {
            if (Record.Event is not { } happening)
                return Told.Any(span =>
                    Record.Statement is { } said
                        ? said.Content.Any(content => content.Contains(span)) && !Doubts
                        : Record.Span.Overlaps(span)
                );
            if (happening.Type == EventType.Assault)
            {
                if (Reading.Events.Any(end => end.Type == EventType.Retreat && end.Evidence.Any(span => span.Overlaps(happening.Trigger))))
                    return true;
            }
            else if (happening is { Type: EventType.Retreat, Status: EventStatus.Happened })
                return false;
            return Told.Any(span => span.Overlaps(happening.Trigger))
                || Pledge.Kind == UndertakingKind.Talks
                    && Told.Any(span => EvidenceRecords.SentenceOf(Reading.Article.Sentences, span.Start) == Record.Sentence);
        }
    }

    /// <summary>True where the hard rules leave it any bearing.</summary>
    public bool MayBear => Revokes || Voids || Allows(Bearing.For) || Allows(Bearing.Against) || Allows(Bearing.Doubt);

    /// <summary>True where the party itself says or shows that it no longer holds.</summary>
    public bool Revokes
    {
        get
        {
            var isTold = Record.Event is null && Record.Statement is null && Record.Named is [var only] && only == Pledge.Party;
            if (!Record.Words.Refers || Record.Speaker != Pledge.Party && !Record.Doers.Contains(Pledge.Party) && !isTold)
                return false;
            if (!EvidenceScope.Allows(Pledge, Record with { Places = [], Doers = [Pledge.Party] }, Bearing.For, Published))
                return false;
            if (Record.Event is not { } happening)
                return isTold && Record.Words.Told.Contains("over")
                    || Record.Speaker == Pledge.Party
                        && Record.Statement is { Act: not (StatementAct.Accuses or StatementAct.Promises or StatementAct.Demands) }
                        && Record.Words.Told.Contains("over");
            var bears = EvidencePolarity.Bears(Pledge.Kind, happening);
            return Record.Doers.Contains(Pledge.Party)
                && (
                    bears is "revokes"
                        && happening.Status is EventStatus.Happened or EventStatus.Ongoing
                        && Record.Words.Told.Contains("over")
                    // "It is no truce" limits a promise to fight less; it does not take it back.
                    || bears is "for" && happening.Status == EventStatus.Refused && Pledge.Kind != UndertakingKind.ReductionOfOperations
                );
        }
    }

    /// <summary>True where the party, or a sentence that is nobody's, tells that the condition failed.</summary>
    public bool Voids =>
        Record.Event is null
        && Record.Words.Told.Contains("void")
        && (Record.Speaker == Pledge.Party || Record.Speaker is null && Record.Named.Contains(Pledge.Party))
        && (Record.Words.Refers || Record.Around.Refers || Record.Named.Contains(Pledge.Party))
        && EvidenceScope.Allows(Pledge, Record with { Places = [], Doers = [Pledge.Party] }, Bearing.For, Published);

    /// <summary>True where scope and reality alone let it bear so, whatever its words: for the reader of testimony.</summary>
    public bool MayBearBy(Bearing bearing) =>
        bearing switch
        {
            Bearing.Revokes or Bearing.Voids => (
                Record.Speaker == Pledge.Party || Record.Speaker is null && Record.Named.Contains(Pledge.Party)
            ) && EvidenceScope.Allows(Pledge, Record with { Places = [], Doers = [Pledge.Party] }, Bearing.For, Published),
            Bearing.Doubt => EvidenceScope.AllowsUnnamed(Pledge, Record, bearing, Published) && Asserts,
            _ => EvidenceScope.AllowsUnnamed(Pledge, Record, bearing, Published) && IsReal(bearing) && Asserts && !TellsOthers(bearing),
        };

    private bool Doubts => Record.Statement is { Act: StatementAct.Doubts } || Record.Words.Told.Contains("doubt");

    /// <summary>True where the hard rules let it bear so: scope, reality, and what it shows by itself.</summary>
    public bool Allows(Bearing bearing) =>
        EvidenceScope.Allows(Pledge, Record, bearing, Published, IsNear)
        && (
            bearing == Bearing.Doubt
                ? Doubts || Record.Words.Told.Contains("scant")
                : IsReal(bearing) && Shows(bearing) && !IsPromise && (Record.Event is not null || !TellsPromise)
        );

    /// <summary>True for what is said within a promise, and what is told as to come.</summary>
    private bool IsPromise =>
        Record.Statement is { Act: StatementAct.Promises } || Record.Event is null && Record.Words.Told.Contains("tocome");

    private bool TellsPromise => Told.Any(span => Record.Statement is { } said && said.Content.Any(content => content.Contains(span)));

    /// <summary>
    /// Within a doubt only a deed that is denied shows anything: "no sign of a reduction". A denied deed shows that the promise is kept only where it would have broken it.
    /// </summary>
    private bool Shows(Bearing bearing)
    {
        var shown = EvidencePolarity.Of(Pledge.Kind, Record);
        if (
            bearing == Bearing.For
            && Record.Event is { Status: EventStatus.Denied } denied
            && EvidencePolarity.Bears(Pledge.Kind, denied) is not "against"
        )
            return false;
        if (Record.IsCovered || bearing != Bearing.Doubt && IsUnsureDeed)
            return false;
        if (
            Record.Statement is { Act: StatementAct.Doubts }
            && (bearing == Bearing.For || Record.Event is not { Status: EventStatus.Denied })
        )
            return false;
        if (Record.Event is null && (shown is { Kept: true, Broken: true } || !Asserts || TellsOthers(bearing)))
            return false;
        return (bearing == Bearing.For ? shown.Kept : shown.Broken) && (IsOfMatter || Record.Words.Refers);
    }

    /// <summary>True for a statement that tells an uncertain deed of the matter: what is uncertain is no evidence, whatever the words.</summary>
    private bool IsUnsureDeed
    {
        get
        {
            if (Record is not { Event: null, Statement: { } said })
                return false;
            foreach (var happening in Reading.Events)
                if (happening.Uncertain && Tells(said, happening) && EvidencePolarity.Bears(Pledge.Kind, happening) is not "none")
                    return true;
            return false;
        }
    }

    private static bool Tells(Statement said, Event happening)
    {
        foreach (var content in said.Content)
            if (content.Contains(happening.Trigger))
                return true;
        return false;
    }

    /// <summary>What is wanted, offered, threatened or promised is no testimony.</summary>
    private bool Asserts =>
        Record.Statement is not { } said
        || said.Act is not (StatementAct.Demands or StatementAct.Proposes or StatementAct.Threatens or StatementAct.Promises);

    /// <summary>Words that tell a deed of others alone are none of the party's breach.</summary>
    private bool TellsOthers(Bearing bearing)
    {
        if (bearing != Bearing.Against)
            return false;
        var whole = Record.Statement is { } said ? said.Content : [Record.Span];
        var told = Reading
            .Events.Where(happening =>
                !happening.Uncertain && whole.Any(span => span.Contains(happening.Trigger)) && !happening.Sources.IsEmpty
            )
            .ToList();
        return told.Count > 0 && told.TrueForAll(happening => !happening.Sources.Any(IsParty));
    }

    private bool IsParty(string actor) =>
        Undertakings.Side.Find(actor, Reading.Actors) is { } found && Undertakings.Side.Of(found, Reading.Actors) == Pledge.Party;

    /// <summary>
    /// Deeds of fighting and leaving are plain; for other kinds the deed must be typed so. Words must tell of a place in the area, or where none is named of the party, or, like all other deeds, share a word of the matter.
    /// </summary>
    private bool IsOfMatter =>
        Record.Event is { } happening
            && (
                Pledge.Kind
                    is UndertakingKind.Ceasefire
                        or UndertakingKind.ReductionOfOperations
                        or UndertakingKind.Withdrawal
                        or UndertakingKind.Corridor
                || EvidencePolarity.Bears(Pledge.Kind, happening) != "none"
            )
        || Record.Event is null
            && (Pledge.Area.IsEmpty ? Record.Named.Contains(Pledge.Party) : Record.Places.Any(place => PledgeArea.Covers(Pledge, place)))
        || SharesMatter;

    /// <summary>True where it has a word of the promise's matter.</summary>
    public bool SharesMatter => EvidenceWords.Matter(Record.Span.Of(Reading.Article.Text)).Any(word => Pledge.Matter.Contains(word));

    /// <summary>What may happen, is planned, asked, threatened or hangs on an "if" is no deed.</summary>
    private bool IsReal(Bearing bearing) =>
        Record.Event is not { } happening
        || happening.Status switch
        {
            EventStatus.Happened or EventStatus.Ongoing => true,
            EventStatus.Alleged => bearing != Bearing.For,
            EventStatus.Denied or EventStatus.Refused => true,
            _ => false,
        };

    /// <summary>True for a statement of another side that doubts and is about the undertaking: a doubt by rule.</summary>
    public bool IsPlainDoubt => Sort == "doubt" && Record.Speaker is not null && Allows(Bearing.Doubt);

    private bool IsNear => Distance is 0 or 1;

    /// <summary>
    /// How a plain deed bears by rule alone: one of the party's own, typed, done, of a told day after the promise, in the area that it names. Null for all others, which are scored.
    /// </summary>
    public Bearing? Plain =>
        Sort == "typed"
        && Record.Event is { Status: EventStatus.Happened or EventStatus.Ongoing }
        && (Pledge.Area.IsEmpty || Record.Places.Length > 0)
        && (IsAfter(Record.Day) || IsAfter(Record.DaysAround?.Latest) && IsAfter(Record.DaysAround?.Earliest))
        && Record.Statement is not { Act: StatementAct.Denies or StatementAct.Doubts }
            ? EvidencePolarity.Bears(Pledge.Kind, Record.Event) switch
            {
                "for" when Allows(Bearing.For) && !Record.Around.Told.Contains("scant") => Bearing.For,
                "against" when Allows(Bearing.Against) => Bearing.Against,
                _ => null,
            }
            : null;

    private bool IsAfter(string? day) => day is not null && Pledge.Since is { } since && string.CompareOrdinal(day, since) > 0;

    /// <summary>What sort of pair it is, for which the scorer has a threshold of its own: a typed deed of the party, another deed, a doubt, other words, a whole sentence.</summary>
    public string Sort =>
        Record.Event is { } happening
            ? Record.Doers.Contains(Pledge.Party) && EvidencePolarity.Bears(Pledge.Kind, happening) != "none"
                ? "typed"
                : "deed"
            : Record.Statement is { } said
                ? said.Act == StatementAct.Doubts
                    ? "doubt"
                    : "word"
                : "plain";

    /// <summary>The features that the scorer is asked about.</summary>
    public List<string> Features() => EvidenceFeatures.Of(Pledge, Record, Reading.Article.Text, Published, Distance);

    /// <summary>The record as evidence.</summary>
    public Evidence ToEvidence(Bearing bearing, string because) =>
        new(
            bearing,
            Record.Event,
            Record.Statement,
            Record.Places.FirstOrDefault(place => PledgeArea.Covers(Pledge, place)) ?? Record.Places.FirstOrDefault(),
            Record.Span
        )
        {
            Day = Record.Day ?? Record.DaysAround?.Latest,
            Completes = bearing == Bearing.For && Record.Words.Told.Contains("complete") && !Record.Words.Told.Contains("partial"),
            IsPart = Record.Words.Told.Contains("partial"),
            IsBoast = Record.Words.Told.Contains("boast"),
            IsAttributed = Record.Doers.Contains(Pledge.Party) || Record.Named.Contains(Pledge.Party),
            IsSeen = Record.Around.Told.Contains("seen"),
            IsDeduced = Record.Around.Told.Contains("deduced"),
            HasCasualties = Record.Around.Told.Contains("casualties"),
            Because = because,
        };
}
