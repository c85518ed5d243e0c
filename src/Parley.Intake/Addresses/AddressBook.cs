using System.Text.Json;
using System.Text.Json.Serialization;

namespace Parley.Intake.Addresses;

/// <summary>What servers said of addresses that were fetched, so that what has not changed is not sent again: one file, written whole or not at all.</summary>
/// <param name="file">The file.</param>
public sealed partial class AddressBook(string file)
{
    /// <summary>Beyond this the oldest are dropped.</summary>
    private const int Most = 200_000;

    private readonly Lock _gate = new();
    private Dictionary<string, AddressEntry> _entries = [];

    /// <summary>Reads the book; it is empty where there is no file. Gives a problem where the file cannot be read.</summary>
    public Problem? Load()
    {
        try
        {
            if (File.Exists(file))
                _entries = JsonSerializer.Deserialize(File.ReadAllBytes(file), BookJson.Default.DictionaryStringAddressEntry) ?? [];
            return null;
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return AddressProblems.StateFails(file, e.Message.ReplaceLineEndings(" "));
        }
    }

    /// <summary>What is known of an address; null where nothing is.</summary>
    public AddressEntry? Find(string address)
    {
        lock (_gate)
            return _entries.GetValueOrDefault(address);
    }

    /// <summary>Notes what a server said.</summary>
    public void Note(string address, AddressEntry entry)
    {
        lock (_gate)
            _entries[address] = entry;
    }

    /// <summary>Writes the book; to be called when what was fetched is safely kept.</summary>
    public Problem? Save()
    {
        byte[] bytes;
        lock (_gate)
        {
            if (_entries.Count > Most)
                _entries = _entries.OrderByDescending(pair => pair.Value.At).Take(Most).ToDictionary(StringComparer.Ordinal);
            bytes = JsonSerializer.SerializeToUtf8Bytes(_entries, BookJson.Default.DictionaryStringAddressEntry);
        }
        return StateFile.Write(file, bytes);
    }

    [JsonSerializable(typeof(Dictionary<string, AddressEntry>))]
    private sealed partial class BookJson : JsonSerializerContext;
}

/// <summary>What a server said of an address.</summary>
/// <param name="ETag">Its mark of the content; null where it gave none.</param>
/// <param name="LastModified">When it says that the content changed, as it wrote it; null where it does not say.</param>
/// <param name="At">When it was fetched.</param>
public sealed record AddressEntry(string? ETag, string? LastModified, DateTimeOffset At);
