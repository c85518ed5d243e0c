using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using DuckDB.NET.Data;
using Json.Schema;
using Parley.Exports;
using Parley.Exports.Tables;
using Parley.Tests.Cli;
using Parley.Tests.Intake;
using Xunit;

namespace Parley.Tests.Exports;

/// <summary>The nine sample reports in every format, each read by a tool of others where there is one.</summary>
public sealed class ExportFormatTests(SampleLedger samples) : IClassFixture<SampleLedger>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Files => [.. ExportFormats.All.Where(format => !format.IsFolder).Select(format => format.Name)];

    public static TheoryData<string> Folders => [.. ExportFormats.All.Where(format => format.IsFolder).Select(format => format.Name)];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_is_the_same_every_time_and_as_of_a_day(string format)
    {
        Assert.Equal(Export(format, "one"), Export(format, "two"));
        if (format == "sqlite")
            Assert.Equal(2, samples.Ask("export", format, "--as-of", "2022-03-30", "--out", At("no")).Code);
        else
            Assert.Equal(Export(format, "three", "--as-of", "2022-03-30"), Export(format, "four", "--as-of", "2022-03-30"));
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_folder_is_the_same_every_time_and_a_full_one_is_left_alone(string format)
    {
        Assert.Equal(0, samples.Ask("export", format, "--out", At("one")).Code);
        Assert.Equal(0, samples.Ask("export", format, "--out", At("two")).Code);
        var files = Directory.GetFiles(At("one"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        Assert.NotEmpty(files);
        foreach (var file in files)
            Assert.Equal(File.ReadAllBytes(file), File.ReadAllBytes(file.Replace(At("one"), At("two"), StringComparison.Ordinal)));
        var again = samples.Ask("export", format, "--out", At("one"));
        Assert.Equal(2, again.Code);
        Assert.Contains("PRL0152", again.Errors, StringComparison.Ordinal);
        Assert.Contains("PRL0151", samples.Ask("export", format).Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gdelt", 61)]
    [InlineData("gdelt-mentions", 16)]
    [InlineData("phoenix", 26)]
    [InlineData("icews", 20)]
    [InlineData("polecat", 40)]
    public void Every_row_has_its_columns(string format, int columns)
    {
        var rows = Rows(format);
        Assert.True(rows.Count > 20);
        Assert.All(rows, row => Assert.Equal(columns, row.Length));
    }

    [Fact]
    public void Codes_keep_their_leading_zero_and_classes_are_those_of_their_format()
    {
        Assert.All(Rows("gdelt"), row => Assert.Equal((row[26][..2], row[27][..2]), (row[28], row[28])));
        Assert.Contains(Rows("gdelt"), row => row[26] == "0356" && row[28] == "03" && row[29] == "1");
        Assert.Contains(Rows("phoenix"), row => row[13].StartsWith('0'));
    }

    [Fact]
    public void Mentions_are_as_many_as_their_event_says_and_a_copy_is_no_source_more()
    {
        var mentions = Rows("gdelt-mentions").ToLookup(row => row[0]);
        var events = Rows("gdelt");
        Assert.Equal(mentions.Count, events.Count);
        Assert.All(events, row => Assert.Equal(mentions[row[0]].Count(), int.Parse(row[31], CultureInfo.InvariantCulture)));
        var copied = events.Where(row => mentions[row[0]].Any(one => one[4] == "The Harbour Gazette")).ToList();
        Assert.NotEmpty(copied);
        Assert.All(copied.Where(row => row[33] == "2"), row => Assert.Equal("1", row[32]));
    }

    [Fact]
    public void Every_line_of_Plover_is_a_record_of_the_manual()
    {
        var schema = Schema("plover-event.json");
        foreach (var line in Export("plover", "p").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            using var json = JsonDocument.Parse(line);
            Assert.True(schema.Evaluate(json.RootElement).IsValid, line);
            Assert.DoesNotContain(
                json.RootElement.GetProperty("parley:status").GetString(),
                new[] { "denied", "hypothetical", "possible" }
            );
        }
    }

    [Fact]
    public void Pledges_of_Russia_are_concessions_of_Russia()
    {
        var pledges = Export("plover", "p").Split('\n').Where(line => line.Contains("\"CONCEDE\"", StringComparison.Ordinal)).ToList();
        Assert.True(pledges.Count > 3);
        Assert.All(
            pledges,
            line => Assert.Equal("RUS", JsonDocument.Parse(line).RootElement.GetProperty("actor")[0].GetProperty("code").GetString())
        );
    }

    [Fact]
    public void A_bundle_of_Stix_is_valid_and_all_that_it_points_at_is_there()
    {
        using var json = JsonDocument.Parse(Export("stix", "s"));
        Assert.True(Schema("stix-bundle.json").Evaluate(json.RootElement).IsValid);
        var objects = json.RootElement.GetProperty("objects").EnumerateArray().ToList();
        var ids = objects.Select(one => one.GetProperty("id").GetString()!).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        foreach (var one in objects)
        foreach (var property in one.EnumerateObject())
            if (property.Name.EndsWith("_ref", StringComparison.Ordinal))
                Assert.Contains(property.Value.GetString()!, ids);
            else if (property.Name.EndsWith("_refs", StringComparison.Ordinal))
                Assert.All(property.Value.EnumerateArray(), reference => Assert.Contains(reference.GetString()!, ids));
    }

    [Fact]
    public void A_calendar_is_read_by_another_program_and_folded_at_75_octets()
    {
        var text = Export("ics", "c");
        var calendar = Ical.Net.Calendar.Load(text)!;
        Assert.Equal(3, calendar.Events.Count);
        Assert.Contains(
            calendar.Events,
            one => one.Summary == "Planned meeting: Ukraine's negotiators, Russia's negotiators" && one.Status == "TENTATIVE"
        );
        Assert.Contains(
            calendar.Events,
            one => one.Uid!.EndsWith("-begin@parley", StringComparison.Ordinal) && one.Start!.Date == new DateOnly(2022, 3, 29)
        );
        Assert.All(text.Split("\r\n"), line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75, line));
        Assert.DoesNotContain('\n', text.Replace("\r\n", "", StringComparison.Ordinal));
    }

    [Fact]
    public void A_feed_has_what_Atom_requires()
    {
        XNamespace atom = "http://www.w3.org/2005/Atom";
        var feed = XDocument.Parse(Export("atom", "f")).Root!;
        Assert.Equal(atom + "feed", feed.Name);
        var entries = feed.Elements(atom + "entry").ToList();
        Assert.Equal(5, entries.Count);
        Assert.Equal(5, entries.Select(entry => entry.Element(atom + "id")!.Value).Distinct().Count());
        foreach (var part in entries.Prepend(feed))
        foreach (var name in new[] { "id", "title", "updated" })
            Assert.NotEmpty(part.Element(atom + name)!.Value);
        Assert.NotNull(feed.Element(atom + "author"));
        Assert.All(entries, entry => Assert.NotEmpty(entry.Element(atom + "content")!.Value));
        Assert.Equal("status:partly-kept", entries[0].Element(atom + "category")!.Attribute("term")!.Value);
    }

    [Fact]
    public void Areas_are_closed_rings_and_no_area_is_a_point()
    {
        using var json = JsonDocument.Parse(Export("geojson", "g"));
        var features = json.RootElement.GetProperty("features").EnumerateArray().ToList();
        Assert.Contains(features, one => one.GetProperty("properties").GetProperty("kind").GetString() == "undertaking");
        foreach (var feature in features)
        {
            var precisions = feature
                .GetProperty("properties")
                .GetProperty("precision")
                .EnumerateArray()
                .Select(one => one.GetString())
                .ToList();
            var geometry = feature.GetProperty("geometry");
            if (geometry.ValueKind == JsonValueKind.Null)
                Assert.All(precisions, precision => Assert.Equal("region", precision));
            else if (geometry.GetProperty("type").GetString() == "Point")
                Assert.Contains(precisions[0], new[] { "city", "point" });
            else if (geometry.GetProperty("type").GetString() == "MultiPolygon")
                foreach (var ring in geometry.GetProperty("coordinates").EnumerateArray().SelectMany(polygon => polygon.EnumerateArray()))
                    Assert.Equal(ring[0].ToString(), ring[ring.GetArrayLength() - 1].ToString());
        }
    }

    [Fact]
    public void Only_what_a_person_signed_is_a_review()
    {
        using var ledger = new SampleLedger();
        Assert.Equal(0, Reviews(ledger));
        var decided = ledger.Ask(
            "decide",
            "rus-reduction-of-operations-2022-03-29",
            "breached",
            "--by",
            "Vera",
            "--why",
            "Shelling went on."
        );
        Assert.Equal(0, decided.Code);
        Assert.Equal(1, Reviews(ledger));
        using var json = JsonDocument.Parse(ledger.Ask("export", "claimreview").Output);
        var review = json.RootElement.GetProperty("@graph")[0];
        Assert.Equal("Vera", review.GetProperty("author").GetProperty("name").GetString());
        Assert.Equal("breached", review.GetProperty("reviewRating").GetProperty("alternateName").GetString());
        Assert.Equal(1, review.GetProperty("reviewRating").GetProperty("ratingValue").GetInt32());
    }

    [Fact]
    public void A_crate_has_the_hash_of_every_file()
    {
        Assert.Equal(0, samples.Ask("export", "ro-crate", "--out", At("crate")).Code);
        var listed = File.ReadAllLines(At("crate/manifest-sha256.txt"))
            .Select(line => line.Split("  ", 2))
            .ToDictionary(pair => pair[1], pair => pair[0]);
        var there = Directory
            .GetFiles(At("crate"), "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(At("crate"), file).Replace('\\', '/'));
        Assert.Equal(there.Where(file => file != "manifest-sha256.txt").Order(), listed.Keys.Order());
        Assert.All(
            listed,
            pair => Assert.Equal(pair.Value, Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(At("crate/" + pair.Key)))))
        );
        using var json = JsonDocument.Parse(File.ReadAllText(At("crate/ro-crate-metadata.json")));
        var graph = json.RootElement.GetProperty("@graph").EnumerateArray().ToDictionary(one => one.GetProperty("@id").GetString()!);
        Assert.Equal(
            "https://w3id.org/ro/crate/1.2",
            graph["ro-crate-metadata.json"].GetProperty("conformsTo").GetProperty("@id").GetString()
        );
        foreach (var name in new[] { "name", "description", "datePublished", "license" })
            Assert.True(graph["./"].TryGetProperty(name, out _), name);
        Assert.All(
            graph["./"].GetProperty("hasPart").EnumerateArray(),
            part =>
                Assert.Equal(
                    listed[part.GetProperty("@id").GetString()!],
                    graph[part.GetProperty("@id").GetString()!].GetProperty("sha256").GetString()
                )
        );
    }

    [Fact]
    public void Provenance_points_at_nothing_that_is_not_there()
    {
        using var json = JsonDocument.Parse(Export("prov", "v"));
        var nodes = json.RootElement.GetProperty("@graph").EnumerateArray().ToList();
        var ids = nodes.Select(node => node.GetProperty("@id").GetString()!).ToHashSet();
        foreach (var node in nodes)
        foreach (var property in node.EnumerateObject().Where(one => one.Name.StartsWith("prov:", StringComparison.Ordinal)))
        foreach (
            var reference in property.Value.ValueKind == JsonValueKind.Array
                ? [.. property.Value.EnumerateArray()]
                : new[] { property.Value }
        )
            if (reference.ValueKind == JsonValueKind.Object && reference.TryGetProperty("@id", out var id))
                Assert.True(ids.Contains(id.GetString()!), id.GetString());
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("parquet")]
    public void DuckDB_finds_as_many_rows_in_every_table_as_there_are(string format)
    {
        Assert.Equal(0, samples.Ask("export", format, "--out", At(format)).Code);
        Assert.Equal(0, samples.Ask("export", "jsonl", "--out", At("lines")).Code);
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        foreach (var table in LedgerTables.All)
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"SELECT count(*) FROM '{At($"{format}/{table.Name}.{format}")}'";
            Assert.Equal((long)File.ReadAllLines(At($"lines/{table.Name}.jsonl")).Length, (long)command.ExecuteScalar()!);
        }
    }

    [Fact]
    public void Metadata_of_csv_name_the_columns_that_are_there()
    {
        Assert.Equal(0, samples.Ask("export", "csv", "--out", At("csv")).Code);
        using var json = JsonDocument.Parse(File.ReadAllText(At("csv/csv-metadata.json")));
        var tables = json.RootElement.GetProperty("tables").EnumerateArray().ToList();
        Assert.Equal(LedgerTables.All.Length, tables.Count);
        foreach (var table in tables)
            Assert.Equal(
                File.ReadLines(At("csv/" + table.GetProperty("url").GetString())).First().Split(','),
                table
                    .GetProperty("tableSchema")
                    .GetProperty("columns")
                    .EnumerateArray()
                    .Select(column => column.GetProperty("name").GetString())
            );
    }

    [Fact]
    public void One_table_alone_goes_to_standard_output()
    {
        Assert.StartsWith("undertaking,party", samples.Ask("export", "csv", "--table", "undertakings").Output, StringComparison.Ordinal);
        Assert.Contains("PRL0153", samples.Ask("export", "csv", "--table", "nothing").Errors, StringComparison.Ordinal);
        Assert.Contains("PRL0153", samples.Ask("export", "plover", "--table", "events").Errors, StringComparison.Ordinal);
        Assert.Contains("PRL0150", samples.Ask("export", "morse").Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void The_copy_of_the_ledger_is_a_ledger()
    {
        Assert.Equal(0, samples.Ask("export", "sqlite", "--out", At("copy.db")).Code);
        Assert.Equal(
            samples.Ask("articles").Output,
            Call.Run("articles", "--ledger", At("copy.db"))
                .Output.Replace(Repository.Path("samples").Replace('\\', '/'), "samples", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_party_and_days_narrow_what_is_exported()
    {
        var all = Export("plover", "a").Split('\n').Length;
        var turkish = Export("plover", "t", "--party", "TUR").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.InRange(turkish.Length, 1, all - 1);
        Assert.All(turkish, line => Assert.Contains("\"TUR\"", line, StringComparison.Ordinal));
        Assert.InRange(Export("plover", "d", "--from", "2022-03-31", "--to", "2022-04-07").Split('\n').Length, 2, all - 1);
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    private string At(string name) => Path.Combine(_folder.Root, name.Replace('/', Path.DirectorySeparatorChar));

    private string Export(string format, string name, params string[] more)
    {
        var call = samples.Ask(["export", format, "--out", At(name), .. more]);
        Assert.True(call.Code == 0, call.Errors);
        return File.ReadAllText(At(name), format == "sqlite" ? Encoding.Latin1 : Encoding.UTF8);
    }

    private List<string[]> Rows(string format) =>
        [.. Export(format, "rows-" + format).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t'))];

    private static int Reviews(SampleLedger ledger) =>
        JsonDocument.Parse(ledger.Ask("export", "claimreview").Output).RootElement.GetProperty("@graph").GetArrayLength();

    private static JsonSchema Schema(string name) =>
        JsonSchema.FromText(File.ReadAllText(Repository.Path("tests", "Parley.Tests", "Exports", "Schemas", name)));
}
