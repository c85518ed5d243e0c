using System.Text;
using Parley.Lexicons;
using Parley.Records;
using Parley.Syntax;

namespace Parley.Actors;

/// <summary>How much something mentioned before stands out where a pronoun stands.</summary>
/// <remarks>
/// A sum of weighed traits of the earlier mention and its actor, in the manner of Lappin and Leass (1994); "nothing" is weighed as well, and so
/// are things that are no actors. The weights stand in <c>rules/antecedents.tsv</c>, learned by <c>tools/train/antecedents.py</c>.
/// </remarks>
internal sealed class Salience
{
    /// <summary>The greatest rank: whatever has this many or more nearer than itself counts alike.</summary>
    public const int MostRank = 5;

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
        return new PronounPlace(pronoun, sort, _parsed.SentenceOf(pronoun.Index), NounPhrase.Speaks(pronoun), _subjectsAbove);
    }

    /// <summary>The standing of one mention of an actor, or of a thing where there is no entity.</summary>
    /// <param name="place">The pronoun's place.</param>
    /// <param name="candidate">The head of the mention.</param>
    /// <param name="entity">The actor; null for a thing.</param>
    /// <param name="rank">How many others stand nearer.</param>
    /// <param name="trace">Takes the traits, where wanted.</param>
    public double Score(PronounPlace place, Node candidate, Entity? entity, int rank, IAntecedentTrace? trace = null)
    {
        Span<double> traits = stackalloc double[(int)Trait.Count];
        traits.Clear();
        Describe(place, candidate, traits);
        traits[(int)Trait.Rank] = rank;
        if (entity is null)
            DescribeThing(place, candidate, traits);
        else
            DescribeActor(place, entity, traits);
        trace?.Candidate(place.Pronoun, place.Sort, candidate, entity, traits);
        return Sum(place, traits);
    }

    /// <summary>The standing of nothing that was mentioned before.</summary>
    /// <param name="place">The pronoun's place.</param>
    /// <param name="trace">Takes the traits, where wanted.</param>
    public double ScoreOfNone(PronounPlace place, IAntecedentTrace? trace = null)
    {
        Span<double> traits = stackalloc double[(int)Trait.Count];
        traits.Clear();
        var pronoun = place.Pronoun;
        var isSubject = NounPhrase.IsSubject(pronoun.Relation);
        traits[(int)Trait.None] = 1;
        traits[(int)Trait.NoneSubject] = isSubject ? 1 : 0;
        traits[(int)Trait.NonePassive] = pronoun.Relation == Relation.NsubjPass ? 1 : 0;
        traits[(int)Trait.NoneOwner] = pronoun.Relation == Relation.NmodPoss ? 1 : 0;
        traits[(int)Trait.NoneSpeaks] = place.Speaks ? 1 : 0;
        traits[(int)Trait.NoneQuoted] = _quotations.At(pronoun.Index) >= 0 ? 1 : 0;
        traits[(int)Trait.NonePredicate] = isSubject && pronoun.Head.Exists && pronoun.Head.Upos is not (Upos.Verb or Upos.Aux) ? 1 : 0;
        traits[(int)Trait.NoneOpening] = pronoun.Index == pronoun.Sentence.Start ? 1 : 0;
        trace?.Candidate(pronoun, place.Sort, Node.None, null, traits);
        return Sum(place, traits);
    }

    private static double Sum(PronounPlace place, Span<double> traits)
    {
        var weights = s_weights[(int)place.Sort];
        var score = 0.0;
        for (var t = 0; t < traits.Length; t++)
            score += weights[t] * traits[t];
        return score;
    }

    private void Describe(PronounPlace place, Node candidate, Span<double> traits)
    {
        var back = place.Sentence - _parsed.SentenceOf(candidate.Index);
        traits[(int)Trait.Sentence] = back;
        traits[(int)Trait.EarlierSentence] = back > 0 ? 1 : 0;
        traits[(int)Trait.Word] = Math.Min(100, place.Pronoun.Index - candidate.Index);
        traits[(int)Trait.EarlierParagraph] = _blockOf[place.Pronoun.Index] == _blockOf[candidate.Index] ? 0 : 1;
        DescribePosition(place, candidate, back, traits);
        traits[(int)Trait.Introduced] = back == 1 && Introduces(candidate) && BringsQuotation(place.Pronoun) ? 1 : 0;
        var quotation = _quotations.At(candidate.Index);
        traits[(int)Trait.OtherQuotation] = quotation >= 0 && quotation != _quotations.At(place.Pronoun.Index) ? 1 : 0;
        traits[(int)Trait.Definite] = NounPhrase.IsDefinite(candidate) ? 1 : 0;
        traits[(int)Trait.Plural] = candidate.Xpos is "NNS" or "NNPS" ? 1 : 0;
    }

    private void DescribePosition(PronounPlace place, Node candidate, int back, Span<double> traits)
    {
        var anchor = NounPhrase.Anchor(candidate);
        var isSubject = NounPhrase.IsSubject(anchor.Relation);
        var isOwner = candidate.Relation == Relation.NmodPoss;
        traits[(int)Trait.Subject] = isSubject ? 1 : 0;
        traits[(int)Trait.Speaker] = isSubject && ActorWords.IsVerb(anchor.Head.Lemma, "speaks") ? 1 : 0;
        traits[(int)Trait.MainSubject] = isSubject && IsMain(anchor.Head) ? 1 : 0;
        traits[(int)Trait.Opener] = isSubject && OpensParagraph(candidate) ? 1 : 0;
        traits[(int)Trait.Object] = anchor.Relation is Relation.Obj or Relation.Iobj ? 1 : 0;
        traits[(int)Trait.Modifier] = !isSubject && candidate.Relation is Relation.NmodPoss or Relation.Nmod or Relation.Compound ? 1 : 0;
        traits[(int)Trait.Owner] = isOwner ? 1 : 0;
        traits[(int)Trait.Pronoun] = candidate.Upos == Upos.Pron ? 1 : 0;
        traits[(int)Trait.SamePronoun] = PronounForms.SortOf(candidate.Form) == place.Sort ? 1 : 0;
        traits[(int)Trait.Parallel] = isSubject && NounPhrase.IsSubject(place.Pronoun.Relation) ? 1 : 0;
        traits[(int)Trait.ParallelOwner] = isOwner && place.Pronoun.Relation == Relation.NmodPoss ? 1 : 0;
        traits[(int)Trait.SameOwned] =
            isOwner
            && place.Pronoun is { Relation: Relation.NmodPoss, Head.Exists: true } owned
            && candidate.Head.Exists
            && candidate.Head.Lemma == owned.Head.Lemma
                ? 1
                : 0;
        if (back != 0)
            return;
        traits[(int)Trait.Fronted] = IsFronted(place.Pronoun, candidate) ? 1 : 0;
        var isNearest = place.SubjectsAbove.Count > 0 && place.SubjectsAbove[0] == anchor.Index;
        traits[(int)Trait.NearestSubject] = isNearest ? 1 : 0;
        traits[(int)Trait.NearestSubjectOfOwner] = isNearest && place.Pronoun.Relation == Relation.NmodPoss ? 1 : 0;
        traits[(int)Trait.HigherSubject] = place.SubjectsAbove.IndexOf(anchor.Index) > 0 ? 1 : 0;
    }

    private static void DescribeActor(PronounPlace place, Entity entity, Span<double> traits)
    {
        traits[(int)Trait.Mention] = Math.Min(8, entity.Mentions.Count);
        traits[(int)Trait.Frequency] = Math.Log2(1 + entity.Mentions.Count);
        traits[(int)Trait.Named] = entity.IsNamed ? 1 : 0;
        traits[(int)Trait.Relative] = entity.KinOf is null ? 0 : 1;
        traits[(int)Trait.GenderUnknown] = entity.Gender == Gender.Unknown ? 1 : 0;
        var several = entity.IsPlural || entity.Kind is ActorKind.ArmedGroup or ActorKind.People;
        var state = entity is { IsPlural: false, Kind: ActorKind.Country };
        traits[(int)Trait.Joint] = entity.Parts.Count > 0 && place.Sort == PronounSort.They ? 1 : 0;
        traits[(int)Trait.Several] = several ? 1 : 0;
        traits[(int)Trait.State] = state ? 1 : 0;
        traits[(int)Trait.StateOfObject] = state && !NounPhrase.IsSubject(place.Pronoun) ? 1 : 0;
        traits[(int)Trait.Government] = entity.Kind == ActorKind.Government ? 1 : 0;
        traits[(int)Trait.Force] = entity.Kind is ActorKind.Military or ActorKind.ArmedGroup ? 1 : 0;
        traits[(int)Trait.Outlet] = entity.Kind == ActorKind.Media ? 1 : 0;
        traits[(int)Trait.Body] = entity.Kind is ActorKind.Organization or ActorKind.Party ? 1 : 0;
    }

    private static void DescribeThing(PronounPlace place, Node candidate, Span<double> traits)
    {
        traits[(int)Trait.Thing] = 1;
        traits[(int)Trait.ThingThatSpeaks] = place.Speaks ? 1 : 0;
        traits[(int)Trait.ThingSubject] = traits[(int)Trait.Subject];
        traits[(int)Trait.ThingPronoun] = traits[(int)Trait.SamePronoun];
        traits[(int)Trait.ThingNamed] = candidate.Upos == Upos.Propn ? 1 : 0;
    }

    private static bool IsFronted(Node pronoun, Node candidate)
    {
        if (!NounPhrase.IsSubject(pronoun.Relation) || !pronoun.Head.Exists || candidate.Index > pronoun.Index)
            return false;
        foreach (var child in pronoun.Head.Children)
            if (child.Index > pronoun.Index)
                break;
            else if (child.Relation == Relation.Obl && candidate.Index != child.Index && candidate.IsWithin(child))
                return true;
        return false;
    }

    /// <summary>True where no other subject stands before it in its paragraph.</summary>
    private bool OpensParagraph(Node candidate)
    {
        var start = _parsed.Tokens.Blocks[_blockOf[candidate.Index]].Words.Start;
        for (var word = candidate.Index - 1; word >= start; word--)
            if (NounPhrase.IsSubject(_parsed.RelationTags[word]))
                return false;
        return true;
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
        var table = new WeightTable("rules/antecedents", sort);
        return [.. Enumerable.Range(0, (int)Trait.Count).Select(trait => table.Weight(NameOf((Trait)trait)))];
    }

    /// <summary>"earlier sentence" for <see cref="Trait.EarlierSentence"/>.</summary>
    internal static string NameOf(Trait trait)
    {
        var name = new StringBuilder();
        foreach (var letter in trait.ToString())
            _ = (char.IsUpper(letter) && name.Length > 0 ? name.Append(' ') : name).Append(char.ToLowerInvariant(letter));
        return name.ToString();
    }
}

/// <summary>Where a pronoun stands.</summary>
/// <param name="Pronoun">The pronoun.</param>
/// <param name="Sort">What it can mean.</param>
/// <param name="Sentence">Its sentence.</param>
/// <param name="Speaks">True where it is the subject of a verb of saying.</param>
/// <param name="SubjectsAbove">The subjects before it of the clauses that it stands in, the innermost first.</param>
internal readonly record struct PronounPlace(Node Pronoun, PronounSort Sort, int Sentence, bool Speaks, List<int> SubjectsAbove);
