using System.Collections.Immutable;
using System.Globalization;
using Parley.Mentions;
using Parley.Records;
using Parley.Text;

namespace Parley.Statements;

/// <summary>Tells where the fields of a statement come from.</summary>
internal static class StatementReasons
{
    /// <summary>The reasons of one statement.</summary>
    public static ImmutableArray<Reason> Of(Draft draft, Statement statement, string act, StatementConfidence confidence)
    {
        var found = StatementConfidence.NameOf(draft.FoundBy);
        var name = StatementActs.NameOf(statement.Act);
        var reasons = ImmutableArray.CreateBuilder<Reason>();
        reasons.Add(
            new Reason(
                "cue",
                statement.Cue,
                Join(found, draft.Mention is { } cue ? Shown("network, cue", cue.Probability) : "network sees no cue")
            )
        );
        reasons.Add(new Reason("speaker", statement.Speaker ?? "", Join(found, draft.Mention is { } said ? SpeakersOf(said, draft) : "")));
        reasons.Add(new Reason("content", $"{draft.Size} words", found));
        reasons.Add(
            new Reason(
                "act",
                name,
                Join(
                    act,
                    draft.Mention is { Act: var choice }
                        ? $"{Shown("network, " + StatementActs.NameOf(choice.Best), choice.Probability)}, {Shown(StatementActs.NameOf(choice.Second), choice.SecondProbability)}"
                        : ""
                )
            )
        );
        reasons.Add(new Reason("confidence", confidence.Value.ToString("0.00", CultureInfo.InvariantCulture), confidence.Because));
        return reasons.ToImmutable();
    }

    private static string SpeakersOf(StatementMention mention, Draft draft)
    {
        var parsed = draft.Cue.Parsed;
        return string.Join(", ", mention.Speakers.Select(one => Shown($"network, '{parsed.Tokens.Form(one.Word)}'", one.Probability)));
    }

    private static string Join(string first, string second) => second.Length > 0 ? $"{first}; {second}" : first;

    private static string Shown(string what, float probability) =>
        string.Create(CultureInfo.InvariantCulture, $"{what} {probability:0.00}");
}
