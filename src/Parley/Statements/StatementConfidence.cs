using System.Globalization;
using Parley.Lexicons;
using Parley.Records;

namespace Parley.Statements;

/// <summary>How likely a careful reader keeps a statement with its speaker and act: a logistic function of what is known of it. The weights lie in <c>rules/confidence-statements</c>.</summary>
internal sealed class StatementConfidence
{
    /// <summary>Log-odds beyond this say no more.</summary>
    private const double MostOdds = 4;

    private static readonly WeightTable s_weights = new("rules/confidence-statements");

    private readonly List<(string Feature, double Value)> _features = [];

    /// <summary>The features of a statement.</summary>
    public StatementConfidence(Draft draft, StatementAct act, bool isResolved)
    {
        Add("bias", 1);
        Add(NameOf(draft.FoundBy), 1);
        if (draft.Mention is { } mention)
        {
            Add("cue-odds", Odds(mention.Probability));
            Add(mention.Act.Best == act ? "act-odds" : "other-act-odds", Odds(mention.Act.Probability));
        }
        else if (act != StatementAct.Rejects && draft.FoundBy != StatementRules.Quotations)
            Add("no-network-cue", 1);
        if (!isResolved)
            Add(draft.Speaker.Exists ? "unresolved" : "hidden", 1);
        if (act != StatementAct.Asserts)
            Add("act-" + StatementActs.NameOf(act), 1);
        var sum = 0.0;
        foreach (var (feature, value) in _features)
            sum += value * s_weights.Weight(feature);
        Value = Math.Round(1 / (1 + Math.Exp(-sum)), 3);
    }

    /// <summary>The probability, 0 to 1.</summary>
    public double Value { get; }

    /// <summary>The features with their values, for an explanation.</summary>
    public string Because =>
        string.Join(' ', _features.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Feature}={one.Value:0.##}")));

    /// <summary>The name of a group of rules, as the table of weights and explanations give it.</summary>
    public static string NameOf(StatementRules group) =>
        group switch
        {
            StatementRules.Clauses => "clauses",
            StatementRules.Complements => "complements",
            StatementRules.Quotations => "quotations",
            StatementRules.Phrases => "phrases",
            StatementRules.Pointers => "pointers",
            _ => "network",
        };

    private void Add(string feature, double value) => _features.Add((feature, value));

    private static double Odds(double probability) =>
        Math.Clamp(Math.Log(probability / Math.Max(1e-6, 1 - probability)), -MostOdds, MostOdds);
}
