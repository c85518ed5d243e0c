using System.Globalization;
using Parley.Lexicons;
using Parley.Records;
using Parley.Text;

namespace Parley.Statements;

/// <summary>Chooses the act of a statement between cue, content rules and network. Where the network goes before the rules stands in <c>rules/statement-acts</c>.</summary>
internal sealed class ActChooser(ActReader rules, RefusalReader refusals)
{
    private static readonly Lexicon s_table = LexiconSet.Get("rules/statement-acts");
    private static readonly int s_told = s_table.Column("told");
    private static readonly int s_network = s_table.Column("network");
    private static readonly int s_least = s_table.Column("least");

    /// <summary>The act, and why. <paramref name="claimedBefore"/> is true where another party promised or claimed something earlier in the article.</summary>
    public (StatementAct Act, string Because) Choose(Draft draft, Actor? speaker, WordRange phrase, bool claimedBefore)
    {
        var (act, because) = rules.Read(draft, speaker, claimedBefore);
        if (refusals.Find(draft, act, speaker, phrase) is { } refusal)
            return (StatementAct.Rejects, refusal);
        if (draft is { Mention: { } mention, IsNegated: false } && GivesWay(act, because, mention.Act.Best, mention.Act.Probability))
            return (mention.Act.Best, "network");
        return (act, because);
    }

    /// <summary>True where a row of the table lets the network's act go before the one that the rules gave.</summary>
    private static bool GivesWay(StatementAct act, string because, StatementAct network, float probability)
    {
        for (var row = s_table.Find(StatementActs.NameOf(act)); row >= 0; row = s_table.Next(row))
            if (s_table.Cell(row, s_told).SequenceEqual(because) && StatementActs.Parse(s_table.Cell(row, s_network)) == network)
                return probability >= float.Parse(s_table.Cell(row, s_least), CultureInfo.InvariantCulture);
        return false;
    }
}
