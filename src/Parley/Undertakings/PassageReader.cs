using System.Collections.Immutable;
using Parley.Lexicons;
using Parley.Mentions;
using Parley.Records;
using Parley.Syntax;
using Parley.Text;

namespace Parley.Undertakings;

/// <summary>Gives the passages (limits, gaps, conditions) to the undertakings that they speak of; those near none are dropped.</summary>
internal sealed class PassageReader(ParsedText parsed, MentionTable mentions, PartyReader parties)
{
    /// <summary>How many sentences behind its telling a limit or a gap may stand, and where its sentence names the party; before it, two.</summary>
    private const int Farthest = 4;

    private const int FarthestNamed = 12;

    /// <summary>Share of a clause, in percent, that a passage must cover to be rounded to it.</summary>
    private const int Rounded = 60;

    /// <summary>A word behind the passage on which one of its words hangs belongs to it, from so near.</summary>
    private const int Leaning = 6;

    private static readonly Lexicon s_conditions = LexiconSet.Get("lexicons/condition-words");

    /// <summary>Words between a passage and what it speaks about, at most.</summary>
    private const int Reach = 400;

    /// <summary>The undertakings with their limits, gaps and conditions.</summary>
    public ImmutableArray<Undertaking> Read(List<(Undertaking Undertaking, List<Telling> Tellings)> joined, bool explain)
    {
        var all = joined.ToArray();
        foreach (var read in mentions.Passages.Concat(PassageWords.Read(parsed, mentions.Passages)))
        {
            var passage = IsNoTruce(read) ? read with { Kind = PassageKind.Limit } : read;
            var words = Round(passage.Words);
            foreach (var (at, because) in Nearest(joined, passage))
                all[at].Undertaking = With(all[at].Undertaking, passage, parsed.SpanOf(words), explain ? because : null);
        }
        for (var at = 0; at < all.Length; at++)
            foreach (var clause in joined[at].Tellings.SelectMany(telling => Hung(parsed[telling.Mention.Word])))
                if (parsed.SpanOf(clause) is var span && !all[at].Undertaking.Conditions.Any(span.Overlaps))
                    all[at].Undertaking = With(
                        all[at].Undertaking,
                        new Passage(PassageKind.Condition, clause, 1),
                        span,
                        explain ? "a clause of condition that hangs on the deed" : null
                    );
        return [.. all.Select(entry => entry.Undertaking)];
    }

    /// <summary>"This is no armistice": what a promise is not limits it, and leaves nothing open.</summary>
    private bool IsNoTruce(Passage passage)
    {
        if (passage.Kind != PassageKind.Gap)
            return false;
        for (var word = passage.Words.Start; word < passage.Words.End; word++)
            if (parsed[word] is var node && node.Child(Relation.Cop).Exists && KindWords.Of(node) is not null)
                foreach (var child in node.Children)
                    if (child.IsForm("no") || child.IsForm("not") || child.IsForm("n't"))
                        return true;
        return false;
    }

    /// <summary>The clauses of condition that hang on a deed ("once the guns are gone"), which the network may pass over.</summary>
    private static List<WordRange> Hung(Node deed)
    {
        var found = new List<WordRange>();
        foreach (var child in Clauses.Telling(deed).Children)
            if (
                child.Relation == Relation.Advcl
                && child.Child(Relation.Mark) is { Exists: true } mark
                && s_conditions.Contains(mark.Lemma)
            )
                found.Add(Clauses.Trim(deed.Parsed, child.Subtree));
        return found;
    }

    private static Undertaking With(Undertaking undertaking, Passage passage, Span span, string? because)
    {
        var (field, with) = passage.Kind switch
        {
            PassageKind.Limit => ("limits", undertaking with { Limits = [.. undertaking.Limits.Add(span).Distinct().Order()] }),
            PassageKind.Gap => ("open", undertaking with { Open = [.. undertaking.Open.Add(span).Distinct().Order()] }),
            _ => ("conditions", undertaking with { Conditions = [.. undertaking.Conditions.Add(span).Distinct().Order()] }),
        };
        return because is null
            ? with
            : with with
            {
                Reasons = with.Reasons.Add(new Reason(field, $"{span.Start}–{span.End}", $"{passage.Probability:F2}; {because}")),
            };
    }

