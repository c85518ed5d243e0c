using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Parley.Eval;

/// <summary>A chain of reports with its gold board.</summary>
internal sealed class ChainGold
{
    private ChainGold(string folder, JsonNode gold)
    {
        Name = Path.GetFileName(folder);
        Reports = [.. Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal)];
        Undertakings = [.. gold["undertakings"]!.AsArray().Select(node => node!)];
        Origins =
        [
            .. gold["origins"]!
                .AsArray()
                .Select(group => group!.AsArray().Select(name => name!.GetValue<string>()).ToHashSet(StringComparer.Ordinal)),
        ];
    }

    /// <summary>The name of its folder.</summary>
    public string Name { get; }

    /// <summary>The files of its reports.</summary>
    public ImmutableArray<string> Reports { get; }

    /// <summary>The gold undertakings.</summary>
    public ImmutableArray<JsonNode> Undertakings { get; }

    /// <summary>The reports whose own words come from one origin, by file name.</summary>
    public ImmutableArray<HashSet<string>> Origins { get; }

    /// <summary>All chains of a folder, in order of their names.</summary>
    public static IEnumerable<ChainGold> Read(string folder) =>
        Directory
            .EnumerateDirectories(folder)
            .Order(StringComparer.Ordinal)
            .Where(chain => File.Exists(Path.Combine(chain, "gold.json")))
            .Select(chain => new ChainGold(chain, JsonNode.Parse(File.ReadAllText(Path.Combine(chain, "gold.json")))!));
}
