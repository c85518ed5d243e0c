using Parley.Records;
using Parley.Statements;
using Parley.Syntax;

namespace Parley.Events;

/// <summary>Reads how a deed stands: by its own form, then by each word that governs it, outwards.</summary>
internal sealed class StandingReader(StatementTable statements)
{
    private const int Reach = 10;

    /// <summary>How the deed of a verb stands.</summary>
    public Standing OfVerb(Node verb)
    {
        var standing = new Standing { Supported = true };
        ClimbVerb(verb, standing, Reach);
        AskQuestion(verb, standing);
        return standing;
    }

    /// <summary>How the deed that a noun names stands.</summary>
    public Standing OfNoun(Node noun)
    {
        var standing = new Standing();
        ClimbNoun(noun, standing, Reach, isDeed: true);
        AskQuestion(noun, standing);
        return standing;
    }

    private bool IsReported(Node node) => statements.At(node.Index) is not null;

    private void ClimbVerb(Node verb, Standing standing, int steps)
    {
        if (steps == 0 || standing.Status is null)
            return;
        standing.Status = Standing.Join(standing.Status, Mood.Of(verb, IsReported(verb)));
        var head = verb.Head;
        if (!head.Exists)
            return;
        switch (verb.Relation)
        {
            case Relation.Conj when !verb.Subject.Exists:
                ClimbFrom(verb, head, standing, steps);
                break;
            case Relation.Xcomp when head.Lemma == "have" && head.Child(Relation.Obj).Exists:
                // "has not the troops to storm the city": what they would be for.
                standing.Status = null;
                break;
            case Relation.Xcomp:
                Govern(head, "clause", standing, steps, whereUnknown: true);
                break;
            case Relation.Ccomp:
                if (!TryGovern(head, "ccomp", standing, steps) && !IsToldAsFact(verb, head))
                    Govern(head, "clause", standing, steps, whereUnknown: false);
                break;
            case Relation.Advcl:
                ClimbAdverbial(verb, head, standing, steps);
                break;
            case Relation.AclRelcl when verb.Subject.Exists && Clause.Marker(verb) is { Exists: true } that && that.IsForm("that"):
                // "demanded, among other things that X leave": a clause of the verb above, hung on the noun between.
                if (head.Head is { Exists: true, Upos: Upos.Verb } above && above.Index < verb.Index)
                    TryGovern(above, "clause", standing, steps);
                break;
            case Relation.Acl:
                ClimbAdnominal(verb, head, standing, steps);
                break;
        }
    }

    /// <summary>A verb joined to another by "and" stands under what governs the first.</summary>
    private void ClimbFrom(Node verb, Node first, Standing standing, int steps)
    {
        var tensed = verb.Xpos is "VBD" or "VBZ" or "VBP" || verb.Child(Relation.Aux).Exists;
        if (first.Upos is not (Upos.Verb or Upos.Aux) || (tensed && first.Relation is not (Relation.Ccomp or Relation.Conj)))
            return;
        if (first.Relation == Relation.Conj)
        {
            if (!first.Subject.Exists && first.Head.Exists)
                ClimbFrom(first, first.Head, standing, steps - 1);
            return;
        }
        var alone = standing.Status;
        var above = new Standing();
        ClimbVerb(first, above, steps - 1);
        if (tensed && above.Governors.Count == 0)
            return;
        standing.Governors.AddRange(above.Governors);
        standing.Status =
            above.Status is { } status ? Standing.Join(alone, status)
            : tensed ? alone
            : null;
    }

