using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Parley.Cli;
using Parley.Models;
using Parley.Syntax;
using Parley.Tests.Cli;
using Parley.Tests.Intake;
using Xunit;

namespace Parley.Tests.Models;

/// <summary>A model folder of the kind before semantic heads is refused, whichever command opens it.</summary>
public sealed class OldModelTests : IDisposable
{
    private static readonly byte[] s_labels = SectionBytes.Of(("labels", "upos\tNOUN\tVERB\nxpos\tNN\nfeatures\t_\n"u8.ToArray()));

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Labels_without_semantic_heads_are_of_an_older_kind()
    {
        using var sections = SectionFile.Open(_folder.Write("labels.bin", s_labels));
        var refusal = Assert.Throws<InvalidModelException>(() => ModelLabels.Of(sections));
        Assert.True(refusal.IsOutdated);
        Assert.StartsWith("The model has no semantic heads", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("accurate", "read", "a.txt")]
    [InlineData("accurate", "parse", "a.txt")]
    [InlineData("accurate", "explain", "a.txt", "e1")]
    [InlineData("fast", "read", "a.txt")]
    public void A_folder_of_the_older_kind_ends_with_3_and_one_line(string model, params string[] arguments)
    {
        var choice = model == "fast" ? ModelChoice.Fast : ModelChoice.Accurate;
        string[] files = choice == ModelChoice.Fast ? ["weights.bin"] : ["model.onnx", "relations.bin", "labels.bin", "vocab.txt"];
        foreach (var file in files)
            _folder.Write(file, s_labels);
        var listed = files.Select(file => new
        {
            path = file,
            sha256 = Convert.ToHexStringLower(SHA256.HashData(s_labels)),
            bytes = s_labels.Length,
        });
        var manifest = new
        {
            name = "en",
            version = "1.1",
            files = listed,
        };
        _folder.Write("manifest.json", Encoding.UTF8.GetBytes(JsonSerializer.Serialize(manifest)));
        var call = Call.Run(() => ModelFolder.Open(choice, _folder.Root), arguments);
        Assert.Equal((3, ""), (call.Code, call.Output));
        Assert.Equal(
            [
                $"PRL0013: the language model in {_folder.Root} is of an older kind: it has no semantic heads; put the models of this version there, or install Parley again",
            ],
            call.ErrorLines
        );
    }
}
