using System.Collections.Immutable;
using Parley.Events;
using Parley.Lexicons;
using Parley.Places;
using Parley.Records;
using Parley.Syntax;
using Parley.Text;
using Parley.Times;

namespace Parley.Undertakings;

/// <summary>Joins tellings of one undertaking: the same side and kind, areas and objects that can be the same.</summary>
internal sealed class TellingJoiner(ParsedText parsed, PlaceTable places, TimeTable times, Calibration calibration)
{
    private static readonly Lexicon s_echoes = LexiconSet.Get("lexicons/echo-phrases");

    /// <summary>Sentences between a truce and an assurance that belongs to it, at most.</summary>
    private const int Near = 3;

    /// <summary>One entry for each undertaking, in the order of the text, with the tellings that make it.</summary>
    public List<(Undertaking Undertaking, List<Telling> Tellings)> Join(List<Telling> tellings, bool explain)
    {
        var groups = new List<List<Telling>>();
        foreach (var telling in tellings)
            if (
                groups.Find(group =>
                    group.TrueForAll(other => IsSame(other, telling)) && group.Exists(other => Overlap(other, telling))
                    || group.Exists(other => IsEcho(other, telling))
                ) is
                { } same
            )
                same.Add(telling);
            else
                groups.Add([telling]);
        var joined = new List<(Undertaking, List<Telling>)>();
        foreach (var group in groups)
        {
            var told = group.Exists(telling => !telling.IsHeading) ? group.FindAll(telling => !telling.IsHeading) : group;
            if (told.TrueForAll(telling => telling.Foretold == Foretold.ByAnother))
                continue;
            var made = Make($"u{joined.Count + 1}", told, explain);
            if (made.Confidence >= calibration.Least)
                joined.Add((made, told));
        }
        return joined;
    }

    /// <summary>The same side and kind, or one's kind the other's runner-up for the same deed; what is given or freed must be able to be the same.</summary>
    private bool IsSame(Telling a, Telling b)
    {
        if (a.Side != b.Side)
            return false;
        var (one, other) = (a.Mention.Kind, b.Mention.Kind);
        var isSameDeed = a.Deed == b.Deed || a.Object.Length > 0 && a.Object == b.Object;
        // "Cease" and "fire", "sanctions and pressure": two words of one clause name one promise unless both tell a kind.
        if (a.Words == b.Words && (one.Best == other.Best || one.Best == UndertakingKind.Other || other.Best == UndertakingKind.Other))
            return true;
        if (IsAssured(a, b) || IsAssured(b, a))
            return true;
        if (one.Best != other.Best)
            return isSameDeed && (one.Best == other.Second || one.Second == other.Best);
        return one.Best switch
        {
            UndertakingKind.Other => isSameDeed,
            UndertakingKind.Aid or UndertakingKind.Exchange => isSameDeed || a.Object.Length == 0 || b.Object.Length == 0,
            _ => true,
        };
    }

    /// <summary>The assurance near a truce or a corridor that nobody will be harmed is part of it.</summary>
    private bool IsAssured(Telling a, Telling b) =>
        a.Mention.Kind.Best == UndertakingKind.Guarantee
        && b.Mention.Kind.Best is UndertakingKind.Ceasefire or UndertakingKind.Corridor or UndertakingKind.Neutrality
        && Math.Abs(parsed.SentenceOf(a.Mention.Word) - parsed.SentenceOf(b.Mention.Word)) <= Near;

    /// <summary>"To recognise the border, and to pass a law to that effect": the second says how the first is done.</summary>
    private bool IsEcho(Telling first, Telling second)
    {
        if (
            first.Side != second.Side
            || second.Mention.Kind.Best != UndertakingKind.Other
            || parsed.SentenceOf(first.Mention.Word) != parsed.SentenceOf(second.Mention.Word)
        )
            return false;
        for (var word = second.Words.Start; word < second.Words.End; word++)
            if (PhraseMatch.Longest(s_echoes, parsed.Tokens, word, second.Words.End).Row >= 0)
                return first.Mention.Word < second.Mention.Word;
        return false;
    }

    /// <summary>A day says more than a length.</summary>
    private bool IsDay(string id) => times.Times.First(time => time.Id == id).Type != "DURATION";