    private void ClimbAdverbial(Node verb, Node head, Standing standing, int steps)
    {
        var marker = Clause.Marker(verb);
        if (marker.Exists && !(Clause.IsToInfinitive(verb) && (marker.IsForm("in") || marker.IsForm("so"))))
        {
            var word = marker.Form.ToString().ToLowerInvariant();
            if (word == "by" && verb.Xpos == "VBG")
                Govern(head, "", standing, steps, whereUnknown: true);
            else if (word == "for" && Clause.IsToInfinitive(verb) && !TryGovern(head, "for", standing, steps))
                TryGovern(head, "clause", standing, steps);
            else if (verb.Xpos == "VBG" && !TryGovern(head, word, standing, steps) && word is "of" or "for" or "from")
                TryGovern(head, "clause", standing, steps);
            return;
        }
        if (Clause.IsToInfinitive(verb))
        {
            if (!TryGovern(head, "clause", standing, steps))
            {
                standing.Status = Standing.Join(standing.Status, EventStatus.Planned);
                Govern(head, "", standing, steps, whereUnknown: true);
            }
        }
        else if (verb.Xpos is "VBG" or "VBN" && !verb.Subject.Exists && head.Upos is Upos.Verb)
            Govern(head, "", standing, steps, whereUnknown: true);
    }

    // "told reporters that two were shot down" demands nothing; "demanded that Russia withdraw" does. "announced that it had withdrawn" is no plan.
    private static bool IsToldAsFact(Node verb, Node head) =>
        GovernorTable.Find(head, "clause", out var status, out _)
        && (status == EventStatus.Demanded ? IsFinite(verb) : status == EventStatus.Planned && IsPast(verb));

    private static bool IsFinite(Node verb) =>
        verb.Xpos is "VBD" or "VBZ"
        || (verb.Child(Relation.Aux) is { Exists: true } aux && aux.Xpos != "MD")
        || verb.Child(Relation.AuxPass) is { Exists: true, Xpos: "VBD" or "VBZ" or "VBP" };

    private static bool IsPast(Node verb) =>
        verb.Xpos is "VBD"
        || verb.Child(Relation.Aux) is { Exists: true, Lemma: "have" }
        || (verb.Child(Relation.AuxPass) is { Exists: true, Xpos: "VBD" } && !verb.Child(Relation.Aux).Exists);

    private void ClimbAdnominal(Node verb, Node noun, Standing standing, int steps)
    {
        if (!Clause.IsToInfinitive(verb) && !Clause.Marker(verb).Exists)
            return;
        if (GovernorTable.OfNoun(noun.Lemma) is { } status)
        {
            standing.Status = Standing.Join(standing.Status, status);
            standing.Governors.Add(noun.Index);
            ClimbNoun(noun, standing, steps - 1, isDeed: false);
        }
        else if (Clause.IsToInfinitive(verb))
            // "the troops to storm the city", "a deal to end the war": what something is for is not told to be done.
            standing.Status = null;
    }

    private void Govern(Node head, string complement, Standing standing, int steps, bool whereUnknown)
    {
        if (!TryGovern(head, complement, standing, steps) && whereUnknown && head.Upos is Upos.Verb or Upos.Adj or Upos.Aux)
            ClimbVerb(head, standing, steps - 1);
    }

    private bool TryGovern(Node head, string complement, Standing standing, int steps)
    {
        if (!head.Exists || complement.Length == 0)
            return false;
        EventStatus? status;
        if (
            head.Upos is Upos.Adj
            || (
                head.Upos == Upos.Verb
                && GovernorTable.IsAdjective(head.Form.ToString().ToLowerInvariant())
                && head.Child(Relation.Cop).Exists
            )
        )
        {
            if (!GovernorTable.IsAdjective(head.Lemma))
                return false;
            status = GovernorTable.OfAdjective(head.Lemma);
        }
        else if (!GovernorTable.Find(head, complement, out status, out _) || (head.Lemma == "go" && head.Xpos != "VBG"))
            return false;
        if (status is { } known)
        {
            standing.Status = Standing.Join(standing.Status, known);
            standing.Governors.Add(head.Index);
        }
        ClimbVerb(head, standing, steps - 1);
        return true;
    }

