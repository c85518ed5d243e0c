using Parley.Events;
using Parley.Lexicons;
using Parley.Mentions;
using Parley.Records;
using Parley.Statements;
using Parley.Syntax;
using Parley.Undertakings;

namespace Parley.Positions;

/// <summary>What speaks for and against a side taking a stance on what a mention names. Weights: <see cref="PositionWeights"/>.</summary>
internal sealed class PositionFeatures(ParsedText parsed, MentionTable mentions, PartyReader parties, TopicReader topics)
{
    /// <summary>Words above the topic whose lemmas count.</summary>
    private const int Steps = 4;

    private static readonly float[] s_mention = [0.05f, 0.1f, 0.2f, 0.35f, 0.5f, 0.7f, 0.85f, 0.95f];
    private static readonly float[] s_other = [0.1f, 0.3f, 0.5f, 0.7f, 0.9f, 0.97f];
    private static readonly string[] s_mentionNames = Names("mention", s_mention);
    private static readonly string[] s_partyNames = Names("party", s_other);
    private static readonly string[] s_stanceNames = Names("stance", s_other);
    private static readonly string[] s_secondNames = Names("second", s_other);

    /// <summary>The names of the stances behind a feature that counts for one of them.</summary>
    private static readonly string[] s_for = [.. Enum.GetNames<PositionStance>().Select(name => "," + name)];

    /// <summary>Adds the features of a candidate's stance.</summary>
    /// <param name="one">The candidate.</param>
    /// <param name="stance">The stance.</param>
    /// <param name="isBeside">True where a likelier word of the same clause names a topic.</param>
    /// <param name="features">Where they are added.</param>
    public void Add(PositionCandidate one, PositionStance stance, bool isBeside, FeatureList features)
    {
        var (mention, on) = (one.Mention, s_for[(int)stance]);
        features.Add("is", on);
        AddSteps(features, s_mentionNames, s_mention, mention.Probability);
        features.Add("topic=", mention.Topic.Best);
        features.Add("topic=", mention.Topic.Best, on);
        if (isBeside)
            features.Add("beside-likelier");
        var listed = topics.Listed(mention, one.Clause) is ({ }, var isAtWord)
            ? isAtWord
                ? "at-word"
                : "near"
            : "none";
        features.Add("listed=", listed);
        features.Add("listed=", listed, Level(mention));
        AddStance(mention, stance, features);
        AddParty(one, on, features);
        AddTold(one, stance, on, features);
        AddWords(one, on, features);
        AddSpeech(one, on, features);
        AddDeeds(one, on, features);
    }

    private static void AddStance(PositionMention mention, PositionStance stance, FeatureList features)
    {
        if (stance == mention.Stance.Best)
        {
            AddSteps(features, s_stanceNames, s_other, mention.Stance.Probability);
            features.Add("stance=", s_for[(int)stance], Level(mention));
        }
        else if (stance == mention.Stance.Second)
            AddSteps(features, s_secondNames, s_other, mention.Stance.SecondProbability);
        else
            features.Add("stance-of-neither");
    }

    private static void AddParty(PositionCandidate one, string on, FeatureList features)
    {
        if (one.IsNamed)
            AddSteps(features, s_partyNames, s_other, one.Party.Probability);
        else
            features.Add("party-unnamed", on);
        features.Add(one.Party.Word < 0 ? "party-hidden" : "party-told");
        features.Add(
            one.Rank == 0 ? "first" : "later",
            one.Count == 1 ? "-of-one"
                : one.Count == 2 ? "-of-two"
                : "-of-more"
        );
    }

    private void AddTold(PositionCandidate one, PositionStance stance, string on, FeatureList features)
    {
        var isOwn = false;
        foreach (var told in one.Told)
        {
            var whose =
                told.Holders.IsEmpty ? "told="
                : told.Holders.Any(holder => parties.IsSame(holder, one.Party)) ? "own="
                : "foe=";
            if (whose == "own=" && isOwn)
                continue;
            isOwn |= whose == "own=";
            features.Add(whose, told.Stance == stance ? "same" : "other");
            features.Add(whose, told.Stance.ToString(), on);
            features.Add(whose, told.Stance.ToString(), on, Level(one.Mention));
        }
        if (one.Told.IsEmpty)
            features.Add("untold", on);
    }

