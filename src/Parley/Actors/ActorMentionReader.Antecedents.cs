using Parley.Records;
using Parley.Syntax;

namespace Parley.Actors;

/// <content>Which of the actors mentioned before a pronoun means.</content>
internal sealed partial class ActorMentionReader
{
    private const int MostSentencesBack = 10;
    private const int MostSentencesBackOfThings = 2;

    /// <summary>Ten sentences are seldom as long; without it, a text that has no full stops would take the square of its length.</summary>
    private const int MostWordsBack = 800;

    /// <summary>By how much a group, and a single body, must stand out from all things before a pronoun that may mean either means it.</summary>
    private const double GroupMargin = -2,
        BodyMargin = 0,
        SurelyBodyMargin = -4;

    /// <summary>How much likelier than any man or woman mentioned before it must be that none is meant.</summary>
    private const double PersonMargin = 3.5;

    private readonly HashSet<Entity> _barred = [];
    private readonly List<Entity> _nearer = [];

    private Entity? Antecedent(Node node, PronounSort sort)
    {
        var barred = Barred(node, sort);
        var place = _salience.PlaceOf(node, sort);
        var (best, bestScore) = BestActor(place, barred);
        var none = _salience.ScoreOfNone(place, _trace);
        if (sort is PronounSort.He or PronounSort.She)
            best =
                bestScore < none && SubjectAhead(node, sort) is { } ahead ? ahead
                : bestScore < none - PersonMargin ? null
                : best;
        else if (bestScore < Math.Max(none, BestThing(place)) + MarginOf(place))
            best = null;
        if (best is { Parts.Count: > 0 })
            MentionPair(best);
        if (best is { IsPerson: true, Gender: Gender.Unknown })
            best.Gender = sort == PronounSort.He ? Gender.Male : Gender.Female;
        return best;
    }

    /// <summary>"it said" and "its foreign office" tell of a body more surely than "its roof".</summary>
    private double MarginOf(PronounPlace place) =>
        place.Sort == PronounSort.They ? GroupMargin
        : place.Speaks
        || place.Pronoun is { Relation: Relation.NmodPoss, Head.Exists: true } owner
            && RoleAt(owner.Head) is { Role.Code: "GOV" or "MIL" or "SPY" or "COP" or "JUD" or "LEG" }
            ? SurelyBodyMargin
        : BodyMargin;

    private (Entity? Best, double Score) BestActor(PronounPlace place, HashSet<Entity> barred)
    {
        var (best, bestScore) = (default(Entity), double.NegativeInfinity);
        _nearer.Clear();
        foreach (var (entity, head) in _actors.Recent)
        {
            if (head >= place.Pronoun.Index)
                continue;
            if (place.Pronoun.Index - head > MostWordsBack || place.Sentence - _parsed.SentenceOf(head) > MostSentencesBack)
                break;
            if (place.Sort == PronounSort.They && PairAt(_parsed[head]) is { } pair && !pair.Parts.Exists(barred.Contains))
                Weigh(place, pair, head, ref best, ref bestScore);
            if (!CanMean(place.Sort, entity) || barred.Contains(entity) || IsOwnRelative(place.Pronoun, entity))
                continue;
            if (entity.IsPerson && IsInsideOther(place.Sort, entity, _parsed[head], barred))
                continue;
            Weigh(place, entity, head, ref best, ref bestScore);
        }
        return (best, bestScore);
    }

    private void Weigh(PronounPlace place, Entity entity, int head, ref Entity? best, ref double bestScore)
    {
        var rank = _nearer.IndexOf(entity);
        if (rank < 0)
        {
            rank = _nearer.Count;
            _nearer.Add(entity);
        }
        var score = _salience.Score(place, _parsed[head], entity, Math.Min(rank, Salience.MostRank), _trace);
        if (score > bestScore)
            (best, bestScore) = (entity, score);
    }

    /// <summary>"Dmitry Peskov, Putin's spokesman, said": who is named within the words that tell who another is gives way to him.</summary>
    private bool IsInsideOther(PronounSort sort, Entity entity, Node mention, HashSet<Entity> barred)
    {
        if (mention.Relation != Relation.NmodPoss)
            return false;
        for (var (node, steps) = (mention.Head, 0); node.Exists && steps < 4; node = node.Head, steps++)
        {
            if (_entityOf[node.Index] is { IsPerson: true } other && other != entity)
                return CanMean(sort, other) && !barred.Contains(other);
            if (node.Relation is not (Relation.Appos or Relation.Nmod or Relation.NmodPoss))
                return false;
        }
        return false;
    }

