using System.IO.Compression;
using System.Text.Json.Nodes;

namespace Parley.Eval;

/// <summary>Files of test data.</summary>
internal static class TestData
{
    /// <summary>The path of a file in the folder of test data.</summary>
    /// <exception cref="InvalidOperationException">It is not there.</exception>
    public static string Find(string folder, params string[] parts)
    {
        var path = Path.Combine([folder, .. parts]);
        return File.Exists(path) || Directory.Exists(path) ? path : throw new InvalidOperationException($"the test data lack {path}");
    }

    /// <summary>The lines of a JSON Lines file, unpacked where its name ends in <c>.gz</c>.</summary>
    public static List<JsonNode> Lines(string folder, params string[] parts)
    {
        var path = Find(folder, parts);
        using var stream = File.OpenRead(path);
        using var lines = new StreamReader(
            path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(stream, CompressionMode.Decompress) : stream
        );
        var read = new List<JsonNode>();
        while (lines.ReadLine() is { } line)
            if (line.Length > 0)
                read.Add(JsonNode.Parse(line)!);
        return read;
    }

    /// <summary>The words of a cell's row in a table of words: lines but comments, cut at tabs.</summary>
    public static List<string[]> Rows(string path) =>
        [.. File.ReadLines(Find(path)).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t'))];

    /// <summary>The strings of a JSON list.</summary>
    public static IEnumerable<string> Strings(JsonNode? list) => list?.AsArray().Select(item => item!.GetValue<string>()) ?? [];

    /// <summary>The numbers of a JSON list.</summary>
    public static IEnumerable<int> Numbers(JsonNode? list) => list?.AsArray().Select(item => (int)item!) ?? [];
}
