using System.Text.Json.Nodes;
using Parley.Ledger;
using Parley.Models;
using Parley.Syntax;

namespace Parley.Cli;

/// <summary>Tells what makes the records of a reading.</summary>
internal static class LedgerRuns
{
    /// <summary>The run of this program with a model: its name, version and the hash of its manifest's files.</summary>
    public static LedgerRun Of(ModelChoice choice, ILanguageModel model)
    {
        var folder = ModelManifest.FindFolder(choice == ModelChoice.Fast ? "en-fast" : "en");
        var manifest = folder is null ? null : Path.Combine(folder, "manifest.json");
        if (manifest is null || !File.Exists(manifest) || JsonNode.Parse(File.ReadAllText(manifest)) is not { } tree)
            return LedgerRun.Of(model.Name);
        var hashes = (tree["files"] as JsonArray ?? []).Select(file => ((string?)file?["sha256"])?[..8]);
        return LedgerRun.Of($"{model.Name} {tree["version"]} {string.Join('-', hashes)}");
    }
}
