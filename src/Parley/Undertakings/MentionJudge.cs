using Parley.Events;
using Parley.Mentions;
using Parley.Records;
using Parley.Statements;
using Parley.Syntax;

namespace Parley.Undertakings;

/// <summary>Tells which mentions bind nobody: asked of the party, alleged, denied, refused, threatened, or foretold by another side.</summary>
internal sealed class MentionJudge(ParsedText parsed, MentionTable mentions, PartyReader parties)
{
    /// <summary>The status of the deed counts where its class is at least this likely.</summary>
    private const float Sure = 0.4f;

    /// <summary>Why the mention is no undertaking of that party; null where it is one.</summary>
    public string? Against(UndertakingMention mention, Party party)
    {
        if (IsAsked(mention.Word) || IsOpen(Clauses.Telling(parsed[mention.Word])))
            return "a question";
        if (SpeechReality.IsOfUnsaid(parsed[mention.Word]))
            return "it was not said";
        if (mentions.Passages.Any(passage => passage.Kind != PassageKind.Gap && passage.Words.Contains(mention.Word)))
            return "part of a limit or a condition";
        if (mentions.EventAt(mention.Word) is { Probability: >= Sure, Status.Probability: >= Sure } deed && Leaves(deed, mention.Kind.Best))
            return $"the deed is {deed.Status.Best} ({deed.Status.Probability:F2})";
        foreach (var said in parties.Around(mention.Word))
            if (Unbinds(said, party))
                return $"what {said.Id} {said.Act}";
            else if (said.Act == StatementAct.Promises && parties.SideOf(said.Speaker) == parties.SideOf(party))
                return null;
        return Unbound(parsed[mention.Word], party);
    }

    /// <summary>What is wanted, offered or proposed, and what the party itself turns down; not what it accepts.</summary>
    private string? Unbound(Node deed, Party party)
    {
        foreach (var (word, stance) in StanceWords.Above(deed))
        {
            var isHeld = parties.Read(StanceWords.Holder(word)).Any(holder => parties.IsSame(holder, party));
            if (stance == PositionStance.Accepts && isHeld)
                return null;
            if (
                stance is PositionStance.Demands && !Promises(deed, party)
                || stance is PositionStance.Offers or PositionStance.Proposes
                || stance is PositionStance.Rejects or PositionStance.Unclear && isHeld
            )
                return $"“{word.Form}” above it";
        }
        return null;
    }

    /// <summary>"Insisted that it would leave": the party is the subject of the deed itself.</summary>
    private bool Promises(Node deed, Party party)
    {
        var clause = Clauses.Telling(deed);
        return Clauses.IsForecast(clause) && parties.Read(clause.Subject).Any(subject => parties.IsSame(subject, party));
    }

    /// <summary>
    /// What another side says that the party will do is no promise of the party's, unless it says that the party agreed, where the deed hangs on the
    /// verb of agreeing; what the article alone says is one only as a term of what was agreed.
    /// </summary>
    public Foretold ForetoldBy(UndertakingMention mention, Party party)
    {
        if (parties.OwnWords(mention.Word, parties.SideOf(party)) is not null)
            return Foretold.No;
        var clause = Clauses.Telling(parsed[mention.Word]);
        while (clause.Relation == Relation.Conj && !clause.Subject.Exists && clause.Head.Exists)
            clause = clause.Head;
        if (!Clauses.IsForecast(clause))
            return Foretold.No;
        return parties.Around(mention.Word).Any(said => parties.IsParty(said.Speaker)) ? Foretold.ByAnother : Foretold.ByArticle;
    }

    /// <summary>Asked, alleged, denied, threatened, possible or hung on an "if"; refused, unless it is a wrong that the party will not do.</summary>
    private static bool Leaves(EventMention deed, UndertakingKind kind) =>
        deed.Status.Best switch
        {
            EventStatus.Demanded or EventStatus.Alleged or EventStatus.Denied or EventStatus.Threatened or EventStatus.Hypothetical => true,
            EventStatus.Possible => true,
            EventStatus.Refused => !IsWrong(deed.Type.Best) && kind is not (UndertakingKind.Guarantee or UndertakingKind.Neutrality),
            _ => false,
        };

    private static bool IsWrong(EventType type) =>
        type
            is EventType.Assault
                or EventType.Coerce
                or EventType.Mobilize
                or EventType.Sanction
                or EventType.Protest
                or EventType.Threaten;

    /// <summary>Denials bind nobody; nor do another's demands and charges, nor one's own threats and offers.</summary>
    private bool Unbinds(Statement said, Party party) =>
        said.Act switch
        {
            StatementAct.Denies => true,
            StatementAct.Demands or StatementAct.Accuses or StatementAct.Doubts => parties.IsParty(said.Speaker)
                && parties.SideOf(said.Speaker) != parties.SideOf(party),
            StatementAct.Threatens or StatementAct.Proposes => true,
            _ => false,
        };

    /// <summary>"How to carry it out", "whether it will leave".</summary>
    private static bool IsOpen(Node clause)
    {
        foreach (var child in clause.Children)
            if (
                child.Index < clause.Index
                && (child.IsForm("whether") || child.IsForm("how"))
                && child.Relation is Relation.Advmod or Relation.Mark
            )
                return true;
        return clause.Relation.Is(Relation.Acl) && clause.Head.IsForm("how");
    }

    private bool IsAsked(int word)
    {
        var sentence = parsed.Sentences[parsed.SentenceOf(word)];
        for (var last = sentence.End - 1; last >= sentence.Start && parsed.UposTags[last] == Upos.Punct; last--)
            if (parsed.Tokens.Form(last) is "?")
                return true;
        return false;
    }
}

/// <summary>Who, other than the party, says that it will do a thing.</summary>
internal enum Foretold
{
    /// <summary>Nobody: it is said to be undertaken, or the party says so itself.</summary>
    No,

    /// <summary>The article.</summary>
    ByArticle,

    /// <summary>Another side.</summary>
    ByAnother,
}
