using Parley.Lexicons;
using Parley.Records;
using Parley.Syntax;

namespace Parley.Events;

/// <summary>What verbs, nouns and adjectives make of a deed in their complement: <c>rules/events/governors</c> and its companions.</summary>
internal static class GovernorTable
{
    private static readonly Lexicon s_verbs = LexiconSet.Get("rules/events/governors");
    private static readonly Lexicon s_nouns = LexiconSet.Get("rules/events/governing-nouns");
    private static readonly Lexicon s_adjectives = LexiconSet.Get("rules/events/standing-adjectives");
    private static readonly int s_particle = s_verbs.Column("particle");
    private static readonly int s_complements = s_verbs.Column("complements");
    private static readonly int s_standing = s_verbs.Column("standing");
    private static readonly int s_party = s_verbs.Column("party");

    /// <summary>What <paramref name="verb"/> makes of its complement; false where it says nothing of it.</summary>
    /// <param name="verb">The governing verb.</param>
    /// <param name="complement">clause, ccomp, obj, subj, agent or a preposition.</param>
    /// <param name="status">How the deed stands by it; null where the verb leaves that open.</param>
    /// <param name="party">doer, target, targetof or empty: what the verb's subject is to a deed named by a noun.</param>
    public static bool Find(Node verb, ReadOnlySpan<char> complement, out EventStatus? status, out string party)
    {
        var best = -1;
        var bestHasParticle = false;
        for (var row = s_verbs.Find(verb.Lemma); row >= 0; row = s_verbs.Next(row))
        {
            if (!Lists(s_verbs.Cell(row, s_complements), complement))
                continue;
            var particle = s_verbs.Text(row, s_particle);
            if (particle.Length > 0 ? verb.Child(particle).Exists : !bestHasParticle && !IsOtherPhrasal(verb))
                if (best < 0 || (particle.Length > 0 && !bestHasParticle))
                    (best, bestHasParticle) = (row, particle.Length > 0);
        }
        status = best >= 0 ? Status(s_verbs.Cell(best, s_standing)) : null;
        party = best >= 0 ? s_verbs.Text(best, s_party) : "";
        return best >= 0;
    }

    /// <summary>What a noun makes of the deed in its complement; null where it says nothing.</summary>
    public static EventStatus? OfNoun(string lemma) =>
        s_nouns.Find(lemma) is >= 0 and var row ? Status(s_nouns.Cell(row, s_nouns.Column("standing"))) : null;

    /// <summary>What an adjective says of a deed; null where it says nothing.</summary>
    public static EventStatus? OfAdjective(string lemma) =>
        s_adjectives.Find(lemma) is >= 0 and var row ? Status(s_adjectives.Cell(row, s_adjectives.Column("standing"))) : null;

    /// <summary>True when the adjective governs clauses ("ready to attack").</summary>
    public static bool IsAdjective(string lemma) => s_adjectives.Contains(lemma);

    private static bool IsOtherPhrasal(Node verb) => verb.Child(Relation.CompoundPrt).Exists;

    private static EventStatus? Status(ReadOnlySpan<char> text) =>
        text switch
        {
            "" => null,
            "tried" => EventStatus.Ongoing,
            _ => Enum.Parse<EventStatus>(text, ignoreCase: true),
        };

    private static bool Lists(ReadOnlySpan<char> list, ReadOnlySpan<char> item)
    {
        foreach (var part in list.Split(' '))
            if (list[part].Equals(item, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }
}
