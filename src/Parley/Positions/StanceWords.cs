using Parley.Lexicons;
using Parley.Mentions;
using Parley.Records;
using Parley.Syntax;

namespace Parley.Positions;

/// <summary>Settles the stance where a word above the topic tells it ("accepted a truce"): the head has seen some stances seldom. Words: <c>lexicons/stance-words</c>.</summary>
internal static class StanceWords
{
    private const int Steps = 3;
    private static readonly Lexicon s_words = LexiconSet.Get("lexicons/stance-words");
    private static readonly int s_stance = s_words.Column("stance");

    /// <summary>The mention with its stance as the nearest word above the topic tells it; unchanged where none does, or where that word or one below it is negated.</summary>
    public static PositionMention Settle(PositionMention mention, ParsedText parsed)
    {
        var node = parsed[mention.Word];
        for (var step = 0; step < Steps && node.Exists && !IsNegated(node); step++, node = node.Head)
            if (s_words.Find(node.Lemma) is >= 0 and var row)
            {
                if (IsAsked(node))
                    return mention;
                var name = s_words.Text(row, s_stance);
                foreach (var stance in Enum.GetValues<PositionStance>())
                    if (JsonNames<PositionStance>.Of(stance).ToString() == name && stance != mention.Stance.Best)
                        return mention with
                        {
                            Stance = new Choice<PositionStance>(stance, 1, mention.Stance.Best, mention.Stance.Probability),
                        };
                return mention;
            }
        return mention;
    }

    /// <summary>"Wants Kyiv to accept it": an infinitive tells what is wanted, not how the party stands; the head knows more.</summary>
    private static bool IsAsked(Node node) => node.Child("to") is { Exists: true, Relation: Relation.Mark };

    private static bool IsNegated(Node node)
    {
        foreach (var child in node.Children)
            if (child.Has("Polarity=Neg") || child.IsForm("never") || child.IsForm("neither") || child.IsForm("nor"))
                return true;
        return false;
    }
}
