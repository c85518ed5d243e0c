using Parley.Lexicons;
using Parley.Syntax;

namespace Parley.Events;

/// <summary>The lemma of a verb as the tables spell it: a model cuts rare verbs short ("impos", "expell", "apologiz").</summary>
internal static class VerbLemma
{
    /// <summary>The first row of <paramref name="table"/> for a verb; -1 where it has none.</summary>
    public static int Find(Lexicon table, Node verb)
    {
        var lemma = verb.Lemma;
        if (table.Find(lemma) is >= 0 and var row)
            return row;
        if (verb.Upos != Upos.Verb || lemma.Length < 4)
            return -1;
        if (table.Find(lemma + "e") is >= 0 and var longer)
            return longer;
        if (lemma[^1] == 'e' || lemma[^1] == lemma[^2])
            return table.Find(lemma.AsSpan(0, lemma.Length - 1));
        return -1;
    }
}
