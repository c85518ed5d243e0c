using System.Text.Json.Nodes;
using Parley.Assessments;
using Parley.Intake;
using Parley.Ledger;
using Parley.Onnx;
using Parley.Records;
using Xunit;

namespace Parley.Tests.Cli;

/// <summary>The northern promise of the samples, day by day, against the gold history that was written from the reports.</summary>
public sealed class SampleHistoryTests
{
    [Fact]
    public void The_history_of_the_northern_promise_is_the_gold_history()
    {
        var gold = JsonNode.Parse(File.ReadAllText(Repository.Path("tests", "Chains", "istanbul.gold.json")))!;
        using var model = OnnxLanguageModel.Open(Repository.Path("models", "en"));
        var reader = new Reader(model);
        var ledger = new MemoryLedger();
        foreach (
            var input in InputFiles.Open([.. Directory.EnumerateFiles(Repository.Path("samples", "istanbul"), "0*")], () => Stream.Null)
        )
            if (new DocumentReader().Read(input).Document is { } document)
                ledger.Keep(reader.Read(document));
        var promise = Assessor
            .Assess(ledger)
            .Select(BoardEntries.Make)
            .First(entry => entry is { Side: "RUS", Kind: "reduction-of-operations" });
        Assert.Equal(
            gold["history"]!.AsArray().Select(step => $"{step!["at"]} {step["from"]} {step["to"]} {step["rule"]}"),
            promise.History.Select(step => $"{step.At} {step.From} {step.To} {step.Rule}")
        );
        foreach (var asOf in gold["asOf"]!.AsArray())
            Assert.Equal(
                asOf!["state"]?.GetValue<string>(),
                Assessor
                    .Assess(ledger.Readings(), asOf["day"]!.GetValue<string>())
                    .Select(BoardEntries.Make)
                    .FirstOrDefault(entry => entry.Side == "RUS")
                    ?.State
            );
        foreach (var elsewhere in new[] { "Mykolaiv", "Rivne", "Popasna" })
            Assert.DoesNotContain(
                promise.Supports.Concat(promise.Contradicts).Concat(promise.Doubts),
                witness => witness.Sentence.Contains(elsewhere, StringComparison.Ordinal)
            );
    }
}
