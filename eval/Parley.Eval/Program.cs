using Parley.Eval;

// Measures accuracy on a folder of test data and writes docs/numbers.md:
//   Parley.Eval FOLDER [AREA…]      areas: syntax ledger corpus pages attribution coreference; all where none is named
// FOLDER holds eval/, train/, corpora/ and seed/, with the scorers beside the test sets (python3 runs them).
if (args.Length == 0 || !Directory.Exists(Path.Combine(args[0], "eval")))
{
    Console.Error.WriteLine(
        "usage: Parley.Eval FOLDER [syntax|ledger|corpus|pages|attribution|coreference]…   (FOLDER holds eval/, train/, corpora/ and seed/)"
    );
    return 2;
}

var folder = Path.GetFullPath(args[0]);
var areas = new (string Name, string Heading, Func<string, MeasuredProgram, IEnumerable<Table>> Measure)[]
{
    ("syntax", "Syntax and names", SyntaxArea.Measure),
    ("ledger", "Ledgers", LedgerArea.Measure),
    ("corpus", "Real articles", CorpusArea.Measure),
    ("pages", "Pages", PagesArea.Measure),
    ("attribution", "Attribution", AttributionArea.Measure),
    ("coreference", "Coreference", CoreferenceArea.Measure),
};

var wanted = args.Skip(1).ToHashSet(StringComparer.Ordinal);
if (wanted.Except(areas.Select(area => area.Name)).FirstOrDefault() is { } unknown)
{
    Console.Error.WriteLine($"Parley.Eval: no area '{unknown}'; expected {string.Join(", ", areas.Select(area => area.Name))}");
    return 2;
}

var program = new MeasuredProgram();
var numbers = NumbersFile.Open();
foreach (var (name, heading, measure) in areas)
{
    if (wanted.Count > 0 && !wanted.Contains(name))
        continue;
    Console.WriteLine($"## {heading}\n");
    var tables = measure(folder, program).ToList();
    foreach (var table in tables)
        Console.WriteLine(table.ToMarkdown());
    numbers.Replace(name, heading, tables);
    numbers.Save();
}
return 0;
