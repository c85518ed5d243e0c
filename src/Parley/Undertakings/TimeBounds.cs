using Parley.Lexicons;
using Parley.Syntax;
using Parley.Text;
using Parley.Times;

namespace Parley.Undertakings;

/// <summary>Tells how a time bounds what is told with it, by the words before it and the verb or noun that it hangs on. Words: <c>rules/undertaking-periods</c>, <c>lexicons/period-verbs</c>.</summary>
internal sealed class TimeBounds(ParsedText parsed, TimeTable times)
{
    private const int MostLead = 5;
    private const int Climb = 6;
    private const int DayLength = 10;
    private static readonly Lexicon s_periods = LexiconSet.Get("rules/undertaking-periods");
    private static readonly int s_bound = s_periods.Column("bound");
    private static readonly Lexicon s_verbs = LexiconSet.Get("lexicons/period-verbs");
    private static readonly int s_verbBound = s_verbs.Column("bound");
    private static readonly Lexicon s_nouns = LexiconSet.Get("lexicons/promise-nouns");
    private static readonly Lexicon s_references = LexiconSet.Get("lexicons/undertaking-references");
    private readonly string? _today = parsed.Tokens.Article.Published ?? parsed.Tokens.Article.Dateline?.Date;

    /// <summary>What the time at that index of the table bounds.</summary>
    public TimeBound Of(int index)
    {
        var (time, words) = (times.Times[index], times.Words[index]);
        var lead = Lead(words.Start);
        if (lead is "none" || time.Type == "SET" || time.Value.EndsWith("_REF", StringComparison.Ordinal))
            return TimeBound.None;
        return time.Type == "DURATION" ? OfLength(words, lead) : OfDay(index, lead);
    }

    /// <summary>The verb, or the word with "be", whose clause the time stands in.</summary>
    public Node Clause(WordRange words)
    {
        var node = Head(words);
        for (var step = 0; node.Exists && step < Climb && !IsClause(node); step++)
            node = node.Head;
        return node;
    }

    /// <summary>"from", "until", "for" or "extend" where the word itself tells of a beginning, an end or a length; empty where it does not.</summary>
    public static string OfVerb(Node word)
    {
        if (!word.Exists)
            return "";
        foreach (var child in word.Children)
            if (
                child.Relation.Is(Relation.CompoundPrt)
                || child.Relation.Is(Relation.Obj)
                || child.Relation.Is(Relation.Obl)
                || child.Upos is Upos.Adp or Upos.Adv
            )
                if (s_verbs.Find($"{word.Lemma} {child.Lemma}") is >= 0 and var pair)
                    return s_verbs.Text(pair, s_verbBound);
        // "It is in force for a week", "it is over on Sunday".
        return s_verbs.Find(word.Lemma) is >= 0 and var row ? s_verbs.Text(row, s_verbBound)
            : word.Child(Relation.Cop).Exists ? "for"
            : "";
    }

    /// <summary>True for a noun that names a promise by itself: "the truce", "the measure".</summary>
    public static bool IsPromise(Node word) =>
        s_references.Contains(word.Lemma) || s_nouns.Contains(word.Lemma) || KindWords.Of(word) is not null;

    /// <summary>True where the day lies behind that of the article, or is the same where that is enough.</summary>
    public bool IsAhead(int index, bool orToday = false) =>
        _today is { Length: >= DayLength } today
        && times.Times[index] is { Resolved: true, Value: { Length: > 4 } value }
        && string.CompareOrdinal(value, today[..Math.Min(DayLength, value.Length)]) > (orToday ? -1 : 0);

    /// <summary>The head word of a time.</summary>
    public Node Head(WordRange words)
    {
        var node = parsed[words.Start];
        while (node.Head.Exists && words.Contains(node.Head.Index))
            node = node.Head;
        return node;
    }

    private TimeBound OfLength(WordRange words, string lead)
    {
        if (words.End < parsed.Count && (IsRate(parsed[words.End]) || IsDistance(parsed[words.End])))
            return TimeBound.None;
        var clause = Clause(words);
        var verb = clause.Exists ? OfVerb(clause) : "";
        if (lead is "for" || lead is "until" && parsed.Tokens.Form(words.Start - 1) is not ("by" or "before" or "until" or "till"))
            return TimeBound.For;
        if (lead is "until" && verb is "extend" || parsed[words.Start].IsForm("the") && parsed[words.Start + 1].Lemma is "next" or "coming")
            return TimeBound.For;
        var head = Head(words);
        if (
            head.Head is { Exists: true } noun
            && noun.Upos is Upos.Noun or Upos.Propn
            && IsPromise(noun)
            && !head.Relation.Is(Relation.Obl)
        )
            return TimeBound.For;
        foreach (var child in head.Children)
            if (child.Relation.Is(Relation.Nmod) && child.Child("of").Exists && IsPromise(child))
                return TimeBound.For;
        return lead.Length == 0 && verb is "for" or "extend" && head.Head == clause && head.Index > clause.Index
            ? TimeBound.For
            : TimeBound.None;
    }

