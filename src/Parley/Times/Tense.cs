using Parley.Lexicons;
using Parley.Syntax;

namespace Parley.Times;

/// <summary>Tells on which side of the article a day lies: "Friday" is the next one in "will meet on Friday", the last one in "met on Friday".</summary>
/// <remarks>The words that look ahead are in <c>rules/future.tsv</c>.</remarks>
internal sealed class Tense
{
    private const int LongestClimb = 12;
    private const int LongestLimit = 4;
    private readonly Lexicon _words = LexiconSet.Get("rules/future");
    private readonly int _kind;

    public Tense() => _kind = _words.Column("kind");

    /// <summary>The side that the words around an expression from <paramref name="start"/> to its head <paramref name="word"/> want.</summary>
    public TimeSide SideOf(TimeContext context, int start, int word)
    {
        var node = context.Parsed[word];
        // The month hangs on the day of "3 May" as of "May 3".
        if (node.Relation.Is(Relation.NmodUnmarked) && node.Head is { Exists: true, Upos: Upos.Num } day && Math.Abs(day.Index - word) == 1)
            (node, word) = (day, Math.Max(word, day.Index));
        // "Wednesday's raid" is over, "Friday's summit" is on the side of its verb.
        var isLast = !context.Sentence.Contains(word + 1);
        if (!isLast && context.Form(word + 1) is "'s" or "’s" && node.Head is { Exists: true } owned && !Is(owned.Lemma, "meeting"))
            return TimeSide.Past;
        if (IsDeadline(node) || IsOfGovernor(node) || (!isLast && Is(context.Parsed[word + 1].Lemma, "deadline")))
            return TimeSide.Ahead;
        var verb = Verb(node);
        // "by the May 3 accord": the accord is no limit.
        var isOfNoun = node.Head is { Exists: true, Upos: Upos.Noun or Upos.Propn } behind && behind.Index > word;
        var limit = LimitBefore(context, isOfNoun && context.Is(start - 1, "the") ? start + 1 : start);
        // "two towns that they took in January, by March 31": behind the comma the outer clause goes on.
        if (limit.Length > 0 && verb.Exists && verb.Relation.Is(Relation.AclRelcl) && IsBehindComma(context, start) && verb.Head.Exists)
            verb = Verb(verb.Head);
        // "set Friday as the deadline", "extended the truce to Friday"
        if (
            verb.Exists
            && Is(verb.Lemma, "limited")
            && (context.Is(start - 1, "to") || context.Is(start - 1, "for") || node.Relation.Is(Relation.Obj) || IsOfMeeting(node))
        )
            return TimeSide.Ahead;
        // "agreed to a truce from Monday", "declared a truce as of Friday"
        if (verb.Exists && (Is(verb.Lemma, "limited") || Is(verb.Lemma, "begun")) && IsStart(context, start))
            return TimeSide.Ahead;
        if (limit.Length > 0 && OfLimit(limit, node, verb) is not TimeSide.Unknown and var side)
            return side;
        if (!verb.Exists || context.IsHeading)
            return TimeSide.Unknown;
        // What hangs on a noun or adjective under a past verb need not be past: "authorized a dividend payable on 7 December".
        var told = OfVerb(verb);
        return told is TimeSide.Past && node.Head.Index != verb.Index ? TimeSide.Unknown : told;
    }

    // "until", "till", "by", "before", "no later than", "up to": what is before the expression and limits it.
    private static ReadOnlySpan<char> LimitBefore(TimeContext context, int start)
    {
        var at = start - 1;
        if (context.Is(at, "the"))
            at--;
        if (context.Is(at, "until") || context.Is(at, "till") || context.Is(at, "by") || context.Is(at, "through"))
            return context.Form(at);
        if ((context.Is(at, "to") && context.Is(at - 1, "up")) || (context.Is(at, "than") && context.Is(at - 1, "later")))
            return "until";
        return [];
    }

    private static bool IsBehindComma(TimeContext context, int start)
    {
        for (var at = start - 1; at >= start - LongestLimit; at--)
            if (context.Form(at) is ",")
                return true;
        return false;
    }

    // "from", "starting", "as of": what is before the expression and begins with it.
    private static bool IsStart(TimeContext context, int start)
    {
        var at = context.Is(start - 1, "on") || context.Is(start - 1, "at") ? start - 2 : start - 1;
        return context.Is(at, "from")
            || context.Is(at, "starting")
            || context.Is(at, "beginning")
            || context.Is(at, "effective")
            || (context.Is(at, "of") && context.Is(at - 1, "as"));
    }

    private TimeSide OfLimit(ReadOnlySpan<char> limit, Node node, Node verb)
    {
        if (!verb.Exists)
            return TimeSide.Ahead;
        var told = OfVerb(verb);
        if (told is TimeSide.Ahead)
            return told;
        var isBy = limit.Equals("by", StringComparison.OrdinalIgnoreCase);
        var bare = verb.Xpos is "VB" && !HasAuxiliary(verb, "do");
        if (bare || verb.Xpos is "VBZ" or "VBP" || IsPresent(verb) || (!isBy && Is(verb.Lemma, "limited")))
            return TimeSide.Ahead;
        // "a truce until Friday": the noun has the limit, not the verb.
        var onNoun = node.Head is { Exists: true, Upos: Upos.Noun } && node.Head.Index != verb.Index;
        return told is TimeSide.Unknown || (onNoun && !isBy) ? TimeSide.Ahead : told;
    }

