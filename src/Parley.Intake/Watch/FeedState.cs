using System.Text.Json;
using System.Text.Json.Serialization;
using Parley.Intake.Addresses;

namespace Parley.Intake.Watch;

/// <summary>What was seen of feeds: one file of JSON beside the ledger, written whole or not at all, so that a watch goes on where it was ended.</summary>
/// <param name="file">The file.</param>
public sealed partial class FeedState(string file)
{
    /// <summary>Items that a feed has not had for so many days are forgotten.</summary>
    private const int DaysKept = 60;

    private Dictionary<string, FeedEntry> _feeds = [];

    /// <summary>Reads the file; there is nothing where there is none. Gives a problem where it cannot be read.</summary>
    public Problem? Load()
    {
        try
        {
            if (File.Exists(file))
                _feeds = JsonSerializer.Deserialize(File.ReadAllBytes(file), StateJson.Default.DictionaryStringFeedEntry) ?? [];
            return null;
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return AddressProblems.StateFails(file, e.Message.ReplaceLineEndings(" ").Replace(';', ','));
        }
    }

    /// <summary>What is kept of a feed; made where there is nothing.</summary>
    public FeedEntry Of(string feed)
    {
        if (!_feeds.TryGetValue(feed, out var entry))
            _feeds[feed] = entry = new FeedEntry();
        return entry;
    }

    /// <summary>Writes the file.</summary>
    public Problem? Save() =>
        StateFile.Write(file, JsonSerializer.SerializeToUtf8Bytes(_feeds, StateJson.Default.DictionaryStringFeedEntry));

    /// <summary>Notes which of the items that are done with a feed has now, and forgets those that it has not had for long.</summary>
    internal static void Prune(FeedEntry entry, IReadOnlySet<string> present, int today)
    {
        foreach (var (key, day) in entry.Seen.ToList())
            if (present.Contains(key))
                entry.Seen[key] = today;
            else if (day < today - DaysKept)
                entry.Seen.Remove(key);
        foreach (var key in entry.Tries.Keys.Where(key => !present.Contains(key)).ToList())
            entry.Tries.Remove(key);
    }

    [JsonSourceGenerationOptions(WriteIndented = false)]
    [JsonSerializable(typeof(Dictionary<string, FeedEntry>))]
    private sealed partial class StateJson : JsonSerializerContext;
}
