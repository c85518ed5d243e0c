using System.Collections.Frozen;
using System.Text.Json;
using Parley.Syntax;

namespace Parley.Onnx;

/// <summary>Reads <c>labels.json</c>.</summary>
internal static class LabelsFile
{
    /// <summary>The classes of every head.</summary>
    public static ModelLabels Read(string path)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            var root = json.RootElement;
            return new ModelLabels
            {
                Upos = Strings(root, "upos"),
                Xpos = Strings(root, "xpos"),
                Features = Strings(root, "features"),
                Lemmas = Strings(root, "lemmas"),
                Names = Strings(root, "names"),
                Relations = Strings(root, "relations"),
                LemmaExceptions = root.GetProperty("lemmaExceptions")
                    .EnumerateObject()
                    .ToFrozenDictionary(entry => entry.Name, entry => entry.Value.GetString()!, StringComparer.Ordinal),
            };
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            Throw.BadFile(path, e.Message.TrimEnd('.'));
            throw;
        }
    }

    private static string[] Strings(JsonElement root, string name) =>
        [.. root.GetProperty(name).EnumerateArray().Select(item => item.GetString()!)];
}