    /// <summary>The standing of the likeliest thing that is no actor, in the sentence and the two before.</summary>
    private double BestThing(PronounPlace place)
    {
        var best = double.NegativeInfinity;
        var (node, rank) = (place.Pronoun, 0);
        var from = Math.Max(node.Index - MostWordsBack, _parsed.Sentences[Math.Max(0, place.Sentence - MostSentencesBackOfThings)].Start);
        for (var word = node.Index - 1; word >= from; word--)
        {
            var thing = _parsed[word];
            if (_entityOf[word] is not null || !IsThing(thing, place.Sort) || IsCoargument(node, thing) || node.IsWithin(thing))
                continue;
            best = Math.Max(best, _salience.Score(place, thing, null, Math.Min(rank++, Salience.MostRank), _trace));
        }
        return best;
    }

    /// <summary>A noun, or a pronoun of the same sort, that mentions no actor and that the pronoun may mean by its number.</summary>
    private static bool IsThing(Node node, PronounSort sort)
    {
        if (node.Upos == Upos.Pron)
            return PronounForms.SortOf(node.Form) == sort && node.Relation != Relation.Expl;
        if (
            node.Upos is not (Upos.Noun or Upos.Propn)
            || node.Relation
                is Relation.Compound
                    or Relation.Flat
                    or Relation.Fixed
                    or Relation.Goeswith
                    or Relation.OblUnmarked
                    or Relation.NmodUnmarked
                    or Relation.NmodDesc
                    or Relation.Dep
        )
            return false;
        var isPlural = node.Xpos is "NNS" or "NNPS";
        return sort == PronounSort.They ? isPlural || node.Child(Relation.Conj).Exists : !isPlural;
    }

    private static bool CanMean(PronounSort sort, Entity entity) =>
        sort switch
        {
            PronounSort.He => entity.IsPerson && entity.Gender != Gender.Female && entity.Parts.Count == 0,
            PronounSort.She => entity.IsPerson && entity.Gender != Gender.Male && entity.Parts.Count == 0,
            PronounSort.They => !entity.IsPerson,
            _ => !entity.IsPerson && !entity.IsPlural && entity.Kind != ActorKind.People,
        };

    /// <summary>Those whom the sentence rules out: the pronoun's fellow arguments, what it owns, what its relative clause tells of, and who is heard saying it.</summary>
    private HashSet<Entity> Barred(Node node, PronounSort sort)
    {
        // Resolved first, since this may read other pronouns.
        var speaker = sort is PronounSort.He or PronounSort.She ? _quotations.Speaker(node) : Node.None;
        var heard = speaker.Exists ? Resolve(speaker) : null;
        var told =
            node.Relation != Relation.NmodPoss && node.Head is { Exists: true, Relation: Relation.AclRelcl } clause && clause.Head.Exists
                ? Resolve(clause.Head)
                : null;
        _barred.Clear();
        if (heard is not null)
            _barred.Add(heard);
        if (told is not null)
            _barred.Add(told);
        var sentence = node.Sentence;
        foreach (var (entity, head) in _actors.Recent)
            if (head < sentence.Start || node.Index - head > MostWordsBack)
                break;
            else if (head < sentence.End && (IsCoargument(node, _parsed[head]) || IsInside(node, head) || IsInOpening(node, _parsed[head])))
                _barred.Add(entity);
        BarToldOf(node, sort);
        return _barred;
    }

