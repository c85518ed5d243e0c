using System.Globalization;
using Parley.EvidenceWeights;
using Parley.Models;
using Parley.Onnx;
using Parley.Syntax;
using Parley.Syntax.Fast;

// Learns the weights by which a record is taken as evidence for, against or in doubt of an undertaking (rules/evidence):
//   Parley.EvidenceWeights document.jsonl CHAINS            measures in five parts by document and lists what went wrong
//   Parley.EvidenceWeights document.jsonl CHAINS RULES      writes none.tsv, for.tsv, against.tsv, doubt.tsv into RULES
// document.jsonl: marked articles; CHAINS: a folder of chains of reports with gold boards. Both models read them, and the rows of both are learned
// together, so that nothing hangs on one model's readings. The hard rules of scope speak before: what they exclude makes no row.
const string Source =
    "Source: learned by tools/Parley.EvidenceWeights from marked articles (own marks; texts Voice of America, OGL, CC BY, CC BY-SA) and the chains of tests/Chains. Licence: MIT.";
const double Least = 0.35;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

var rows = new List<Row>();
foreach (var name in (string[])["en", "en-fast"])
{
    var folder = ModelManifest.FindFolder(name) ?? throw new InvalidOperationException($"There is no model {name}.");
    using ILanguageModel model = name == "en" ? OnnxLanguageModel.Open(folder) : FastLanguageModel.Open(folder);
    rows.AddRange(new MarkedRows(model).Read(args[0]));
    rows.AddRange(new ChainRows(model).Read(args[1]));
}

if (args is [_, _, var rules])
{
    var fit = new Fit(rows);
    for (var c = 0; c < RowMaker.Classes.Length; c++)
        Write(rules, RowMaker.Classes[c], fit.Of(c));
    return;
}

var found = Parts.Judge(rows);
Parts.Print(Console.Out, "all", rows, found, _ => true);
Parts.Print(Console.Out, "chains", rows, found, row => row.Weight > 1);
Parts.Print(Console.Out, "articles", rows, found, row => row.Weight <= 1);
foreach (var sort in (string[])["typed", "deed", "doubt", "word", "plain"])
{
    Parts.Print(Console.Out, $"{sort}, articles", rows, found, row => row.Weight <= 1 && row.Sort == sort);
    Parts.Print(Console.Out, $"{sort}, chains", rows, found, row => row.Weight > 1 && row.Sort == sort);
}
var learned = new Fit(rows);
(int Best, double Likely)[] own = [.. rows.Select(row => Parts.Best(learned.Judge(row.Features), row.Allowed))];
Parts.Print(Console.Out, "chains, learned from themselves", rows, own, row => row.Weight > 1);
for (var r = 0; r < rows.Count; r++)
    if ((found[r].Likely >= Least ? found[r].Best : 0) is var best && best != rows[r].Label)
        Console.WriteLine(
            $"{rows[r].Document} {rows[r].Undertaking} wanted {RowMaker.Classes[rows[r].Label]} found {RowMaker.Classes[best]} {found[r].Likely:F2} | {rows[r].Words}"
        );

static void Write(string folder, string name, IEnumerable<(string Feature, double Weight)> weights) =>
    File.WriteAllText(
        Path.Combine(folder, name + ".tsv"),
        $"# What speaks for a record being evidence, {name}. {Source}\nfeature\tweight\n"
            + string.Concat(weights.Select(pair => $"{pair.Feature}\t{pair.Weight}\n"))
    );
