using Parley.Lexicons;
using Parley.Mentions;
using Parley.Records;
using Parley.Syntax;
using Parley.Text;
using Parley.Times;

namespace Parley.Undertakings;

/// <summary>Gives undertakings the beginnings and ends that other sentences of the article tell: "The truce is to last until Sunday", "It runs out at midnight", "The guns are to be gone by Friday".</summary>
internal sealed class PeriodSentences(ParsedText parsed, TimeTable times, TimeBounds bounds, PartyReader parties, MentionTable mentions)
{
    private const int Farthest = 8;
    private const int FarthestBefore = 2;

    /// <summary>How many sentences behind its telling a promise can be meant by "it" or by its own side's words alone.</summary>
    private const int Near = 2;

    private static readonly Lexicon s_shifts = LexiconSet.Get("rules/time-shifts");
    private static readonly int s_shift = s_shifts.Column("shift");

    /// <summary>Fills what the sentences of the tellings left open; a day goes before a length, an end that is moved before all.</summary>
    public void Read(List<(Undertaking Undertaking, List<Telling> Tellings)> joined, bool explain)
    {
        var moved = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < times.Times.Length; index++)
        {
            var bound = bounds.Of(index);
            if (bound is TimeBound.None or TimeBound.On or TimeBound.Through || IsUnsure(times.Words[index]))
                continue;
            var clause = bounds.Clause(times.Words[index]);
            foreach (var at in Meant(joined, index, clause, bound))
                Set(joined, at, index, bound, TimeBounds.OfVerb(clause) is "extend", moved, explain);
        }
    }

    private void Set(
        List<(Undertaking Undertaking, List<Telling> Tellings)> joined,
        int at,
        int index,
        TimeBound bound,
        bool isMoved,
        HashSet<string> moved,
        bool explain
    )
    {
        var (undertaking, tellings) = joined[at];
        var time = times.Times[index];
        if (bound is TimeBound.From)
        {
            if (undertaking.From is not null)
                return;
            undertaking = undertaking with { From = time.Id };
        }
        else
        {
            var known = times.Times.FirstOrDefault(one => one.Id == undertaking.Until);
            var isBetter = known is null || known.Type == "DURATION" && time.Type != "DURATION" || isMoved;
            if (!isBetter || moved.Contains(undertaking.Id) && !isMoved)
                return;
            if (isMoved)
                moved.Add(undertaking.Id);
            undertaking = undertaking with { Until = time.Id };
        }
        if (explain)
            undertaking = undertaking with
            {
                Reasons = undertaking.Reasons.Add(
                    new Reason(bound is TimeBound.From ? "from" : "until", time.Text, "told of it in another sentence")
                ),
            };
        joined[at] = (undertaking, tellings);
    }

    /// <summary>The undertakings that the clause of a time speaks of: those told nearest, several of a mutual promise.</summary>
    private List<int> Meant(List<(Undertaking Undertaking, List<Telling> Tellings)> joined, int index, Node clause, TimeBound bound)
    {
        var found = new List<int>();
        if (!clause.Exists || clause.Sentence != parsed.Sentences[parsed.SentenceOf(times.Words[index].Start)])
            return found;
        var (subject, verb) = (Subject(clause), TimeBounds.OfVerb(clause));
        var best = int.MaxValue;
        for (var at = 0; at < joined.Count; at++)
            foreach (var telling in joined[at].Tellings)
            {
                if (
                    Distance(clause, telling) is not { } distance
                    || distance > best
                    || !Speaks(clause, verb, subject, telling, distance, bound)
                )
                    continue;
                if (distance < best)
                    found.Clear();
                best = distance;
                if (!found.Contains(at))
                    found.Add(at);
            }
        return found;
    }

    private int? Distance(Node clause, Telling telling)
    {
        var sentences = parsed.SentenceOf(clause.Index) - parsed.SentenceOf(telling.Mention.Word);
        return sentences > Farthest || sentences < -FarthestBefore ? null
            : sentences >= 0 ? 2 * sentences
            : 1 - 4 * sentences;
    }

    /// <summary>True where the clause is about what was promised: it names the promise, says "it" right behind it, or is the party's own word on what is to be done.</summary>
    private bool Speaks(Node clause, string verb, Node subject, Telling telling, int distance, TimeBound bound)
    {
        if (subject.Exists && TimeBounds.IsPromise(subject) && !IsFormer(subject))
            return (verb.Length > 0 || bound is TimeBound.Until && IsAhead(clause)) && IsOfKind(subject, telling);
        if (subject.Exists && TimeBounds.OfVerb(subject) is "deadline")
            return bound is TimeBound.Until && distance <= 2 * Near;
        if (distance is 0 or > 2 * Near)
            return false;
        if (subject.Exists && subject.Upos is Upos.Pron && verb is not "" && (subject.IsForm("it") || subject.IsForm("this")))
            return true;
        return bound is TimeBound.Until or TimeBound.From && IsAhead(clause) && IsDone(subject, clause, telling, bound);
    }

    /// <summary>What is to be done by then: by the party's own word, or to the thing that was promised ("the launchers are to be gone").</summary>
    private bool IsDone(Node subject, Node clause, Telling telling, TimeBound bound) =>
        Period.IsLasting(telling.Mention.Kind.Best) == bound is TimeBound.From
        && (subject.Exists && subject.Lemma == telling.Object || IsOwn(clause.Index, telling));

    /// <summary>The party's own words, or a promise whose giver is not of another side.</summary>
    private bool IsOwn(int word, Telling telling) =>
        parties.OwnWords(word, telling.Side) is not null
        || parties.Around(word).Any(said => said.Act == StatementAct.Promises && !parties.IsParty(said.Speaker));

    /// <summary>"The truce" is one that was promised as such, "the deal" any.</summary>
    private static bool IsOfKind(Node noun, Telling telling) =>
        KindWords.Of(noun) is not { } kind || kind == telling.Mention.Kind.Best || kind == telling.Mention.Kind.Second;

    /// <summary>"The last truce ended on Sunday": another one.</summary>
    private static bool IsFormer(Node noun)
    {
        foreach (var child in noun.Children)
            if (child.Relation == Relation.Amod && s_shifts.Find(child.Lemma) is >= 0 and var row && s_shifts.Cell(row, s_shift) is "-1")
                return true;
        return false;
    }

    /// <summary>Who or what lasts or ends: the subject; of a clause behind a noun that noun; of what is extended, and where nobody is named, the object.</summary>
    private static Node Subject(Node clause)
    {
        if (TimeBounds.OfVerb(clause) is "extend" && clause.Child(Relation.Obj) is { Exists: true } moved)
            return moved;
        if (clause.Subject is { Exists: true } subject)
        {
            if (subject.Upos is Upos.Pron && clause.Relation.Is(Relation.AclRelcl) && clause.Head.Exists)
                return clause.Head;
            // "The deadline for the withdrawal is Sunday": what it is for.
            if (TimeBounds.OfVerb(subject) is "deadline")
                foreach (var child in subject.Children)
                    if (child.Relation.Is(Relation.Nmod) && TimeBounds.IsPromise(child))
                        return child;
            return subject;
        }
        return clause.Relation.Is(Relation.Acl) ? clause.Head
            : clause.Relation is Relation.Xcomp or Relation.Conj or Relation.Advcl && clause.Head.Exists ? Subject(clause.Head)
            : Node.None;
    }

    private static bool IsAhead(Node clause) =>
        Clauses.IsForecast(clause) || clause.Child("to") is { Exists: true, Relation: Relation.Mark } or { Exists: true, Upos: Upos.Part };

    /// <summary>Part of a condition, or of what somebody wants, offers, threatens or denies.</summary>
    private bool IsUnsure(WordRange words)
    {
        foreach (var passage in mentions.Passages)
            if (passage.Kind is PassageKind.Condition && passage.Words.Contains(words.Start))
                return true;
        return parties
            .Around(words.Start)
            .Any(said =>
                said.Act
                    is StatementAct.Demands
                        or StatementAct.Proposes
                        or StatementAct.Threatens
                        or StatementAct.Denies
                        or StatementAct.Rejects
            );
    }
}
