using Parley.Eval;
using Parley.Models;

// Measures accuracy on a folder of test data and writes docs/numbers.md:
//   Parley.Eval FOLDER [AREA…]      areas: meaning events trials ledger chains calibration robustness syntax corpus pages attribution coreference times places figures distorted crossdoc; all where none is named
//     --model accurate|fast         measures one model and leaves docs/numbers.md alone
//   Parley.Eval fit FOLDER [MODEL]  prints weights for rules/confidence*.tsv, fitted to right and wrong records
//   Parley.Eval fit-deeds FOLDER    prints weights for rules/same-deed.tsv
//   Parley.Eval testimony FILE      prints what the reader of testimony gives for pairs (FILE.tsv), or for those that a ledger of readings asks (FILE.jsonl)
// FOLDER holds eval/, train/, corpora/ and seed/, with the scorers beside the test sets (python3 runs them).
if (args is ["fit", var data, .. var choice] && choice.Length < 2 && Directory.Exists(data))
{
    Console.Write(
        ConfidenceFit.Run(Path.GetFullPath(data), choice is [var chosen] ? chosen : MeasuredProgram.AllModels[0], new MeasuredProgram())
    );
    return 0;
}
if (args is ["fit-deeds", var crossdoc] && Directory.Exists(crossdoc))
{
    Console.Write(DeedFit.Run(Path.GetFullPath(crossdoc)));
    return 0;
}
if (args is ["testimony", var asked] && File.Exists(asked))
{
    TestimonyPairs.Run(asked, Console.Out);
    return 0;
}
var models = args is [.., "--model", var model] && MeasuredProgram.AllModels.Contains(model) ? new[] { model } : [];
if (models.Length > 0)
    args = args[..^2];
if (args.Length == 0 || !Directory.Exists(Path.Combine(args[0], "eval")))
{
    Console.Error.WriteLine(
        "usage: Parley.Eval FOLDER [AREA…] [--model accurate|fast] | Parley.Eval fit FOLDER [accurate|fast] | Parley.Eval fit-deeds FOLDER"
    );
    Console.Error.WriteLine(
        "       areas: meaning events trials ledger chains calibration robustness syntax corpus pages attribution coreference times places figures distorted crossdoc"
    );
    Console.Error.WriteLine("       FOLDER holds eval/, train/, trials/, corpora/ and seed/");
    return 2;
}

var folder = Path.GetFullPath(args[0]);
var areas = new (string Name, string Heading, Func<string, MeasuredProgram, IEnumerable<Table>> Measure)[]
{
    ("meaning", "Meaning", MeaningArea.Measure),
    ("events", "Coded events", EventsArea.Measure),
    ("trials", "Trials", TrialsArea.Measure),
    ("ledger", "Ledgers", LedgerArea.Measure),
    ("chains", "Chains of reports", ChainsArea.Measure),
    ("calibration", "Confidence", CalibrationArea.Measure),
    ("robustness", "Robustness", RobustnessArea.Measure),
    ("syntax", "Syntax and names", SyntaxArea.Measure),
    ("corpus", "Real articles", CorpusArea.Measure),
    ("pages", "Pages", PagesArea.Measure),
    ("attribution", "Attribution", AttributionArea.Measure),
    ("coreference", "Coreference", CoreferenceArea.Measure),
    ("times", "Times", TimesArea.Measure),
    ("places", "Places", PlacesArea.Measure),
    ("figures", "Figures", FiguresArea.Measure),
    ("distorted", "Distorted claims", DistortedArea.Measure),
    ("crossdoc", "Several articles", CrossdocArea.Measure),
};

var wanted = args.Skip(1).ToHashSet(StringComparer.Ordinal);
if (wanted.Except(areas.Select(area => area.Name)).FirstOrDefault() is { } unknown)
{
    Console.Error.WriteLine($"Parley.Eval: no area '{unknown}'; expected {string.Join(", ", areas.Select(area => area.Name))}");
    return 2;
}

var program = new MeasuredProgram(models);
var numbers = NumbersFile.Open();
var failed = 0;
foreach (var (area, heading, measure) in areas)
{
    if (wanted.Count > 0 && !wanted.Contains(area))
        continue;
    Console.WriteLine($"## {heading}\n");
    try
    {
        var tables = measure(folder, program).ToList();
        foreach (var table in tables)
            Console.WriteLine(table.ToMarkdown());
        if (models.Length > 0)
            continue;
        numbers.Replace(area, heading, tables);
        numbers.Save();
    }
    catch (Exception e) when (e is IOException or InvalidOperationException or InvalidModelException)
    {
        Console.Error.WriteLine($"Parley.Eval: {area} was not measured: {e.Message}");
        failed++;
    }
}
return failed == 0 ? 0 : 1;
