using Parley.Lexicons;
using Parley.Records;
using Parley.Syntax;

namespace Parley.Events;

/// <summary>What speaks for and against two tellings being of one happening. Weights: <see cref="Composition"/>.</summary>
internal static class PairFeatures
{
    private const int Stem = 4;
    private const string Negative = "negative";
    private static readonly string[] s_doers = Comparisons("doers");
    private static readonly string[] s_targets = Comparisons("targets");

    /// <summary>
    /// False where the two are not even compared: neither of one type nor one the beginning of the other, asked for in one and not done in the other, none of the kind in one ("no
    /// explosions") and some in the other, or at odds in two of doers, targets, place and time.
    /// </summary>
    public static bool MayJoin(Telling earlier, Telling later) =>
        (earlier.Type == later.Type || IsInside(earlier.Lemma, later.Lemma))
        && !IsAnswer(earlier.Status, later.Status)
        && !IsAnswer(later.Status, earlier.Status)
        && (earlier.Determiner == Negative) == (later.Determiner == Negative)
        && Clashes(earlier, later) < 2;

    // A demand that meets a refusal makes two events, and so does a plan that comes to nothing.
    private static bool IsAnswer(EventStatus asked, EventStatus given) =>
        asked is EventStatus.Demanded or EventStatus.Planned or EventStatus.Possible && given is EventStatus.Refused or EventStatus.Denied;

    /// <summary>Adds the features of a pair.</summary>
    public static void Add(Telling earlier, Telling later, FeatureList features)
    {
        var word =
            earlier.Lemma == later.Lemma ? "word=same"
            : SameStem(earlier.Lemma, later.Lemma) ? "word=stem"
            : "word=other";
        var type = earlier.Type == later.Type ? "type=same" : "type=other";
        var kinds =
            earlier.IsNoun ? (later.IsNoun ? "noun-noun" : "noun-verb")
            : later.IsNoun ? "verb-noun"
            : "verb-verb";
        var doers = Compare(earlier.Doers, later.Doers, s_doers);
        var targets = Compare(earlier.Targets, later.Targets, s_targets);
        var (place, time) = (Compare(earlier.Place, later.Place), Compare(earlier.Time, later.Time));
        var distance = Distance(later.Sentence - earlier.Sentence);
        features.Add(word);
        features.Add(type);
        features.Add(kinds);
        features.Add(word, ",", kinds);
        features.Add(word, ",", later.Type.ToString());
        features.Add(doers);
        features.Add(targets);
        features.Add(doers, ",", targets);
        features.Add(word, ",", doers);
        features.Add(place);
        features.Add(time);
        features.Add(distance);
        features.Add(word, ",", distance);
        features.Add("later=", later.Determiner);
        features.Add("earlier=", earlier.Determiner);
        features.Add(word, ",later=", later.Determiner);
        features.Add(Compare(earlier.Status, later.Status));
        features.Add(word, ",", IsReal(later.Status) == IsReal(earlier.Status) ? "real" : "unreal");
        features.Add(Teller(earlier, later));
        if (word == "word=same")
            features.Add("both=", later.Lemma);
        foreach (var modifier in later.Modifiers)
            features.Add(modifier);
        if (later.Mention.Numbers.Length > 0)
            features.Add(earlier.Mention.Numbers.Length > 0 ? "numbers=both" : "numbers=later");
        if (earlier.IsSecondary != later.IsSecondary)
            features.Add("headline");
        if (earlier.Sentence == later.Sentence)
            features.Add(InSentence(earlier.Trigger, later.Trigger), ",", kinds);
    }

    /// <summary>In how many of doers, targets, place and time the two are at odds.</summary>
    public static int Clashes(Telling earlier, Telling later) =>
        IsClash(Compare(earlier.Doers, later.Doers, s_doers))
        + IsClash(Compare(earlier.Targets, later.Targets, s_targets))
        + IsClash(Compare(earlier.Place, later.Place))
        + IsClash(Compare(earlier.Time, later.Time));