    private void ClimbNoun(Node noun, Standing standing, int steps, bool isDeed)
    {
        if (steps == 0 || standing.Status is null)
            return;
        QualifyNoun(noun, standing);
        var head = noun.Head;
        if (!head.Exists)
            return;
        switch (noun.Relation)
        {
            case Relation.Conj when head.Upos is Upos.Noun or Upos.Propn:
                ClimbNoun(head, standing, steps - 1, isDeed);
                return;
            case Relation.Compound or Relation.Amod or Relation.NmodPoss or Relation.Nmod:
                ClimbNominal(noun, head, standing, steps);
                return;
        }
        if (Complement(noun) is not { } complement || head.Upos is not (Upos.Verb or Upos.Adj or Upos.Aux or Upos.Noun))
            return;
        if (head.Upos == Upos.Verb && GovernorTable.Find(head, complement, out var status, out var party))
        {
            standing.Supported |= isDeed;
            if (status is { } known)
            {
                standing.Status = Standing.Join(standing.Status, known);
                standing.Governors.Add(head.Index);
            }
            if (party.Length > 0 && isDeed)
                standing.Parties.Add((head.Index, party));
            ClimbVerb(head, standing, steps - 1);
        }
        else if (complement == "subj" && head.Upos == Upos.Noun && GovernorTable.OfNoun(head.Lemma) is { } agenda)
            standing.Status = Standing.Join(standing.Status, agenda);
        else if (complement == "subj" && head.Upos == Upos.Adj && GovernorTable.OfAdjective(head.Lemma) is { } predicate)
            standing.Status = Standing.Join(standing.Status, predicate);
        else if (complement is "subj" or "during" or "at")
            FollowPredicate(head, standing, steps);
    }

    /// <summary>A deed that is the subject of any verb shares only its future, modals and negation ("the talks will focus on …").</summary>
    private void FollowPredicate(Node verb, Standing standing, int steps)
    {
        var above = new Standing();
        ClimbVerb(verb, above, steps - 1);
        if (above.Status is EventStatus.Planned or EventStatus.Possible or EventStatus.Hypothetical)
            standing.Status = Standing.Join(standing.Status, above.Status.Value);
    }

    /// <summary>"a threat of an attack", "the plan for talks", "dozens of raids": what the noun above makes of it.</summary>
    private void ClimbNominal(Node noun, Node head, Standing standing, int steps)
    {
        if (GovernorTable.OfNoun(head.Lemma) is { } status)
        {
            standing.Status = Standing.Join(standing.Status, status);
            standing.Governors.Add(head.Index);
            standing.Supported = true;
            ClimbNoun(head, standing, steps - 1, isDeed: false);
        }
        else if ((WordClasses.OfLemma(head.Lemma) & WordClass.Measure) != 0 && Clause.HasCase(noun, "of"))
            ClimbNoun(head, standing, steps - 1, isDeed: true);
    }

    private static void QualifyNoun(Node noun, Standing standing)
    {
        foreach (var child in noun.Children)
            if (
                child.Relation is Relation.Amod or Relation.Compound
                && (GovernorTable.OfAdjective(child.Lemma) ?? FormOfAdjective(child)) is { } status
            )
                standing.Status = Standing.Join(standing.Status, status);
        if (Mood.IsNegated(noun))
            standing.Status = Standing.Join(standing.Status, EventStatus.Denied);
    }

    // "planned" may be read as the participle of "plan".
    private static EventStatus? FormOfAdjective(Node node) => GovernorTable.OfAdjective(node.Form.ToString());

    private static string? Complement(Node noun)
    {
        if (noun.Relation is Relation.Obj)
            return "obj";
        if (noun.Relation is Relation.NsubjPass)
            return "obj";
        if (noun.Relation.Is(Relation.Nsubj))
            return noun.Head is { Exists: true } head && Clause.IsPassive(head) ? "obj" : "subj";
        if (noun.Relation == Relation.OblAgent)
            return "agent";
        if (noun.Relation is not (Relation.Obl or Relation.Iobj or Relation.Xcomp))
            return null;
        foreach (var child in noun.Children)
            if (child.Relation == Relation.Case)
                return child.IsForm("by") ? "agent" : child.Form.ToString().ToLowerInvariant();
        return "obj";
    }

    private static void AskQuestion(Node node, Standing standing)
    {
        var last = node.Sentence.End - 1;
        if (standing.Status is EventStatus.Happened or EventStatus.Ongoing && node.Parsed.Tokens.Form(last).SequenceEqual("?"))
            standing.Status = EventStatus.Possible;
    }
}
