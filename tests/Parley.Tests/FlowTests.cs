using System.Text.RegularExpressions;
using Xunit;

namespace Parley.Tests;

/// <summary>Data flows one way: the source of a stage names only the stages before it.</summary>
public sealed partial class FlowTests
{
    /// <summary>The order of the stages; those that stand together may not use each other unless listed so.</summary>
    private static readonly string[] s_order =
    [
        "Lexicons",
        "Records",
        "Models",
        "Numerics",
        "Text",
        "Syntax",
        "Mentions",
        "Actors",
        "Places",
        "Times",
        "Figures",
        "Statements",
        "Events",
        "Undertakings",
        "Positions",
        "Links",
        "Corrections",
        "Sources",
        "Ledger",
        "Assessments",
        "Negotiations",
        "Claims",
        "Tallies",
        "Chronicle",
        "Wording",
        "Answers",
    ];

    public static TheoryData<string> Stages => [.. s_order.Where(stage => Directory.Exists(Repository.Path("src", "Parley", stage)))];

    [Theory]
    [MemberData(nameof(Stages))]
    public void A_stage_uses_only_stages_before_it(string stage)
    {
        var place = Array.IndexOf(s_order, stage);
        foreach (var file in Directory.EnumerateFiles(Repository.Path("src", "Parley", stage), "*.cs", SearchOption.AllDirectories))
        foreach (Match used in ParleyNamespace().Matches(File.ReadAllText(file)))
        {
            var other = Array.IndexOf(s_order, used.Groups[1].Value);
            Assert.True(other >= 0, $"{file} uses Parley.{used.Groups[1].Value}, which is no stage of the map.");
            Assert.True(other <= place, $"{file} steps backwards: {stage} uses {used.Groups[1].Value}.");
        }
    }

    [Fact]
    public void Every_folder_of_the_library_is_on_the_map()
    {
        var folders = Directory.EnumerateDirectories(Repository.Path("src", "Parley")).Select(Path.GetFileName);
        Assert.Empty(folders.Where(folder => folder is not ("bin" or "obj")).Except(s_order));
    }

    [GeneratedRegex(@"^\s*(?:global )?using (?:static )?Parley\.(\w+)", RegexOptions.Multiline)]
    private static partial Regex ParleyNamespace();
}
