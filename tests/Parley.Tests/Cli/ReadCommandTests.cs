using System.Text.Json.Nodes;
using Parley.Cli;
using Parley.Tests.Intake;
using Xunit;

namespace Parley.Tests.Cli;

public sealed class ReadCommandTests : IDisposable
{
    private const string Text = "The envoy said the road would be opened. Nobody was hurt.";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void One_reading_is_one_document()
    {
        var call = Call.Run("read", "--json", "--published", "2022-03-30", File("a.txt", Text));
        Assert.Equal((0, ""), (call.Code, call.Errors));
        var article = JsonNode.Parse(call.Output)!["article"]!;
        Assert.Equal(Text, article["text"]!.GetValue<string>());
        Assert.Equal("2022-03-30", article["published"]!.GetValue<string>());
    }

    [Fact]
    public void Reading_twice_gives_the_same_bytes()
    {
        var file = File("a.txt", Text);
        Assert.Equal(Call.Run("read", "--json", file).Output, Call.Run("read", "--json", file).Output);
    }

    [Fact]
    public void A_stream_gives_one_line_for_each_input_in_its_order()
    {
        var lines = string.Concat(
            Enumerable.Range(0, 12).Select(i => i % 4 == 3 ? "no json\n" : $"{{\"id\": \"a{i}\", \"text\": \"{Text}\"}}\n")
        );
        var call = Call.With(lines, "read", "--jsonl", "-");
        Assert.Equal(1, call.Code);
        Assert.Equal(3, call.ErrorLines.Length);
        var ids = call
            .Output.TrimEnd('\n')
            .Split('\n')
            .Select(line => JsonNode.Parse(line)!)
            .Select(line => (line["article"]?["source"] ?? line["id"])!.GetValue<string>());
        Assert.Equal(Enumerable.Range(0, 12).Select(i => i % 4 == 3 ? $"-:{i + 1}" : $"a{i}"), ids);
    }

    [Fact]
    public void A_stream_without_a_name_is_standard_input()
    {
        var call = Call.With($"{{\"text\": \"{Text}\"}}", "read", "--jsonl");
        Assert.Equal(0, call.Code);
    }

    [Fact]
    public void What_is_skipped_is_named_and_the_rest_goes_on()
    {
        var call = Call.Run("read", "--jsonl", "/no/such.txt", File("empty.txt", ""), File("a.txt", Text));
        Assert.Equal(1, call.Code);
        var lines = call.Output.TrimEnd('\n').Split('\n').Select(line => JsonNode.Parse(line)!).ToList();
        Assert.Equal("PRL0020", lines[0]["skipped"]!["code"]!.GetValue<string>());
        Assert.Equal("PRL0023", lines[1]["skipped"]!["code"]!.GetValue<string>());
        Assert.NotNull(lines[2]["article"]);
        Assert.Equal("PRL0020: /no/such.txt does not exist; check the path", call.ErrorLines[0]);
    }

    [Theory]
    [InlineData("--json")]
    [InlineData("--jsonl")]
    [InlineData(null)]
    public void Nothing_read_ends_with_3(string? form)
    {
        string[] arguments = ["read", .. form is null ? Array.Empty<string>() : [form], "/no/such.txt"];
        var call = Call.Run(arguments);
        Assert.Equal(3, call.Code);
        Assert.Single(call.ErrorLines);
    }

    [Fact]
    public void Lines_of_several_articles_are_no_single_reading()
    {
        var file = File("news.jsonl", $"{{\"text\": \"{Text}\"}}\n{{\"text\": \"{Text}\"}}\n");
        var call = Call.Run("read", "--json", file);
        Assert.Equal((2, ""), (call.Code, call.Output));
        Assert.StartsWith("PRL0002", call.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_is_written_whole_or_not_at_all()
    {
        var page = Path.Combine(_folder.Root, "reading.html");
        Assert.Equal(0, Call.Run("read", "--html", page, File("a.txt", Text)).Code);
        Assert.StartsWith("<!doctype html>", System.IO.File.ReadAllText(page), StringComparison.Ordinal);
        Assert.Equal(3, Call.Run("read", "--html", Path.Combine(_folder.Root, "other.html"), "/no/such.txt").Code);
        Assert.Equal(
            ["a.txt", "reading.html"],
            Directory.EnumerateFiles(_folder.Root).Select(Path.GetFileName).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void A_missing_model_stops_at_once()
    {
        var call = Call.Run(() => ModelFolder.Open(ModelChoice.Accurate, null), "read", File("a.txt", Text));
        Assert.Equal((3, ""), (call.Code, call.Output));
        Assert.StartsWith("PRL0010: the language model is missing", Assert.Single(call.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void An_altered_model_stops_at_once()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.Path("models", "en")))
            System.IO.File.Copy(file, Path.Combine(_folder.Root, Path.GetFileName(file)));
        var vocabulary = Path.Combine(_folder.Root, "vocab.txt");
        System.IO.File.SetUnixFileMode(vocabulary, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var bytes = System.IO.File.ReadAllBytes(vocabulary);
        bytes[^2] ^= 1;
        System.IO.File.WriteAllBytes(vocabulary, bytes);
        var call = Call.Run(() => ModelFolder.Open(ModelChoice.Accurate, _folder.Root), "read", "a.txt");
        Assert.Equal((3, ""), (call.Code, call.Output));
        Assert.StartsWith("PRL0011: the language model is damaged", Assert.Single(call.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_skips_its_input_only()
    {
        var call = Call.Run(() => new Faulty(), "read", "--jsonl", File("a.txt", Text));
        Assert.Equal(3, call.Code);
        Assert.StartsWith("PRL0012", Assert.Single(call.ErrorLines), StringComparison.Ordinal);
        Assert.Equal("PRL0012", JsonNode.Parse(call.Output)!["skipped"]!["code"]!.GetValue<string>());
    }

    private string File(string name, string text) => _folder.Write(name, Taking.Utf8(text));

    /// <summary>A model that cannot do its work.</summary>
    private sealed class Faulty : Parley.Syntax.ILanguageModel
    {
        public string Name => "faulty";

        public Parley.Syntax.ModelLabels Labels =>
            new()
            {
                Upos = ["NOUN"],
                Xpos = ["NN"],
                Features = ["_"],
                Lemmas = ["_"],
                Names = ["O"],
                Relations = ["dep"],
                KnownLemmas = Parley.Syntax.LemmaTable.Empty,
            };

        public int ChunkWords => 100;

        public Parley.Syntax.ChunkScores[] Score(Parley.Text.TokenizedText text, IReadOnlyList<Parley.Text.WordRange> chunks) =>
            throw new InvalidOperationException("two\nlines");

        public void Dispose() { }
    }
}