    private bool Overlap(Telling a, Telling b)
    {
        // A headline tells the area more roughly than the text.
        if (a.Places.IsEmpty || b.Places.IsEmpty || a.IsHeading != b.IsHeading && IsOneCountry(a, b))
            return true;
        foreach (var one in places.Places.Where(place => a.Places.Contains(place.Id)))
        foreach (var other in places.Places.Where(place => b.Places.Contains(place.Id)))
            if (one.Id == other.Id || Covers(one, other) || Covers(other, one))
                return true;
        return false;
    }

    private bool IsOneCountry(Telling a, Telling b) =>
        places
            .Places.Where(place => a.Places.Contains(place.Id) || b.Places.Contains(place.Id))
            .Select(place => place.Country)
            .OfType<string>()
            .Distinct()
            .Count() <= 1;

    private static bool IsGuarantee(Telling telling) => telling.Mention.Kind.Best == UndertakingKind.Guarantee;

    /// <summary>True when the one is the country or division that the other lies in.</summary>
    private static bool Covers(Place whole, Place part) =>
        whole.Country is not null
        && whole.Country == part.Country
        && (
            whole.Precision == PlacePrecision.Country
            || whole.Admin1 is not null && whole.Admin1 == part.Admin1 && whole.Precision is PlacePrecision.Admin1 or PlacePrecision.Region
        );

    private Undertaking Make(string id, List<Telling> told, bool explain)
    {
        var kinds = told.Where(telling => !IsGuarantee(telling) || told.TrueForAll(IsGuarantee))
            .GroupBy(telling => telling.Mention.Kind.Best)
            .MaxBy(group => group.Sum(telling => telling.Mention.Kind.Probability * telling.Mention.Probability))!;
        // The words are those of a telling that has the kind: what else was assured beside it is not the promise.
        var best = kinds.MaxBy(telling =>
            (-(int)telling.Foretold, telling.Places.Length, telling.Object.Length > 0 ? 1 : 0, telling.Words.Length)
        )!;
        var party = told.Find(telling => telling.Party.Actor.Kind is not (ActorKind.Person or ActorKind.People))?.Party ?? told[0].Party;
        var confidence = Calibration.Probability(
            Calibration.LogOdds(told.Max(telling => telling.Confidence)) + calibration.Of("told", told.Count > 1)
        );
        return new Undertaking
        {
            Id = id,
            By = party.Actor.Id,
            To = [.. told.SelectMany(telling => telling.To).Distinct(StringComparer.Ordinal)],
            Kind = kinds.Key,
            Text = parsed.SpanOf(best.Words),
            Places = [.. told.SelectMany(telling => telling.Places).Distinct(StringComparer.Ordinal)],
            From = told.Select(telling => telling.From).FirstOrDefault(from => from is not null),
            Until = told.Select(telling => telling.Until).OfType<string>().OrderByDescending(IsDay).FirstOrDefault(),
            Statements = [.. told.Select(telling => telling.Statement?.Id).OfType<string>().Distinct(StringComparer.Ordinal)],
            Evidence = [.. told.Select(telling => parsed.SpanOf(telling.Words)).Distinct().Order()],
            Confidence = Math.Round(confidence, 3),
            Uncertain = confidence < calibration.Certain,
            Reasons = explain ? Reasons(told, party) : [],
        };
    }

    private ImmutableArray<Reason> Reasons(List<Telling> told, Party party)
    {
        var reasons = ImmutableArray.CreateBuilder<Reason>();
        reasons.Add(new Reason("by", party.Actor.Name, $"{party.Because} ({party.Probability:F2})"));
        foreach (var telling in told)
        {
            var (mention, kind) = (telling.Mention, telling.Mention.Kind);
            var word = parsed.Tokens.Form(mention.Word).ToString();
            reasons.Add(
                new Reason(
                    "kind",
                    JsonNames<UndertakingKind>.Of(kind.Best).ToString(),
                    $"“{word}”: undertaking {mention.Probability:F2}, {JsonNames<UndertakingKind>.Of(kind.Best)} {kind.Probability:F2} before {JsonNames<UndertakingKind>.Of(kind.Second)} {kind.SecondProbability:F2}"
                )
            );
        }
        if (told.Count > 1)
            reasons.Add(new Reason("evidence", $"{told.Count} tellings", "the same side and kind, areas and objects that can be the same"));
        return reasons.ToImmutable();
    }
}
