using Parley.Records;
using Parley.Syntax;

namespace Parley.Statements;

/// <summary>A clause of a content as far as the act depends on it.</summary>
/// <param name="Head">Its main word.</param>
/// <param name="IsOwn">True where its subject is the speaker or his side.</param>
/// <param name="IsNegated">True for "not", "never", "no longer".</param>
/// <param name="IsFuture">True for "will", "would", "shall", "going to".</param>
/// <param name="IsObliged">True for "must", "should", "ought to", "need to", "has to".</param>
/// <param name="IsStrict">True for "must" alone.</param>
/// <param name="IsPast">True for past tense and perfect.</param>
/// <param name="IsPerfect">True for "has" and "had" with a participle.</param>
/// <param name="HasModal">True for any modal.</param>
/// <param name="IsSubjunctive">True for a bare verb with a subject: "that they leave".</param>
/// <param name="IsImperative">True for a bare verb without a subject that opens its sentence.</param>
internal readonly record struct ContentClause(
    Node Head,
    bool IsOwn,
    bool IsNegated,
    bool IsFuture,
    bool IsObliged,
    bool IsStrict,
    bool IsPast,
    bool IsPerfect,
    bool HasModal,
    bool IsImperative,
    bool IsSubjunctive
)
{
    /// <summary>Reads the clause with this main word.</summary>
    public static ContentClause Of(Node head, Actor? speaker, OwnSide own)
    {
        bool isFuture = false,
            isObliged = false,
            isStrict = false,
            hasAux = false,
            isPerfect = false,
            hasModal = false,
            hasSubject = false,
            isProgressive = false;
        foreach (var child in head.Children)
        {
            hasSubject |= child.Relation.Is(Relation.Nsubj) || child.Relation.Is(Relation.Expl) || child.Relation.Is(Relation.Csubj);
            if (!child.Relation.Is(Relation.Aux) && !child.Relation.Is(Relation.Cop))
                continue;
            hasAux = true;
            hasModal |= child.Xpos == "MD";
            isFuture |=
                child.Lemma is "will" or "would" or "shall" or "wo" || child.IsForm("'ll") || child.IsForm("’ll") || child.IsForm("'d");
            isObliged |= child.Lemma is "must" or "should" or "ought";
            isStrict |= child.Lemma == "must";
            isPerfect |= child.Lemma == "have";
            isProgressive |= child.Lemma == "be" && head.Xpos == "VBG";
        }
        if (head.Lemma is "need" or "have" or "ought" && head.Child(Relation.Xcomp) is { Exists: true } && NextIsTo(head))
            isObliged = true;
        if (head.Lemma == "go" && head.Xpos == "VBG" && head.Child(Relation.Xcomp).Exists)
            isFuture = true;
        var subject = SubjectOf(head);
        return new ContentClause(
            head,
            subject.Exists && own.Holds(subject, speaker),
            SpeechReality.IsNegated(head),
            isFuture,
            isObliged,
            isStrict,
            !isFuture && !isProgressive && (isPerfect || head.Xpos is "VBD" or "VBN"),
            isPerfect,
            hasModal,
            head.Xpos == "VB"
                && !hasSubject
                && !hasModal
                && !head.Child("to").Exists
                && head.Relation is Relation.Root or Relation.Ccomp or Relation.Parataxis,
            head.Xpos == "VB" && hasSubject && !hasAux && !head.Child("to").Exists
        );
    }

    private static bool NextIsTo(Node head) => head.Index + 1 < head.Parsed.Count && head.Parsed[head.Index + 1].IsForm("to");

    private static Node SubjectOf(Node head)
    {
        for (var steps = 0; head.Exists && steps < 4; steps++, head = head.Head)
        {
            if (head.Subject is { Exists: true } subject)
                return subject;
            if (!head.Relation.Is(Relation.Conj) && !head.Relation.Is(Relation.Xcomp))
                return Node.None;
        }
        return Node.None;
    }
}
