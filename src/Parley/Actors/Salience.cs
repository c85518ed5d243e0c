using System.Globalization;
using Parley.Lexicons;
using Parley.Records;
using Parley.Syntax;

namespace Parley.Actors;

/// <summary>How much an actor mentioned before stands out where a pronoun stands.</summary>
/// <remarks>
/// A sum of weighed traits of the earlier mention and its actor, in the manner of Lappin and Leass (1994); the weights stand in
/// <c>rules/pronoun-salience.tsv</c>.
/// </remarks>
internal sealed class Salience
{
    private static readonly Lexicon s_rules = LexiconSet.Get("rules/pronoun-salience");
    private static readonly double[][] s_weights = [Column("he"), Column("he"), Column("they"), Column("it")];
    private readonly ParsedText _parsed;
    private readonly Quotations _quotations;
    private readonly int[] _blockOf;
    private readonly List<int> _subjectsAbove = [];

    public Salience(ParsedText parsed, Quotations quotations)
    {
        _parsed = parsed;
        _quotations = quotations;
        _blockOf = new int[parsed.Count];
        for (var b = 0; b < parsed.Tokens.Blocks.Length; b++)
            Array.Fill(_blockOf, b, parsed.Tokens.Blocks[b].Words.Start, parsed.Tokens.Blocks[b].Words.Length);
    }

    /// <summary>What a pronoun for a body or group must reach to mean anyone.</summary>
    public static double Lowest { get; } = Weight("lowest", s_rules.Column("they"));

    /// <summary>Below this a man or woman named ahead in the same sentence is likelier.</summary>
    public static double Ahead { get; } = Weight("ahead", s_rules.Column("he"));

    /// <summary>Where a pronoun stands; holds until the next call.</summary>
    public PronounPlace PlaceOf(Node pronoun, PronounSort sort)
    {
        _subjectsAbove.Clear();
        var node = pronoun;
        for (var steps = 0; node.Head.Exists && steps < 20; steps++)
        {
            node = node.Head;
            if (node.Subject is { Exists: true } subject && subject.Index < pronoun.Index)
                _subjectsAbove.Add(NounPhrase.Anchor(subject).Index);
        }
        return new PronounPlace(pronoun, sort, _parsed.SentenceOf(pronoun.Index), _subjectsAbove);
    }

    /// <summary>The standing of one mention of an actor for a pronoun.</summary>
    public double Score(PronounPlace place, Node candidate, Entity entity)
    {
        Span<double> traits = stackalloc double[(int)Trait.Count];
        traits.Clear();
        Describe(place, candidate, entity, traits);
        var weights = s_weights[(int)place.Sort];
        var score = 0.0;
        for (var t = 0; t < traits.Length; t++)
            score += weights[t] * traits[t];
        return score;
    }

    private void Describe(PronounPlace place, Node candidate, Entity entity, Span<double> traits)
    {
        var back = place.Sentence - _parsed.SentenceOf(candidate.Index);
        traits[(int)Trait.Sentence] = back;
        traits[(int)Trait.EarlierSentence] = back > 0 ? 1 : 0;
        traits[(int)Trait.Word] = Math.Min(100, place.Pronoun.Index - candidate.Index);
        traits[(int)Trait.EarlierParagraph] = _blockOf[place.Pronoun.Index] == _blockOf[candidate.Index] ? 0 : 1;
        DescribePosition(place, candidate, back, traits);
        traits[(int)Trait.Introduced] = back == 1 && Introduces(candidate) && BringsQuotation(place.Pronoun) ? 1 : 0;
        traits[(int)Trait.Mention] = Math.Min(8, entity.Mentions.Count);
        traits[(int)Trait.Frequency] = Math.Log2(1 + entity.Mentions.Count);
        var quotation = _quotations.At(candidate.Index);
        traits[(int)Trait.OtherQuotation] = quotation >= 0 && quotation != _quotations.At(place.Pronoun.Index) ? 1 : 0;
        traits[(int)Trait.Named] = entity.IsNamed ? 1 : 0;
        traits[(int)Trait.Relative] = entity.KinOf is null ? 0 : 1;
        traits[(int)Trait.GenderUnknown] = entity.Gender == Gender.Unknown ? 1 : 0;
        traits[(int)Trait.Several] = entity.IsPlural || entity.Kind is ActorKind.ArmedGroup or ActorKind.People ? 1 : 0;
        traits[(int)Trait.State] = entity is { IsPlural: false, Kind: ActorKind.Country } ? 1 : 0;
    }