    private TimeBound OfDay(int index, string lead)
    {
        var words = times.Words[index];
        if (IsHour(index) && HasRate(words))
            return TimeBound.None;
        var head = Head(words);
        var clause = Clause(words);
        var verb = clause.Exists ? OfVerb(clause) : "";
        if (
            head.Head is { Exists: true } noun && OfVerb(noun) is "deadline"
            || parsed[Math.Min(words.End, parsed.Count - 1)].Lemma is "deadline"
        )
            return TimeBound.Until;
        if (clause.Exists && clause.Subject is { Exists: true } subject && OfVerb(subject) is "deadline")
            return TimeBound.Until;
        switch (lead)
        {
            case "until":
                return TimeBound.Until;
            case "from":
                return times.Times[index].Value.Contains('/') ? TimeBound.Through : TimeBound.From;
            case "to":
                return verb is "extend" || Before(index) is "from" ? TimeBound.Until : TimeBound.None;
        }
        if (parsed.Tokens.Form(Math.Max(0, words.Start - 1)) is "and" && Before(index) is "from")
            return TimeBound.Until;
        return verb switch
        {
            "until" => TimeBound.Until,
            "from" => TimeBound.From,
            _ when lead is "of" => TimeBound.None,
            _ when parsed[words.Start].IsForm("overnight") || times.Times[index].Value.Contains('/') => TimeBound.Through,
            _ => TimeBound.On,
        };
    }

    /// <summary>What leads to the time before this one in the sentence.</summary>
    private string Before(int index) =>
        index > 0 && parsed.SentenceOf(times.Words[index - 1].Start) == parsed.SentenceOf(times.Words[index].Start)
            ? Lead(times.Words[index - 1].Start) is "on" && index > 1
                ? Lead(times.Words[index - 2].Start)
                : Lead(times.Words[index - 1].Start)
            : "";

    /// <summary>The bound of the longest phrase that ends at a word.</summary>
    private string Lead(int end)
    {
        while (end > 0 && parsed.Tokens.Form(end - 1) is "the" or "about" or "around" or "another" or "a" or "an")
            end--;
        for (var start = Math.Max(0, end - MostLead); start < end; start++)
            if (PhraseMatch.Longest(s_periods, parsed.Tokens, start, end) is ({ End: var reached }, >= 0 and var row) && reached == end)
                return s_periods.Text(row, s_bound);
        return "";
    }

    private bool IsHour(int index) =>
        times.Times[index] is { Type: "TIME", Value: { Length: > DayLength + 1 } value } && char.IsAsciiDigit(value[DayLength + 1]);

    /// <summary>"For four hours a day, from ten in the morning", "every day from 9 a.m.": hours that come again.</summary>
    private bool HasRate(WordRange words)
    {
        var sentence = parsed.Sentences[parsed.SentenceOf(words.Start)];
        for (var word = sentence.Start; word < sentence.End; word++)
            if (
                times.At(word) is { Type: "SET" }
                || parsed.Tokens.Form(word) is "daily"
                || word > sentence.Start && parsed.Lemmas[word] == "day" && IsRate(parsed[word - 1]) && times.At(word - 1) is null
            )
                return true;
        return false;
    }

    private static bool IsRate(Node word) =>
        word.IsForm("a") || word.IsForm("an") || word.IsForm("per") || word.IsForm("each") || word.IsForm("every");

    private static bool IsDistance(Node word) =>
        word.IsForm("ago")
        || word.IsForm("into")
        || word.IsForm("since")
        || word.IsForm("ahead")
        || word.IsForm("before")
        || word.IsForm("after")
        || word.IsForm("earlier")
        || word.IsForm("later");

    private static bool IsClause(Node node) =>
        node.Upos is Upos.Verb || node.Child(Relation.Cop).Exists || s_verbs.Find(node.Lemma) >= 0 && OfVerb(node) is "until";
}

/// <summary>How a time bounds what is told with it.</summary>
internal enum TimeBound
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>It begins then.</summary>
    From,

    /// <summary>It ends then, or is to be done by then.</summary>
    Until,

    /// <summary>It lasts so long, or is to be done within so long.</summary>
    For,

    /// <summary>On that day: what is done once is due then, what lasts begins.</summary>
    On,

    /// <summary>Through that night, or those hours of a day.</summary>
    Through,
}