    private static int IsClash(string feature) => feature.EndsWith("=clash", StringComparison.Ordinal) ? 1 : 0;

    /// <summary>True for words of one stem ("withdraw", "withdrawal"; "talks", "talk").</summary>
    private static bool SameStem(string one, string other)
    {
        var length = Math.Min(one.Length, other.Length);
        var common = one.AsSpan().CommonPrefixLength(other);
        return common >= Stem ? length - common <= 2 : common == length && length >= 3;
    }

    /// <summary>True where one word is the beginning of the other ("deploy", "deployment"; not "treaty", "treatment"), a final "e" aside.</summary>
    private static bool IsInside(string one, string other)
    {
        var (shorter, longer) = one.Length <= other.Length ? (one, other) : (other, one);
        return shorter.Length >= Stem && longer.AsSpan().StartsWith(shorter.AsSpan().TrimEnd('e')) || one == other;
    }

    private static string Compare(List<Party> earlier, List<Party> later, string[] names)
    {
        if (earlier.Count == 0 || later.Count == 0)
            return names[
                earlier.Count + later.Count == 0 ? 0
                : later.Count == 0 ? 1
                : 2
            ];
        var country = false;
        foreach (var one in earlier)
        foreach (var other in later)
            if (one.Actor.Id == other.Actor.Id)
                return names[3];
            else
                country |= one.Actor.Code.Length > 0 && Countries.IsSame(one.Actor, other.Actor);
        return names[country ? 4 : 5];
    }

    private static string Compare(Place? earlier, Place? later)
    {
        if (earlier is null || later is null)
            return earlier is null && later is null ? "place=none"
                : later is null ? "place=earlier"
                : "place=later";
        if (earlier.Id == later.Id)
            return "place=same";
        return earlier.Country == later.Country && (IsWide(earlier) || IsWide(later)) ? "place=within" : "place=clash";
    }

    private static bool IsWide(Place place) =>
        place.Precision is PlacePrecision.Country or PlacePrecision.Region or PlacePrecision.Admin1 or null;

    private static string Compare(Time? earlier, Time? later)
    {
        if (earlier is null || later is null)
            return earlier is null && later is null ? "time=none"
                : later is null ? "time=earlier"
                : "time=later";
        return
            earlier.Value.StartsWith(later.Value, StringComparison.Ordinal)
            || later.Value.StartsWith(earlier.Value, StringComparison.Ordinal)
            ? "time=same"
            : "time=clash";
    }

    private static string Compare(EventStatus earlier, EventStatus later) =>
        earlier == later ? "status=same"
        : IsReal(earlier) && IsReal(later) ? "status=real"
        : IsReal(later) ? "status=now-real"
        : IsReal(earlier) ? "status=no-longer-real"
        : "status=other";

    private static bool IsReal(EventStatus status) => status is EventStatus.Happened or EventStatus.Ongoing;

    private static string Distance(int sentences) =>
        sentences switch
        {
            0 => "same-sentence",
            1 => "next-sentence",
            2 or 3 => "near",
            <= 8 => "far",
            _ => "farther",
        };

    private static string Teller(Telling earlier, Telling later)
    {
        var (one, other) = (earlier.Statement, later.Statement);
        return one is null && other is null ? "teller=article"
            : one is null || other is null ? "teller=one"
            : one.Id == other.Id ? "teller=statement"
            : one.Speaker is not null && one.Speaker == other.Speaker ? "teller=same"
            : "teller=other";
    }

    private static string InSentence(Node earlier, Node later) =>
        later.Relation == Relation.Conj && later.Head == earlier ? "joined"
        : later.IsWithin(earlier) ? "under-earlier"
        : earlier.IsWithin(later) ? "under-later"
        : "beside";

    private static string[] Comparisons(string role) =>
        [role + "=none", role + "=earlier", role + "=later", role + "=same", role + "=country", role + "=clash"];
}