    private static void DescribePosition(PronounPlace place, Node candidate, int back, Span<double> traits)
    {
        var anchor = NounPhrase.Anchor(candidate);
        var isSubject = NounPhrase.IsSubject(anchor.Relation);
        traits[(int)Trait.Subject] = isSubject ? 1 : 0;
        traits[(int)Trait.Speaker] = isSubject && ActorWords.IsVerb(anchor.Head.Lemma, "speaks") ? 1 : 0;
        traits[(int)Trait.MainSubject] = isSubject && IsMain(anchor.Head) ? 1 : 0;
        traits[(int)Trait.Modifier] = !isSubject && candidate.Relation is Relation.NmodPoss or Relation.Nmod or Relation.Compound ? 1 : 0;
        traits[(int)Trait.Owner] = candidate.Relation == Relation.NmodPoss ? 1 : 0;
        traits[(int)Trait.Pronoun] = candidate.Upos == Upos.Pron ? 1 : 0;
        traits[(int)Trait.Parallel] = isSubject && NounPhrase.IsSubject(place.Pronoun.Relation) ? 1 : 0;
        if (back != 0)
            return;
        traits[(int)Trait.NearestSubject] = place.SubjectsAbove.Count > 0 && place.SubjectsAbove[0] == anchor.Index ? 1 : 0;
        traits[(int)Trait.HigherSubject] = place.SubjectsAbove.IndexOf(anchor.Index) > 0 ? 1 : 0;
    }

    /// <summary>"Smith says A.": whoever speaks a sentence is likely to be heard in the next.</summary>
    private static bool Introduces(Node candidate)
    {
        var anchor = NounPhrase.Anchor(candidate);
        return NounPhrase.IsSubject(anchor.Relation)
            && anchor.Head.Exists
            && IsMain(anchor.Head)
            && ActorWords.IsVerb(anchor.Head.Lemma, "speaks");
    }

    /// <summary>"“B,” he says.": the pronoun says what stands in quotation marks in its sentence.</summary>
    private bool BringsQuotation(Node pronoun)
    {
        if (
            !NounPhrase.IsSubject(pronoun.Relation)
            || !pronoun.Head.Exists
            || !ActorWords.IsVerb(pronoun.Head.Lemma, "speaks")
            || _quotations.At(pronoun.Index) >= 0
        )
            return false;
        var sentence = pronoun.Sentence;
        for (var word = sentence.Start; word < sentence.End; word++)
            if (_quotations.At(word) >= 0)
                return true;
        return false;
    }

    private static bool IsMain(Node verb) =>
        verb.IsRoot || verb.Relation is Relation.Parataxis or Relation.Conj && verb.Head.Exists && verb.Head.IsRoot;

    private static double[] Column(string sort)
    {
        var column = s_rules.Column(sort);
        var weights = new double[(int)Trait.Count];
        for (var t = 0; t < weights.Length; t++)
            weights[t] = Weight(NameOf((Trait)t), column);
        return weights;
    }

    private static double Weight(string trait, int column) =>
        s_rules.Find(trait) is >= 0 and var row && s_rules.Cell(row, column) is { IsEmpty: false } cell
            ? double.Parse(cell, NumberStyles.Float, CultureInfo.InvariantCulture)
            : 0;

    private static string NameOf(Trait trait) =>
        trait switch
        {
            Trait.Sentence => "sentence",
            Trait.EarlierSentence => "earlier sentence",
            Trait.Word => "word",
            Trait.EarlierParagraph => "earlier paragraph",
            Trait.Subject => "subject",
            Trait.Speaker => "speaker",
            Trait.MainSubject => "main subject",
            Trait.Modifier => "modifier",
            Trait.Owner => "owner",
            Trait.Pronoun => "pronoun",
            Trait.Parallel => "parallel",
            Trait.NearestSubject => "nearest subject",
            Trait.HigherSubject => "higher subject",
            Trait.Mention => "mention",
            Trait.Frequency => "frequency",
            Trait.OtherQuotation => "other quotation",
            Trait.Introduced => "introduced",
            Trait.Named => "named",
            Trait.Relative => "relative",
            Trait.GenderUnknown => "gender unknown",
            Trait.Several => "several",
            _ => "state",
        };

    private enum Trait
    {
        Sentence,
        EarlierSentence,
        Word,
        EarlierParagraph,
        Subject,
        Speaker,
        MainSubject,
        Modifier,
        Owner,
        Pronoun,
        Parallel,
        NearestSubject,
        HigherSubject,
        Mention,
        Frequency,
        OtherQuotation,
        Introduced,
        Named,
        Relative,
        GenderUnknown,
        Several,
        State,
        Count,
    }
}

/// <summary>Where a pronoun stands.</summary>
/// <param name="Pronoun">The pronoun.</param>
/// <param name="Sort">What it can mean.</param>
/// <param name="Sentence">Its sentence.</param>
/// <param name="SubjectsAbove">The subjects before it of the clauses that it stands in, the innermost first.</param>
internal readonly record struct PronounPlace(Node Pronoun, PronounSort Sort, int Sentence, List<int> SubjectsAbove);
