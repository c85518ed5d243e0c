using Parley.Lexicons;
using Parley.Records;
using Parley.Syntax;

namespace Parley.Events;

/// <summary>What speaks for and against a telling being worth a record. Weights: <see cref="Composition"/>.</summary>
internal static class KeepFeatures
{
    private static readonly string[] s_eventLevels = Levels("event");
    private static readonly string[] s_typeLevels = Levels("type");
    private static readonly string[] s_statusLevels = Levels("status");

    /// <summary>Adds the features of a telling.</summary>
    /// <param name="telling">The telling.</param>
    /// <param name="tellings">All of the article, in the order of the text.</param>
    /// <param name="at">Index of the telling in them.</param>
    /// <param name="features">Where they are added.</param>
    public static void Add(Telling telling, IReadOnlyList<Telling> tellings, int at, FeatureList features)
    {
        var mention = telling.Mention;
        var kind = telling.IsNoun ? "noun" : "verb";
        var parties = Roles(
            telling.Doers.Count > 0 ? 2
                : mention.Doers.Length > 0 ? 1
                : 0,
            telling.Targets.Count > 0 ? 2
                : mention.Targets.Length > 0 ? 1
                : 0
        );
        features.Add(Level(s_eventLevels, mention.Probability));
        features.Add(Level(s_typeLevels, mention.Type.Probability));
        features.Add(Level(s_statusLevels, mention.Status.Probability));
        features.Add("type=", telling.Type.ToString());
        features.Add("status=", telling.Status.ToString());
        features.Add(kind);
        features.Add("parties=", parties);
        features.Add(kind, ",parties=", parties);
        features.Add("determiner=", telling.Determiner);
        features.Add("determiner=", telling.Determiner, parties.Length == 0 ? ",nobody" : ",somebody");
        features.Add(telling.Place is null ? "no-place" : "place");
        features.Add(telling.Time is null ? "no-time" : "time");
        if (mention.Numbers.Length > 0)
            features.Add("number");
        features.Add("word=", telling.Lemma);
        if (parties.Length == 0)
            features.Add("word=", telling.Lemma, ",nobody");
        features.Add(kind, ",as=", telling.Trigger.Relation.Name());
        if (InPurpose(telling.Trigger))
            features.Add("purpose");
        if (telling.Statement is null)
            features.Add("narrated");
        else
            features.Add("said=", telling.Statement.Act.ToString());
        features.Add(
            telling.Sentence == 0 ? "first-sentence"
            : telling.Sentence < 5 ? "early"
            : "late"
        );
        AddCompany(telling, tellings, at, features);
    }

    private static void AddCompany(Telling telling, IReadOnlyList<Telling> tellings, int at, FeatureList features)
    {
        var beside = 0;
        for (var i = Math.Max(0, at - 8); i < Math.Min(tellings.Count, at + 9); i++)
            if (i != at && tellings[i].Sentence == telling.Sentence)
            {
                beside++;
                if (telling.Trigger.Head == tellings[i].Trigger)
                    features.Add("under=", tellings[i].Type == telling.Type ? "same-type" : tellings[i].Type.ToString());
                if (tellings[i].Trigger.Head == telling.Trigger)
                    features.Add("over=", tellings[i].Type == telling.Type ? "same-type" : tellings[i].Type.ToString());
            }
        features.Add(
            beside == 0 ? "alone"
            : beside < 3 ? "beside-few"
            : "beside-many"
        );
    }

    // "weapons to attack …"
    private static bool InPurpose(Node trigger)
    {
        for (var (node, steps) = (trigger, 3); steps > 0 && node.Exists; node = node.Head, steps--)
            if (node.Relation is Relation.Advcl or Relation.Acl && node.Child("to") is { Exists: true, Relation: Relation.Mark })
                return true;
        return false;
    }

    private static string Roles(int doers, int targets) =>
        (doers, targets) switch
        {
            (0, 0) => "",
            (0, 1) => "+target-word",
            (0, _) => "+target",
            (1, 0) => "doer-word",
            (1, 1) => "doer-word+target-word",
            (1, _) => "doer-word+target",
            (_, 0) => "doer",
            (_, 1) => "doer+target-word",
            _ => "doer+target",
        };

    private static string Level(string[] levels, float probability) =>
        levels[Math.Clamp((int)(probability * 10), 0, 9) + (probability >= 0.97f ? 1 : 0)];

    private static string[] Levels(string head) => [.. Enumerable.Range(0, 11).Select(i => $"{head}-{(i == 10 ? "sure" : $".{i}")}")];
}
