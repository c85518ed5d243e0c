using Parley.Lexicons;
using Parley.Mentions;
using Parley.Records;
using Parley.Syntax;

namespace Parley.Events;

/// <summary>"The upcoming talks", "a possible attack": an adjective may say that a deed has not come about, whatever was read of it. Words: <c>lexicons/standing-adjectives</c>.</summary>
internal static class StandingAdjectives
{
    private static readonly Lexicon s_words = LexiconSet.Get("lexicons/standing-adjectives");
    private static readonly int s_status = s_words.Column("status");

    /// <summary>The mention with the standing that an adjective gives it, where it was read as happened or ongoing; else itself.</summary>
    public static EventMention Mend(EventMention mention, ParsedText parsed)
    {
        if (mention.Status.Best is not (EventStatus.Happened or EventStatus.Ongoing))
            return mention;
        foreach (var child in parsed[mention.Word].Children)
            if (
                child.Relation == Relation.Amod
                && child.Index < mention.Word
                && s_words.Find(child.Form) is >= 0 and var row
                && Enum.Parse<EventStatus>(s_words.Cell(row, s_status), ignoreCase: true) is var status
            )
                return mention with { Status = mention.Status with { Best = status, Second = mention.Status.Best } };
        return mention;
    }
}
