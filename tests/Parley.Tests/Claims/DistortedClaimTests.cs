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
    /// <summary>Of fifteen, so many are joined with the fast model; it reads the others as different deeds, or as plans, which are undertakings.</summary>
    private const int LeastParaphrases = 3;

    [Fact]
    public void What_differs_in_one_slot_never_stands_as_support()
    {
        var supported = Joined("distorted", "distorted");
        Assert.Empty(supported);
    }

    [Fact]
    public void What_differs_in_words_alone_is_joined_where_it_is_read_alike()
    {
        var joined = Joined("paraphrases", "paraphrase");
        Assert.True(joined.Count >= LeastParaphrases, string.Join(", ", joined));
    }

    private static List<string> Joined(string list, string other)
    {
        using var model = FastLanguageModel.Open(Repository.Path("models", "en-fast"));
        var reader = new Reader(model);
        using var cases = JsonDocument.Parse(File.ReadAllText(Repository.Path("tests", "Chains", "distorted.json")));
        var joined = new List<string>();
        foreach (var one in cases.RootElement.GetProperty(list).EnumerateArray())
        {
            ImmutableArray<Reading> readings = ReadingOrder.Sort([Read("The Quay", "original"), Read("River Wire", other)]);
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
}