    private void AddWords(PositionCandidate one, string on, FeatureList features)
    {
        var node = parsed[one.Mention.Word];
        features.Add(node.Upos.ToString());
        features.Add("as=", node.Relation.Name());
        features.Add("word=", node.Lemma);
        var isSubject = false;
        for (var step = 0; step <= Steps && node.Exists; step++, node = node.Head)
        {
            if (step > 0)
            {
                features.Add("above=", node.Lemma);
                features.Add("above=", node.Lemma, on);
            }
            foreach (var child in node.Children)
            {
                if (child.Has("Polarity=Neg") || child.IsForm("never"))
                    features.Add("not", on, step == 0 ? "" : ",above");
                if (child.Relation == Relation.Aux && child.Xpos == "MD")
                    features.Add("modal=", child.Lemma, on);
                if (child.Relation == Relation.Mark)
                    features.Add("mark=", child.Lemma, on);
            }
            if (!isSubject && one.Party.Word >= 0 && node.Subject is { Exists: true } subject && subject.Subtree.Contains(one.Party.Word))
            {
                isSubject = true;
                features.Add(step == 0 ? "does-it" : "subject", on);
                features.Add("verb=", node.Lemma, on);
            }
            if (node.Relation is Relation.Parataxis or Relation.AclRelcl)
                break;
        }
        if (!isSubject)
            features.Add("no-subject", on);
    }

    private void AddSpeech(PositionCandidate one, string on, FeatureList features)
    {
        var (isSaid, side) = (false, parties.SideOf(one.Party));
        foreach (var said in parties.Around(one.Mention.Word).Take(2))
        {
            var isOwn = parties.SideOf(said.Speaker) == side || said.Speakers.Any(speaker => parties.SideOf(speaker) == side);
            features.Add(isOwn ? "own-act=" : "other-act=", said.Act.ToString(), on);
            features.Add(isOwn ? "own-act=" : "other-act=", said.Act.ToString(), on, Level(one.Mention));
            if (!isSaid)
                features.Add(isOwn ? "own-words" : "other-words", on);
            isSaid = true;
        }
        if (!isSaid)
            features.Add("narrated", on);
    }

    private void AddDeeds(PositionCandidate one, string on, FeatureList features)
    {
        var node = parsed[one.Mention.Word];
        for (var step = 0; step < Steps && node.Exists; step++, node = node.Head)
        {
            if (mentions.EventAt(node.Index) is not { Probability: >= 0.4f } deed)
                continue;
            var (where, whose) = (step == 0 ? "deed=" : "above-deed=", Doer(deed, one.Party));
            features.Add(where, deed.Type.Best.ToString(), on);
            features.Add(where, deed.Status.Best.ToString(), on);
            features.Add(where, deed.Status.Best.ToString(), whose, on);
            if (step > 0)
                return;
        }
    }

    private string Doer(EventMention deed, Party party)
    {
        foreach (var doer in deed.Doers)
            if (doer.Word == party.Word || parties.Read(parsed[doer.Word]).Any(own => parties.IsSame(own, party)))
                return "-own";
        return deed.Doers.IsEmpty ? "-nobody's" : "-another's";
    }

    /// <summary>Signs of a stance tell more the likelier the word names a topic.</summary>
    private static string Level(PositionMention mention) =>
        mention.Probability switch
        {
            >= 0.35f => ",sure",
            >= 0.1f => ",likely",
            _ => ",unlikely",
        };

    private static void AddSteps(FeatureList features, string[] names, float[] steps, float probability)
    {
        for (var i = 0; i < steps.Length && probability >= steps[i]; i++)
            features.Add(names[i]);
    }

    private static string[] Names(string of, float[] steps) =>
        [.. steps.Select(step => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{of}>{step}"))];
}
