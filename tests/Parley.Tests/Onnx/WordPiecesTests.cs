using Parley.Models;
using Parley.Onnx;
using Xunit;

namespace Parley.Tests.Onnx;

public sealed class WordPiecesTests
{
    private static string? Vocabulary => ModelManifest.FindFolder("en") is { } folder ? Path.Combine(folder, "vocab.txt") : null;

    private static IEnumerable<string[]> Cases =>
        File.ReadLines(Repository.Path("tests", "Parley.Tests", "Onnx", "pieces.tsv")).Skip(1).Select(line => line.Split('\t'));

    [Fact]
    public void Words_are_cut_into_the_same_pieces_as_in_training()
    {
        Assert.SkipWhen(Vocabulary is null, "models/en is not installed");
        var cutter = new WordPieces(Vocabulary!);
        var pieces = new int[WordPieces.MostPieces];
        foreach (var row in Cases)
        {
            var count = cutter.Cut(row[0], pieces);
            Assert.Equal($"{row[0]}: {row[2]}", $"{row[0]}: {string.Join(' ', pieces[..count])}");
        }
    }

    [Fact]
    public void Shapes_are_the_same_as_in_training()
    {
        foreach (var row in Cases)
            Assert.Equal($"{row[0]}: {row[1]}", $"{row[0]}: {WordShape.Of(row[0])}");
    }
}
