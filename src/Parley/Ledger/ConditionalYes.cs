using Parley.Lexicons;
using Parley.Records;

namespace Parley.Ledger;

/// <summary>A yes on a condition to what another has put forward: an offer, which stays a position until it is agreed. Verbs: <c>lexicons/assent-verbs</c>.</summary>
internal static class ConditionalYes
{
    private static readonly Lexicon s_verbs = LexiconSet.Get("lexicons/assent-verbs");

    /// <summary>True for "would accept neutrality only if its guarantors were bound"; false for a promise of one's own conduct with a condition.</summary>
    public static bool Is(Undertaking undertaking, Reading reading)
    {
        if (undertaking.Conditions.IsEmpty)
            return false;
        var text = undertaking.Text.Of(reading.Article.Text);
        foreach (var word in text.Split(' '))
            if (s_verbs.Contains(text[word]))
                return true;
        return false;
    }
}
