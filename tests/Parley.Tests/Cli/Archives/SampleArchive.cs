using System.Globalization;
using System.Text;
using System.Text.Json;
using Parley.Cli.Archives;
using Parley.Stores;
using Parley.Tests.Intake;
using Xunit;

namespace Parley.Tests.Cli.Archives;

/// <summary>
/// Small sources of every trouble that archives have, in a folder of their own: the same text twice, versions at one address, an agency's text that another
/// outlet prints, a page with headings, a text in another language, a broken line.
/// </summary>
internal sealed class SampleArchive : IDisposable
{
    private const string Wire =
        "Norland's army will pull its guns back from the ridge above Vessby by Friday, its defence minister told reporters in the capital. The two sides met for six hours on Tuesday and agreed on a list of posts that are to be left empty, a diplomat who sat in the room said. Shelling near the mill stopped on Wednesday morning, people in the town said by telephone.";

    private readonly TemporaryFolder _folder = new();

    public SampleArchive(int articles = 44)
    {
        Directory.CreateDirectory(Path.Combine(_folder.Root, "pages"));
        _folder.Write("news.jsonl", Encoding.UTF8.GetBytes(string.Join('\n', Lines(articles)) + "\n"));
        _folder.Write(Path.Combine("pages", "ferry.html"), Encoding.UTF8.GetBytes(Page));
        _folder.Write(Path.Combine("pages", "strom.txt"), Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(German, 3))));
    }

    private static string Page =>
        $"<html><head><title>Ferry runs again</title></head><body><article><h1>Ferry runs again</h1><p>{Wire}</p><h2>What is agreed</h2><p>Sudmark will open the harbour to ships of both sides from Monday, its president said. Norland's envoy said that his country would send no more drones over the bay.</p></article></body></html>";

    private static string German =>
        "Die Regierung teilte am Montag mit, dass die Truppen bis zum Ende der Woche aus der Stadt abziehen werden. Der Minister sagte, die Gespräche würden fortgesetzt. ";

    /// <summary>The sources, as a call names them.</summary>
    public string[] Sources => [In("news.jsonl"), In("pages")];

    /// <summary>The folder of the archive.</summary>
    public string Folder => In("archive");

    /// <summary>The places of its files.</summary>
    public ArchiveFolder Files => new(Folder);

    /// <summary>The numbers of its shards.</summary>
    public int[] Shards => [.. Enumerable.Range(1, ArchiveFiles.Manifest(Files).Shards.Length)];

    /// <summary>A file of this test.</summary>
    public string In(string name) => Path.Combine(_folder.Root, name);

    /// <summary>Cuts the sources into shards of so many articles.</summary>
    public Call Cut(int size = 8) =>
        Call.Run(["shard", .. Sources, "--out", Folder, "--size", size.ToString(CultureInfo.InvariantCulture)]);

    /// <summary>Reads shards.</summary>
    public Call Read(params int[] numbers) =>
        Call.Run(["read", "--model", "fast", "--shard", .. numbers.Select(number => Path.Combine(Folder, $"{number}"))]);

    /// <summary>Gathers into a ledger.</summary>
    public Call Gather(string ledger, params string[] more) => Call.Run(["gather", Folder, "--ledger", In(ledger), .. more]);

    /// <summary>What a ledger holds.</summary>
    public string[] Dump(string ledger)
    {
        using var opened = new SqliteLedger(In(ledger));
        return [.. LedgerDump.Lines(opened)];
    }

    /// <summary>What one process makes of the same sources.</summary>
    public string[] DumpOfOneProcess()
    {
        var added = Call.Run(["add", "--model", "fast", "--ledger", In("one.db"), .. Sources]);
        Assert.Equal(1, added.Code);
        return Dump("one.db");
    }

    /// <summary>The bytes of all files that readings made, by name.</summary>
    public SortedDictionary<string, string> Made() =>
        new(
            Directory
                .EnumerateFiles(Files.Readings)
                .ToDictionary(file => Path.GetFileName(file), file => Convert.ToHexString(File.ReadAllBytes(file))),
            StringComparer.Ordinal
        );

    public void Dispose() => _folder.Dispose();

    private static IEnumerable<string> Lines(int articles)
    {
        for (var number = 0; number < articles; number++)
            yield return Line(
                $"n{number:000}",
                $"2022-03-{(number % 28) + 1:00}",
                number % 5 == 4 ? $"https://example.org/talks/{number / 10}" : null,
                number % 7 == 0 ? "Bay Courier" : "Harbour Post",
                $"Norland will withdraw {number + 2} battalions from Vessby by May, its envoy said. Sudmark's army shelled {number + 3} posts near Ostra on Monday, officials said."
            );
        yield return Line("w1", "2022-03-29", null, "Reuters", Wire);
        yield return Line("w2", "2022-03-30", null, "Harbour Post", Wire + " The ferry did not run.");
        // The same text in another shard, and in the same one.
        yield return Line("again", "2022-03-30", null, "Bay Courier", Wire);
        yield return """{"id":"broken","text":""";
        yield return """{"id":"empty","headline":"No text"}""";
    }

    private static string Line(string id, string date, string? url, string publisher, string text) =>
        JsonSerializer.Serialize(
            new Dictionary<string, string?>
            {
                ["id"] = id,
                ["date"] = date,
                ["url"] = url,
                ["publisher"] = publisher,
                ["text"] = text,
            }
        );
}
