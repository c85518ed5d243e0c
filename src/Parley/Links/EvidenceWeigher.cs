using System.Collections.Immutable;
using Parley.Lexicons;
using Parley.Records;
using Parley.Undertakings;

namespace Parley.Links;

/// <summary>
/// Finds what in a reading speaks for an undertaking, against it, or doubts it. Scope comes first: another's deeds, deeds elsewhere, before it
/// or of a kind it does not bind to, say nothing about it. Which deeds bear on which kind lies in <c>rules/undertaking-evidence</c>. Uncertain
/// records are passed over, and so are deeds that an uncertain statement tells: who stands behind them is not known.
/// </summary>
public sealed class EvidenceWeigher
{
    private static readonly Lexicon s_rules = LexiconSet.Get("rules/undertaking-evidence");
    private static readonly Lexicon s_scant = LexiconSet.Get("lexicons/scant-words");
    private static readonly Lexicon s_references = LexiconSet.Get("lexicons/undertaking-references");

    /// <summary>How many sentences behind the telling a doubt need not name what it doubts.</summary>
    private const int Next = 1;

    private static readonly int s_type = s_rules.Column("type");
    private static readonly int s_mode = s_rules.Column("mode");
    private static readonly int s_bearing = s_rules.Column("bearing");

    /// <summary>What bears on <paramref name="pledge"/> in <paramref name="reading"/>, in the order of the text.</summary>
    /// <param name="pledge">The undertaking.</param>
    /// <param name="reading">The reading, of the same or another article.</param>
    /// <param name="told">Spans that tell the undertaking itself, which are no evidence of its being kept.</param>
    public ImmutableArray<Evidence> Weigh(Pledge pledge, Reading reading, ImmutableArray<Span> told)
    {
        var found = new List<Evidence>();
        foreach (var happening in reading.Events)
            if (!happening.Uncertain && !IsTelling(pledge, reading, happening, told) && OfEvent(pledge, reading, happening) is { } evidence)
                found.Add(evidence);
        foreach (var statement in reading.Statements)
            if (
                statement is { Act: StatementAct.Doubts, Uncertain: false }
                && IsByAnother(pledge, reading, statement)
                && (Follows(reading, statement, told) || NamesPartyAndMatter(pledge, reading, statement))
            )
                found.Add(new Evidence(Bearing.Doubt, null, statement, null, statement.Evidence[0]));
        return [.. found.OrderBy(evidence => evidence.Span)];
    }

    /// <summary>
    /// True for the deed that the telling itself names, unless it is told as done ("the truce took hold"), and for the fighting that a retreat ends or lessens;
    /// the talks told in one breath with a promise to meet again are no keeping of it either.
    /// </summary>
    private static bool IsTelling(Pledge pledge, Reading reading, Event happening, ImmutableArray<Span> told)
    {
        if (happening.Type == EventType.Assault)
        {
            if (reading.Events.Any(end => end.Type == EventType.Retreat && end.Evidence.Any(span => span.Overlaps(happening.Trigger))))
                return true;
        }
        else if (happening is { Type: EventType.Retreat, Status: EventStatus.Happened })
            return false;
        foreach (var span in told)
            if (span.Overlaps(happening.Trigger))
                return true;
            else if (
                pledge.Kind == UndertakingKind.Talks
                && reading.Article.Sentences.Any(sentence => sentence.Contains(span) && sentence.Contains(happening.Trigger))
            )
                return true;
        return false;
    }

    private static Evidence? OfEvent(Pledge pledge, Reading reading, Event happening)
    {
        if (BearingOf(pledge, happening) is not { } bearing)
            return null;
        if (!IsByParty(pledge, reading, happening, bearing) || IsBefore(pledge, reading, happening))
            return null;
        if (bearing == Bearing.Revokes && !happening.Evidence.Any(span => NamesIt(reading.Article.Text, span)))
            return null;
        var place = Find(happening.Place, reading);
        if (place is not null && !pledge.Area.IsEmpty && !PledgeArea.Covers(pledge, place))
            return null;
        if (place is null && bearing == Bearing.Against && !pledge.Area.IsEmpty)
            return null;
        var statement = reading.Statements.FirstOrDefault(said => said.Id == happening.Statement);
        if (statement is { Uncertain: true })
            return null;
        if (
            bearing == Bearing.For
            && (statement is { Act: StatementAct.Doubts or StatementAct.Denies } || IsScant(reading, happening, statement))
        )
            bearing = Bearing.Doubt;
        return new Evidence(bearing, happening, statement, place, happening.Evidence[0]);
    }

    /// <summary>"Had seen only a small number of troops move": the words before the deed make little of it.</summary>
    private static bool IsScant(Reading reading, Event happening, Statement? statement)
    {
        var start = statement?.Content.FirstOrDefault(span => span.Contains(happening.Trigger)) is { Length: > 0 } said
            ? said.Start
            : happening.Evidence[0].Start;
        if (start >= happening.Trigger.Start)
            return false;
        var before = reading.Article.Text.AsSpan(start, happening.Trigger.Start - start);
        foreach (var word in before.Split(' '))
            if (s_scant.Contains(before[word]))
                return true;
        return false;
    }