    /// <summary>"He said Smith had left": who is named in what "he" says is another.</summary>
    /// <remarks>Principle C of the binding theory (Chomsky 1981).</remarks>
    private void BarToldOf(Node pronoun, PronounSort sort)
    {
        var verb = pronoun.Head;
        if (!NounPhrase.IsSubject(pronoun.Relation) || !verb.Exists || !ActorWords.IsVerb(verb.Lemma, "speaks"))
            return;
        var isBelow = verb.Relation is Relation.Parataxis || QuotesAs(verb);
        var told = isBelow ? verb.Head : verb.Child(Relation.Ccomp);
        if (!told.Exists)
            return;
        if (sort is not (PronounSort.He or PronounSort.She))
        {
            // "Russia would strike again, it said" tells what another says of Russia.
            if (told.Subject is { Exists: true } subject && _names.HeadedBy(subject.Index) is not null)
                foreach (var (entity, head) in _actors.Recent)
                    if (head == subject.Index)
                        _barred.Add(entity);
            return;
        }
        var hull = told.Subtree;
        for (var word = hull.Start; word < hull.End; word++)
            if (
                _names.HeadedBy(word) is { Sort: NameSort.Person } hit
                && _parsed[word].IsWithin(told)
                && !(isBelow && _parsed[word].IsWithin(verb))
            )
                Bar(_parsed.Tokens.Form(hit.Words.End - 1));
    }

    /// <summary>"As he noted, “Smith has left”"; "Smith left as he spoke" is none.</summary>
    private bool QuotesAs(Node verb) =>
        verb.Relation is Relation.Advcl
        && verb.Head.Exists
        && verb.Child("as").Exists
        && ActorWords.IsVerb(verb.Lemma, "speaks")
        && _quotations.At(verb.Head.Index) >= 0
        && _quotations.At(verb.Index) < 0;

    private void Bar(ReadOnlySpan<char> surname)
    {
        foreach (var (entity, _) in _actors.Recent)
            if (entity.IsPerson && entity.Name.AsSpan().EndsWith(surname, StringComparison.Ordinal))
                _barred.Add(entity);
    }

    /// <summary>"his father": he is not the father told of before.</summary>
    private bool IsOwnRelative(Node pronoun, Entity entity) =>
        pronoun.Relation == Relation.NmodPoss
        && entity is { IsPerson: true, IsNamed: false }
        && RoleAt(pronoun.Head) is { Role.IsPerson: true } hit
        && entity.RoleNouns.Contains(ActorWords.Kin(hit.Role.Noun));

    /// <summary>"In his speech, Smith …": the named subject behind the words that open the sentence; null where there is none.</summary>
    private Entity? SubjectAhead(Node node, PronounSort sort)
    {
        if (NounPhrase.IsSubject(node.Relation) && node.Head.Exists && QuotesAs(node.Head))
            return null;
        var opening = node;
        for (var steps = 0; opening.Head.Exists && steps < 12; steps++)
        {
            if (
                opening.Relation is Relation.Obl or Relation.Advcl
                && opening.Head.Subject is { Exists: true } subject
                && subject.Index > node.Index
                && opening.Index < subject.Index
                && _names.HeadedBy(subject.Index) is { Sort: NameSort.Person }
            )
                return Resolve(subject) is { } person && CanMean(sort, person) ? person : null;
            opening = opening.Head;
        }
        return null;
    }

    /// <summary>"He told him": two arguments of one verb are two people, unless one is reflexive.</summary>
    private static bool IsCoargument(Node pronoun, Node candidate)
    {
        if (pronoun.Relation == Relation.NmodPoss || pronoun.Form.EndsWith("self") || pronoun.Form.EndsWith("selves"))
            return false;
        var anchor = NounPhrase.Anchor(candidate);
        return anchor.Head.Exists
            && anchor.Head.Index == pronoun.Head.Index
            && (
                NounPhrase.IsSubject(anchor.Relation)
                || anchor.Relation is Relation.Obj or Relation.Iobj or Relation.Obl or Relation.OblAgent
            );
    }

    /// <summary>"After meeting Smith, he …": who meets is "he", so whoever is met is another.</summary>
    private static bool IsInOpening(Node pronoun, Node candidate)
    {
        if (!NounPhrase.IsSubject(pronoun.Relation) || candidate.Upos == Upos.Pron || candidate.Index > pronoun.Index)
            return false;
        foreach (var opening in pronoun.Head.Children)
            if (
                opening.Relation == Relation.Advcl
                && opening.Upos == Upos.Verb
                && opening.Index < pronoun.Index
                && !opening.Subject.Exists
                && candidate.IsWithin(opening)
            )
                return true;
        return false;
    }

    /// <summary>"his spokesman": the owner is not the one owned.</summary>
    private static bool IsInside(Node pronoun, int head) => pronoun.Relation == Relation.NmodPoss && pronoun.Head.Index == head;
}
