using System.Collections.Immutable;
using Parley.Assessments;
using Parley.Ledger;
using Parley.Links;
using Parley.Models;
using Parley.Onnx;
using Parley.Records;
using Parley.Syntax;
using Parley.Syntax.Fast;

namespace Parley.Eval;

/// <summary>Boards of chains of reports against gold boards. The chains lie in the repository; those that were set aside, in a folder of the test data.</summary>
internal static class ChainsArea
{
    /// <summary>The folders beside each other, with what is said of them.</summary>
    private static readonly (string Name, string Words)[] s_sets =
    [
        (
            "Chains",
            "each made one ledger. Found: the same side, kind and an area that touches, one entry for each gold undertaking. Evidence: the same report, a sentence that overlaps the gold quotation, the same stance; evidence of undertakings that are none counts as false. Origin: grouped with all and only the reports of the same text. The weights of evidence were learned from these chains among others"
        ),
        ("ChainsHeld", "set aside first, and looked at since; nothing was learned from them"),
        (
            "ChainsBlind",
            "written last; no weights were learned from them, but faults of the reading were mended after their errors had been read, and thresholds chosen with them in view"
        ),
    ];

    public static IEnumerable<Table> Measure(string folder, MeasuredProgram program)
    {
        var root = FindTests(folder);
        foreach (var (set, words) in s_sets)
            if (Path.Combine(root, set) is var chains && Directory.Exists(chains))
                yield return Measure(set, words, [.. ChainGold.Read(chains)], program);
    }

    private static Table Measure(string set, string words, ImmutableArray<ChainGold> chains, MeasuredProgram program)
    {
        var bars = new Bars(program.Models);
        foreach (var name in program.Models)
        {
            var score = new ChainScore();
            using ILanguageModel model = Open(name);
            var reader = new Reader(model);
            var weigher = new EvidenceWeigher(SemanticModels.Testimony);
            foreach (var chain in chains)
            {
                var readings = ReadingOrder.Sort(
                    chain.Reports.Select(file => reader.Read(new SourceDocument { Text = File.ReadAllText(file), Source = file }))
                );
                score.Add(chain, readings, [.. Assessor.Assess(readings, weigher: weigher).Select(BoardEntries.Make)]);
            }
            bars.Add(name, "undertakings found and joined, F1", score.Undertakings, ".80", ".95");
            bars.Add(name, "final state right", score.States, ".70", ".90");
            bars.Add(name, "evidence, F1", score.Evidence, ".64", ".80");
            bars.Add(name, "evidence, precision", score.EvidencePrecision);
            bars.Add(name, "reports with their origin", score.Origins, ".80", ".95");
            if (Environment.GetEnvironmentVariable("PARLEY_EVAL_ERRORS") is { Length: > 0 } file)
                File.WriteAllLines($"{file}.{set}.{name}", score.Errors);
        }
        return bars.ToTable($"`tests/{set}`: {chains.Length} chains of short reports, {words}.");
    }

    /// <summary>The folder that holds the sets: of the test data where they are there, else of the repository.</summary>
    private static string FindTests(string folder)
    {
        var own = Path.Combine(folder, "tests");
        if (Directory.Exists(Path.Combine(own, "Chains")))
            return own;
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (Path.Combine(at.FullName, "tests") is var tests && Directory.Exists(Path.Combine(tests, "Chains")))
                return tests;
        throw new InvalidOperationException("there is no folder tests/Chains");
    }

    private static ILanguageModel Open(string name)
    {
        var folder =
            ModelManifest.FindFolder(name == "fast" ? "en-fast" : "en") ?? throw new InvalidOperationException($"there is no model {name}");
        return name == "fast" ? FastLanguageModel.Open(folder) : OnnxLanguageModel.Open(folder);
    }
}
