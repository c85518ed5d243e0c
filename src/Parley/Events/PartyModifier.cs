using Parley.Actors;
using Parley.Lexicons;
using Parley.Syntax;

namespace Parley.Events;

/// <summary>A party named before a noun: "Russian strikes", "the US-led raid"; not "the Iran-backed rebels", "an anti-government march".</summary>
internal static class PartyModifier
{
    private static readonly Lexicon s_tails = LexiconSet.Get("rules/events/compound-tails");

    /// <summary>The word that mentions the party; <see cref="Node.None"/> where the modifier names none that counts.</summary>
    public static Node Of(Node modifier, ActorTable actors)
    {
        if (IsAgainst(modifier))
            return Node.None;
        if (actors.At(modifier) is not null)
            return IsBeforeTail(modifier, "aside") ? Node.None : modifier;
        if (Party(modifier) != "doer")
            return Node.None;
        foreach (var child in modifier.Children)
            if (actors.At(child) is not null && !IsAgainst(child))
                return child;
        return Node.None;
    }

    private static bool IsBeforeTail(Node node, string party)
    {
        var next = node.Index + 1;
        return next + 1 < node.Sentence.End && node.Parsed.Tokens.Form(next).SequenceEqual("-") && Party(node.Parsed[next + 1]) == party;
    }

    private static string Party(Node node) => s_tails.Find(node.Form) is >= 0 and var row ? s_tails.Text(row, s_tails.Column("party")) : "";

    private static bool IsAgainst(Node node)
    {
        var before = node.Index - 1;
        if (before <= node.Sentence.Start || !node.Parsed.Tokens.Form(before).SequenceEqual("-"))
            return false;
        var prefix = node.Parsed[before - 1];
        return prefix.IsForm("anti") || prefix.IsForm("pro") || prefix.IsForm("non");
    }
}