    private TimeSide OfVerb(Node verb)
    {
        // "will meet and sign the pact on Friday": the helping verb is the first one's.
        if (verb.Xpos is "VB" && verb.Relation.Is(Relation.Conj) && !HasAnyAuxiliary(verb) && verb.Head.Exists)
            verb = verb.Head;
        // "On Friday, the army plans to leave"
        if (HasFutureAuxiliary(verb) || verb.Xpos is "VBZ" or "VBP" && Is(verb.Lemma, "governor") && verb.Child(Relation.Xcomp).Exists)
            return TimeSide.Ahead;
        // "free the men it has held since January on 12 April": the perfect takes no second day.
        if (HasAuxiliary(verb, "have") && HasSince(verb))
            return TimeSide.Unknown;
        if ((verb.Has("Tense=Past") && !verb.Has("VerbForm=Part")) || HasAuxiliary(verb, "have"))
            return TimeSide.Past;
        if (verb.Has("VerbForm=Inf") && verb.Child("to").Exists)
            return OfInfinitive(verb);
        // "the year ended Jan. 31", "the accord signed on 3 May"
        if (IsDone(verb))
            return TimeSide.Past;
        // "is scheduled for Friday"
        if (
            (verb.Has("VerbForm=Part") || verb.Upos is Upos.Adj)
            && Is(verb.Lemma, verb.Form, "governor")
            && !verb.Child(Relation.Obj).Exists
        )
            return TimeSide.Ahead;
        if (verb.Child("was").Exists || verb.Child("were").Exists)
            return TimeSide.Past;
        // "meets on Friday", "expires on Friday"
        return verb.Xpos is "VBZ" or "VBP" or "VBG" && Is(verb.Lemma, "scheduled") ? TimeSide.Ahead : TimeSide.Unknown;
    }

    // "plans to meet on Friday", "is going to", "is to arrive on Friday", "talks to be held on Friday"
    private TimeSide OfInfinitive(Node verb)
    {
        var head = verb.Head;
        // "the first to land on Friday", "had been due to expire on Friday"
        if (
            head.Exists
            && (
                verb.Relation.Is(Relation.Acl) && IsNumbered(head)
                || head.Child("had").Exists
                || head.Child("have").Exists && Is(head.Lemma, head.Form, "governor")
            )
        )
            return TimeSide.Unknown;
        var isAhead =
            verb.Relation.Is(Relation.Acl)
            || verb.Child("is").Exists
            || verb.Child("are").Exists
            || (
                head.Exists
                && verb.Relation.Is(Relation.Xcomp)
                && (Is(head.Lemma, head.Form, "governor") || Is(head.Lemma, "asked") || head.Lemma is "be")
            );
        return isAhead ? TimeSide.Ahead : TimeSide.Unknown;
    }

    private static bool HasSince(Node verb)
    {
        foreach (var child in verb.Children)
            if (child.Relation.Is(Relation.Obl) && child.Child("since").Exists)
                return true;
        return false;
    }

    private bool IsDone(Node verb) =>
        verb.Xpos is "VBN"
        && verb.Relation.Is(Relation.Acl)
        && !HasAnyAuxiliary(verb)
        && !Is(verb.Lemma, verb.Form, "governor")
        && !Is(verb.Lemma, "limited");

    private static bool IsNumbered(Node noun)
    {
        if (noun.IsForm("first") || noun.IsForm("last"))
            return true;
        foreach (var child in noun.Children)
            if (child.Relation.Is(Relation.Amod) && (child.IsForm("first") || child.IsForm("last") || child.IsForm("latest")))
                return true;
        return false;
    }

    private bool IsDeadline(Node node) => node.Head is { Exists: true } noun && noun.Upos is Upos.Noun && Is(noun.Lemma, "deadline");

    // "invited them to a ceremony on 12 March"
    private bool IsOfMeeting(Node node) => node.Head is { Exists: true, Upos: Upos.Noun } noun && Is(noun.Lemma, "meeting");

    // "a dividend payable on 7 December"
    private bool IsOfGovernor(Node node) =>
        node.Head is { Exists: true, Upos: Upos.Adj } adjective && Is(adjective.Lemma, adjective.Form, "governor");

    private static Node Verb(Node word)
    {
        var verb = word;
        for (var steps = 0; steps < LongestClimb && verb.Exists && verb.Upos is not Upos.Verb && !verb.Child(Relation.Cop).Exists; steps++)
            verb = verb.Head;
        return verb;
    }

    private static bool IsPresent(Node verb) => verb.Child("is").Exists || verb.Child("are").Exists;

    private static bool HasAnyAuxiliary(Node verb) => verb.Child(Relation.Aux).Exists || verb.Child("to").Exists;

    private static bool HasAuxiliary(Node verb, string lemma)
    {
        foreach (var child in verb.Children)
            if (child.Relation.Is(Relation.Aux) && child.Lemma.SequenceEqual(lemma))
                return true;
        return false;
    }

    private bool HasFutureAuxiliary(Node verb)
    {
        var would = false;
        var have = false;
        foreach (var child in verb.Children)
        {
            if (!child.Relation.Is(Relation.Aux))
                continue;
            if (Is(child.Lemma, child.Form, "auxiliary"))
                return true;
            would |= Is(child.Lemma, child.Form, "modal");
            have |= child.Lemma is "have";
        }
        return would && !have;
    }

    private bool Is(ReadOnlySpan<char> lemma, ReadOnlySpan<char> form, string kind) => Is(lemma, kind) || Is(form, kind);

    private bool Is(ReadOnlySpan<char> word, string kind)
    {
        for (var row = _words.Find(word); row >= 0; row = _words.Next(row))
            if (_words.Cell(row, _kind).SequenceEqual(kind))
                return true;
        return false;
    }
}
