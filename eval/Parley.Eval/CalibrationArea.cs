namespace Parley.Eval;

/// <summary>Whether confidence keeps its word: of the records at 0.8, eight in ten are to be right.</summary>
internal static class CalibrationArea
{
    private const int Bins = 10;
    private static readonly string[] s_kinds = ["statements", "events", "undertakings", "positions"];

    public static IEnumerable<Table> Measure(string folder, MeasuredProgram program)
    {
        var (sums, tables) = (new List<string[]>(), new List<Table>());
        foreach (var model in program.Models)
        {
            var samples = Samples(folder, model, program);
            var rows = new List<string[]>();
            foreach (var kind in s_kinds)
            {
                var own = samples.FindAll(sample => sample.Kind == kind);
                foreach (var bin in own.GroupBy(Bin).OrderBy(bin => bin.Key))
                    rows.Add([kind, $"{bin.Key / (double)Bins:0.0} to {(bin.Key + 1) / (double)Bins:0.0}", .. Cells([.. bin])]);
                sums.Add([kind, model, .. Cells(own), Table.Share(Error(own))]);
            }
            tables.Add(new Table($"By confidence, {model} model.", ["records", "confidence", "count", "mean confidence", "right"], rows));
        }
        tables.Insert(
            0,
            new Table(
                "Confidence against the gold of the twelve development articles and the founding one, uncertain records included. Right: paired with a gold record as the scorer pairs, "
                    + "a statement with its speaker and act, an event with its type, status and main doer (by country), an undertaking with its party and kind, a position with its party and stance. "
                    + "Error: the distance of mean confidence and share of right ones in ten equal bins, weighted by their records (expected calibration error).",
                ["records", "model", "count", "mean confidence", "right", "error"],
                sums
            )
        );
        return tables;
    }

    /// <summary>The found records of the ledgers that calibrate.</summary>
    public static List<ConfidenceSample> Samples(string folder, string model, MeasuredProgram program) =>
        [
            .. ConfidenceSample.Of(LedgerReadings.Read(folder, ["eval", "ledger", "dev"], model, program), program),
            .. ConfidenceSample.Of(LedgerReadings.Read(folder, ["seed"], model, program), program),
        ];

    /// <summary>The expected calibration error.</summary>
    public static double Error(IReadOnlyCollection<ConfidenceSample> samples) =>
        samples.GroupBy(Bin).Sum(bin => bin.Count() * Math.Abs(bin.Average(s => s.Confidence) - Right(bin))) / Math.Max(1, samples.Count);

    private static int Bin(ConfidenceSample sample) => Math.Clamp((int)(sample.Confidence * Bins), 0, Bins - 1);

    private static double Right(IEnumerable<ConfidenceSample> samples) => samples.Average(s => s.IsRight ? 1.0 : 0.0);

    private static string[] Cells(List<ConfidenceSample> samples) =>
        samples.Count == 0
            ? ["0", "–", "–"]
            : [$"{samples.Count}", Table.Share(samples.Average(s => s.Confidence)), Table.Share(Right(samples))];
}