    /// <summary>
    /// True when the bound side does it; and when another side confirms a deed without naming its doer ("noted withdrawals"), which in the area
    /// of the undertaking can only be the bound side's.
    /// </summary>
    private static bool IsByParty(Pledge pledge, Reading reading, Event happening, Bearing bearing) =>
        happening.Sources.Any(id => SideOf(id, reading) == pledge.Party)
        || bearing == Bearing.For
            && happening.Sources.IsEmpty
            && happening.Place is not null
            && !pledge.Area.IsEmpty
            && reading.Statements.Any(said => said.Id == happening.Statement && said.Act == StatementAct.Confirms);

    private static Bearing? BearingOf(Pledge pledge, Event happening)
    {
        for (var row = s_rules.Find(UndertakingNames.Of(pledge.Kind)); row >= 0; row = s_rules.Next(row))
        {
            if (!s_rules.Cell(row, s_type).Equals(happening.Type.ToString(), StringComparison.OrdinalIgnoreCase))
                continue;
            var mode = s_rules.Cell(row, s_mode);
            if (!mode.IsEmpty && !mode.SequenceEqual(happening.Mode ?? ""))
                continue;
            var bears = s_rules.Cell(row, s_bearing);
            var isFor = bears is "for";
            return happening.Status switch
            {
                EventStatus.Happened or EventStatus.Ongoing => isFor ? Bearing.For
                : bears is "revokes" ? Bearing.Revokes
                : Bearing.Against,
                EventStatus.Alleged when !isFor => Bearing.Against,
                EventStatus.Denied when isFor => Bearing.Doubt,
                // "It is no truce" limits a promise to fight less; it does not take it back.
                EventStatus.Refused when isFor && pledge.Kind != UndertakingKind.ReductionOfOperations => Bearing.Revokes,
                _ => null,
            };
        }
        return null;
    }

    private static bool IsByAnother(Pledge pledge, Reading reading, Statement statement) =>
        statement.Speaker is { } speaker && !statement.Speakers.Append(speaker).Any(id => SideOf(id, reading) == pledge.Party);

    /// <summary>True for what is said in the sentence that tells the undertaking or the next one: "The envoy saw no sign of it."</summary>
    private static bool Follows(Reading reading, Statement statement, ImmutableArray<Span> told)
    {
        var sentences = reading.Article.Sentences;
        var said = SentenceOf(sentences, statement.Evidence[0].Start);
        return told.Any(span => said - SentenceOf(sentences, span.Start) is >= 0 and <= Next);
    }

    private static int SentenceOf(ImmutableArray<Span> sentences, int at)
    {
        var index = sentences.BinarySearch(new Span(at, int.MaxValue));
        return index < 0 ? ~index - 1 : index;
    }

    /// <summary>A doubt is about the undertaking when its words name the party, and the area or a word for it.</summary>
    private static bool NamesPartyAndMatter(Pledge pledge, Reading reading, Statement statement)
    {
        var namesParty = false;
        var namesMatter = false;
        foreach (var content in statement.Content)
        {
            foreach (var actor in reading.Actors)
                namesParty |= Side.Of(actor, reading.Actors) == pledge.Party && actor.Mentions.Any(content.Contains);
            namesParty |= reading.Places.Any(place =>
                place is { Precision: PlacePrecision.Country, Use: PlaceUse.Literal }
                && place.Country == pledge.Party
                && place.Mentions.Any(content.Contains)
            );
            foreach (var place in reading.Places)
                namesMatter |=
                    place.Use == PlaceUse.Literal
                    && place.Mentions.Any(content.Contains)
                    && !pledge.Area.IsEmpty
                    && place.Precision != PlacePrecision.Country
                    && PledgeArea.Covers(pledge, place);
            namesMatter |= NamesIt(reading.Article.Text, content);
        }
        return namesMatter && namesParty;
    }

    private static bool NamesIt(string text, Span content)
    {
        foreach (var range in content.Of(text).Split(' '))
        {
            var word = content.Of(text)[range].Trim(".,;:\"“”'’()");
            if (s_references.Contains(word))
                return true;
        }
        return false;
    }

    private static bool IsBefore(Pledge pledge, Reading reading, Event happening)
    {
        if (pledge.Since is not { } since || reading.Times.FirstOrDefault(time => time.Id == happening.Time) is not { Resolved: true } time)
            return false;
        return Day(time.Value) is { } day && string.CompareOrdinal(day, since) < 0;
    }

    private static string? Day(string value) =>
        value.Length >= 10 && char.IsAsciiDigit(value[0]) && value[4] == '-' && value[7] == '-' ? value[..10] : null;

    private static Place? Find(string? id, Reading reading) => id is null ? null : reading.Places.FirstOrDefault(place => place.Id == id);

    private static string? SideOf(string id, Reading reading) =>
        Side.Find(id, reading.Actors) is { } actor ? Side.Of(actor, reading.Actors) : null;
}
