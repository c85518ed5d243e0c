namespace Parley.EvidenceWeights;

/// <summary>A pair of undertaking and record: what is learned from.</summary>
/// <param name="Document">The article or chain.</param>
/// <param name="Undertaking">The undertaking in it.</param>
/// <param name="Label">0 none, 1 for, 2 against, 3 doubt.</param>
/// <param name="Allowed">The bearings that the hard rules allow, by number.</param>
/// <param name="Sort">What sort of pair, see the scorer's thresholds.</param>
/// <param name="Features">The names of the features that hold.</param>
/// <param name="Words">The words of the record, for the reader's eye.</param>
/// <param name="Weight">How much the row counts.</param>
internal sealed record Row(
    string Document,
    string Undertaking,
    int Label,
    bool[] Allowed,
    string Sort,
    string[] Features,
    string Words,
    double Weight
);
