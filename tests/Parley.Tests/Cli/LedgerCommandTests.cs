using System.Text.Json.Nodes;
using Xunit;

namespace Parley.Tests.Cli;

/// <summary>Articles in and out of a ledger, through the commands that users type, with the fast model.</summary>
public sealed class LedgerCommandTests : IDisposable
{
    private const string Text = "Norland will withdraw its troops from Kherson by 5 May, its envoy told The Quay on Tuesday.";
    private readonly string _folder = Directory.CreateTempSubdirectory("parley-ledger").FullName;

    private string LedgerPath => Path.Combine(_folder, "talks.db");

    [Fact]
    public void An_article_comes_in_once_goes_out_and_comes_back_only_when_asked_to()
    {
        var file = Write("1", Text);
        Assert.Equal($"added          {file}:1\n", Add(file).Output);
        Assert.Equal($"already there  {file}:1\n", Add(file).Output);
        var id = (string)JsonNode.Parse(Run("articles", "--json").Output)![0]!["article"]!;
        Assert.Equal($"removed        {id[..8]}\n", Run("remove", id[..8], "--by", "ann", "--why", "a hoax").Output);
        Assert.Equal("", Run("articles").Output);
        Assert.Contains("(removed by ann: a hoax)", Run("articles", "--all").Output, StringComparison.Ordinal);
        Assert.Equal($"was removed    {file}:1 (2026-01-02 by ann: a hoax; --restore takes it in again)\n", Add(file).Output);
        Assert.Equal($"restored       {file}:1\n", Add(file, "--restore").Output);
        Assert.Single(JsonNode.Parse(Run("articles", "--json").Output)!.AsArray());
    }

    [Fact]
    public void The_json_of_articles_has_the_fields_of_the_contract()
    {
        Add(Write("1", Text));
        var article = JsonNode.Parse(Run("articles", "--json").Output)![0]!.AsObject();
        Assert.Equal(["article", "source", "publisher", "published", "copyOf", "story"], article.Select(field => field.Key));
        Assert.Equal("1", (string)article["source"]!);
    }

    [Fact]
    public void Reading_anew_with_the_same_model_changes_nothing_and_corrections_survive()
    {
        Add(Write("1", Text));
        var found = JsonNode.Parse(Run("search", "withdraw", "--json").Output)![0]!;
        var record = (string)found["sentences"]![0]!["records"]![0]!["id"]!;
        Run("reject", $"{((string)found["article"]!)[..8]}/{record}");
        Assert.Equal("0 read anew, 1 were read so already\n", Run("reread", "--model", "fast").Output);
        Assert.DoesNotContain(
            record,
            JsonNode.Parse(Run("search", "withdraw", "--json").Output)![0]!["sentences"]![0]!["records"]!.ToJsonString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Outlets_are_judged_with_a_reason_and_a_date()
    {
        Add(Write("1", Text, "TASS"));
        Assert.StartsWith("F  TASS ", Run("sources").Output, StringComparison.Ordinal);
        Assert.Contains("RUS · state of Russia · state-run · agency · 1 article", Run("sources").Output, StringComparison.Ordinal);
        Assert.StartsWith("PRL0075: ", RunAnyhow("sources", "TASS", "--reliability", "D").Errors, StringComparison.Ordinal);
        Assert.StartsWith("PRL0076: ", RunAnyhow("sources", "TASS", "--reliability", "Z", "--why", "x").Errors, StringComparison.Ordinal);
        Run("sources", "TASS", "--reliability", "D", "--why", "speaks for a party", "--by", "ann");
        Assert.Contains("D since 2026-01-02, ann: speaks for a party", Run("sources", "TASS").Output, StringComparison.Ordinal);
        Assert.Equal("D", (string)JsonNode.Parse(Run("sources", "--json").Output)![0]!["reliability"]!);
    }

    [Fact]
    public void Two_texts_of_one_address_are_told_as_versions()
    {
        Add(Write("1", Text, url: "https://quay.example/a"));
        Assert.Matches(
            @"new version    .*:1 \(\d+ records new, \d+ gone\)\n",
            Add(
                Write("2", Text.Replace("5 May", "9 May", StringComparison.Ordinal), url: "https://quay.example/a", day: "2022-03-31")
            ).Output
        );
        Assert.Single(Run("articles").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("(older version of ", Run("articles", "--all").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Statistics_count_what_is_there()
    {
        Add(Write("1", Text));
        var stats = JsonNode.Parse(Run("stats", "--json").Output)!;
        Assert.Equal((1, 5), ((int)stats["articles"]!, (int)stats["schema"]!));
        Assert.Contains("bytes an article", Run("stats").Output, StringComparison.Ordinal);
    }

    private string Write(string name, string text, string? publisher = null, string? url = null, string day = "2022-03-30")
    {
        var file = Path.Combine(_folder, name + ".jsonl");
        var line = new JsonObject
        {
            ["id"] = name,
            ["date"] = day,
            ["text"] = text,
        };
        if (publisher is not null)
            line["publisher"] = publisher;
        if (url is not null)
            line["url"] = url;
        File.WriteAllText(file, line.ToJsonString() + "\n");
        return file;
    }

    private Call Add(string file, params string[] options) => Run(["add", "--model", "fast", file, .. options]);

    private Call Run(params string[] arguments)
    {
        var call = RunAnyhow(arguments);
        Assert.True(call.Code == 0, call.Errors);
        return call;
    }

    private Call RunAnyhow(params string[] arguments) => Call.Run([.. arguments, "--ledger", LedgerPath]);

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
