using System.Collections.Immutable;
using System.Text.Json;
using Parley.Claims;
using Parley.Ledger;
using Parley.Records;
using Parley.Syntax.Fast;
using Xunit;

namespace Parley.Tests.Claims;

/// <summary>Claims told twice: with one slot changed they must not stand as support; in other words alone they should be joined.</summary>
public sealed class DistortedClaimTests
{
    /// <summary>Of forty, as many may slip through.</summary>
    private const int MostDistorted = 1;

    /// <summary>Of fifteen, as many should be joined at the least.</summary>
    private const int LeastParaphrases = 8;

    [Fact]
    public void What_differs_in_one_slot_never_stands_as_support()
    {
        var supported = Joined("distorted", "distorted");
        Assert.True(supported.Count <= MostDistorted, string.Join(", ", supported));
    }

    [Fact]
    public void What_differs_in_words_alone_is_mostly_joined()
    {
        var joined = Joined("paraphrases", "paraphrase");
        Assert.True(joined.Count >= LeastParaphrases, string.Join(", ", joined));
    }

    private static List<string> Joined(string list, string other)
    {
        using Parley.Syntax.ILanguageModel model = Environment.GetEnvironmentVariable("ACC") is null ? FastLanguageModel.Open(Repository.Path("models", "en-fast")) : Parley.Onnx.OnnxLanguageModel.Open(Repository.Path("models", "en"));
        var reader = new Reader(model);
        using var cases = JsonDocument.Parse(File.ReadAllText(Repository.Path("tests", "Chains", "distorted.json")));
        var joined = new List<string>();
        foreach (var one in cases.RootElement.GetProperty(list).EnumerateArray())
        {
            ImmutableArray<Reading> readings = ReadingOrder.Sort([Read("The Quay", "original"), Read("River Wire", other)]);
            Dump(one, readings);
            if (ClaimAssessor.Assess(readings).Any(claim => claim.Supports.Select(told => told.Claim.Reading).Distinct().Count() > 1))
                joined.Add(one.GetProperty("id").GetString()!);

            Reading Read(string outlet, string text) =>
                reader.Read(
                    new SourceDocument
                    {
                        Text = one.GetProperty(text).GetString()!,
                        Publisher = outlet,
                        Published = one.GetProperty("date").GetString(),
                        IsExtracted = true,
                    }
                );
        }
        return joined;
    }

    private static void Dump(JsonElement one, ImmutableArray<Reading> readings)
    {
        if (Environment.GetEnvironmentVariable("DUMP") is not { } file)
            return;
        var claims = readings.Select(ClaimReader.Read).ToList();
        using var writer = File.AppendText(file);
        writer.WriteLine($"## {one.GetProperty("id")}");
        foreach (var side in claims)
        foreach (var claim in side)
            writer.WriteLine(
                $"  {claim.Record} {claim.Deed}/{claim.Mode}/{claim.Cameo} {claim.Polarity} by {string.Join(",", claim.Doers)} to {string.Join(",", claim.Objects)} at {string.Join(",", claim.Places.Select(p => p.Name))} on {claim.Time?.Day} n {string.Join(",", claim.Amounts.Select(a => a.Value))} [{claim.Clause.Of(claim.Reading.Article.Text)}]"
            );
        foreach (var a in claims[0])
        foreach (var b in claims[1])
        {
            var c = ClaimComparer.Compare(a, b);
            writer.WriteLine($"    {a.Record}x{b.Record} {c.Outcome}: {string.Join(" ", c.Slots.Select(s => $"{s.Slot}={s.Match}"))}");
        }
    }
}