    /// <summary>The undertakings whose telling is nearest, one or, of a mutual promise, several.</summary>
    private List<(int At, string Because)> Nearest(List<(Undertaking Undertaking, List<Telling> Tellings)> joined, Passage passage)
    {
        var found = new List<(int, string)>();
        var best = int.MaxValue;
        for (var u = 0; u < joined.Count; u++)
            foreach (var telling in joined[u].Tellings)
            {
                if (
                    Math.Abs(passage.Words.Start - telling.Mention.Word) > Reach
                    || passage.Kind == PassageKind.Limit && !Limits(passage, telling)
                    || Distance(passage, telling) is not { } distance
                    || distance > best
                )
                    continue;
                if (distance < best)
                    found.Clear();
                best = distance;
                if (!found.Exists(other => other.Item1 == u))
                    found.Add((u, $"nearest telling at “{parsed.Tokens.Form(telling.Mention.Word)}”"));
            }
        return found;
    }

    /// <summary>How far the passage is from the telling; null where it is too far. In one sentence words count, else sentences, and a passage of the same side is nearer.</summary>
    private int? Distance(Passage passage, Telling telling)
    {
        var sentences = parsed.SentenceOf(passage.Words.Start) - parsed.SentenceOf(telling.Mention.Word);
        if (sentences == 0)
            return passage.Kind == PassageKind.Condition ? Math.Abs(passage.Words.Start - telling.Mention.Word) : 0;
        var isOwn = parties.OwnWords(passage.Words.Start, telling.Side) is not null || parties.IsNamed(passage.Words.Start, telling.Side);
        if (passage.Kind == PassageKind.Condition || sentences > (isOwn ? FarthestNamed : Farthest) || sentences < -2)
            return null;
        return (sentences > 0 ? sentences : -2 * sentences) * 2 - (isOwn ? 1 : 0);
    }

    /// <summary>A limit counts where the bound side or the article itself tells it, and where what it rules out is not the thing undertaken.</summary>
    private bool Limits(Passage passage, Telling telling)
    {
        var said = parties.Around(passage.Words.Start).FirstOrDefault(statement => statement.Speaker is not null);
        if (said is not null && parties.SideOf(said.Speaker) != telling.Side)
            return false;
        for (var word = passage.Words.Start; word < passage.Words.End; word++)
            if (parsed.Lemmas[word] == telling.Deed && word != telling.Mention.Word && parsed.UposTags[word] == Upos.Noun)
                return false;
        return true;
    }

    /// <summary>The passage and the clause that it covers for the most part, with the word that marks it ("unless"), without punctuation at its ends.</summary>
    private WordRange Round(WordRange words)
    {
        // "it is" leans on what stands behind it: "it is no truce".
        for (var word = words.Start; word < words.End; word++)
            if (
                parsed.RelationTags[word] == Relation.Cop
                && parsed.Heads[word] is var head
                && head >= words.End
                && head - words.End < Leaning
            )
                words = words with { End = head + 1 };
        for (var word = words.Start; word < words.End; word++)
            if (!words.Contains(parsed.Heads[word]) && Clauses.Extent(parsed[word]) is var clause && clause.Contains(word))
            {
                var common = Math.Min(clause.End, words.End) - Math.Max(clause.Start, words.Start);
                if (common * 100 < clause.Length * Rounded || common * 100 < words.Length * Rounded)
                    continue;
                var mark = parsed[word].Child(Relation.Mark);
                var start = Math.Min(clause.Start, words.Start);
                words = new WordRange(mark.Exists && mark.Index == start - 1 ? mark.Index : start, Math.Max(clause.End, words.End));
                break;
            }
        return Clauses.Trim(parsed, words);
    }
}
