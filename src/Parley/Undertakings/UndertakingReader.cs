using System.Collections.Immutable;
using Parley.Actors;
using Parley.Events;
using Parley.Mentions;
using Parley.Places;
using Parley.Records;
using Parley.Statements;
using Parley.Syntax;
using Parley.Text;
using Parley.Times;

namespace Parley.Undertakings;

/// <summary>Stage 7. In: the mentions and all before. Out: who bound himself to what, with limits, conditions and what was left open.</summary>
/// <remarks>
/// The network reads which word names an undertaking, its kind and who is bound (<see cref="UndertakingMention"/>), and which words limit it. This stage
/// resolves the parties, drops what binds nobody, joins tellings of one promise, gives each its limits and gaps, and weighs it by
/// <c>rules/confidence-undertakings</c>. It does not judge whether it was kept: that is the work of the last step.
/// </remarks>
public sealed class UndertakingReader
{
    private static readonly Calibration s_calibration = new("undertaking");

    /// <summary>Reads the undertakings of a text; the evidence for and against is weighed by the last step.</summary>
    public ImmutableArray<Undertaking> Read(
        ParsedText parsed,
        MentionTable mentions,
        ActorTable actors,
        PlaceTable places,
        TimeTable times,
        StatementTable statements,
        EventTable events,
        bool explain = false
    )
    {
        var parties = new PartyReader(parsed, actors, statements);
        var judge = new MentionJudge(parsed, mentions, parties);
        var scopes = new ScopeReader(parsed, places);
        var bounds = new TimeBounds(parsed, times);
        var periods = new PeriodReader(parsed, times, bounds);
        var tellings = new List<Telling>();
        foreach (var mention in new PromiseMentions(parsed, mentions).Read())
        {
            var bound = parties.Read(mention.By, mention.Word, act => act == StatementAct.Promises);
            if (bound.IsEmpty && mention.By.IsEmpty)
                bound = Earlier(tellings, mention);
            foreach (var party in bound)
                if (judge.Against(mention, party) is null)
                    tellings.Add(Tell(parsed, mention, party, bound, judge, parties, scopes, periods));
        }
        if (tellings.Count == 0)
            return [];
        var joined = new TellingJoiner(parsed, places, times, s_calibration).Join(tellings, explain);
        new PeriodSentences(parsed, times, bounds, parties, mentions).Read(joined, explain);
        return new PassageReader(parsed, mentions, parties).Read(joined, explain);
    }

    /// <summary>The parties of the last telling of that kind, where a later one names none ("the truce was extended").</summary>
    private static ImmutableArray<Party> Earlier(List<Telling> tellings, UndertakingMention mention) =>
        tellings.FindLast(telling => telling.Mention.Kind.Best == mention.Kind.Best)?.Mention is { } last
            ? [.. tellings.Where(telling => telling.Mention == last).Select(telling => telling.Party with { Because = "as told before" })]
            : [];

    private static Telling Tell(
        ParsedText parsed,
        UndertakingMention mention,
        Party party,
        ImmutableArray<Party> bound,
        MentionJudge judge,
        PartyReader parties,
        ScopeReader scopes,
        PeriodReader periods
    )
    {
        var deed = parsed[mention.Word];
        var words = Clauses.Extent(Clauses.Telling(deed));
        var said = parties.OwnWords(mention.Word, parties.SideOf(party));
        var (from, until) = periods.Read(words, deed, mention.Kind.Best);
        var foretold = judge.ForetoldBy(mention, party);
        var completed = deed.Child(Relation.Obj);
        return new Telling
        {
            Mention = mention,
            Party = party,
            Side = parties.SideOf(party),
            Words = words,
            Deed = deed.Lemma,
            Object = completed.Exists && completed.Upos != Upos.Pron ? completed.Lemma : "",
            IsHeading = Blocks.KindAt(deed) is BlockKind.Heading or BlockKind.Caption,
            Foretold = foretold,
            Confidence = Confidence(mention, party, said, foretold),
            Places = scopes.Places(words),
            To =
                bound.Length > 1
                    ? [.. bound.Where(other => !parties.IsSame(other, party)).Select(other => other.Actor.Id)]
                    : [.. new[] { said?.Addressee }.OfType<string>().Where(parties.IsParty)],
            From = from,
            Until = until,
            Statement = said,
        };
    }

    private static double Confidence(UndertakingMention mention, Party party, Statement? said, Foretold foretold) =>
        Calibration.Probability(
            s_calibration["bias"]
                + s_calibration.Of("mention", mention.Probability)
                + s_calibration.Of("kind", mention.Kind.Probability)
                + s_calibration.Of("party", party.Probability)
                + s_calibration.Of("promised", said?.Act == StatementAct.Promises)
                + s_calibration.Of("own", said is not null)
                + s_calibration.Of("foretold", foretold != Foretold.No)
        );
}
