using System.Collections.Immutable;
using DuckDB.NET.Data;
using Parley.Exports.Tables;
using Parley.Tests.Intake;
using Xunit;

namespace Parley.Tests.Exports;

public sealed class ParquetTableTests : IDisposable
{
    private static readonly Table<Thing> s_table = new(
        "things",
        "things",
        [
            Columns.Of<Thing>("name", "", thing => thing.Name),
            Columns.Of<Thing>("count", "", thing => thing.Count),
            Columns.Of<Thing>("weight", "", thing => thing.Weight),
            Columns.Of<Thing>("is_good", "", thing => thing.IsGood),
            Columns.OfMany<Thing>("parts", "", thing => thing.Parts),
        ],
        "name"
    );

    private static readonly Thing[] s_things =
    [
        new("Київ, \"quoted\"\r\nline", 1, 0.1, true, ["a", "b|c\\d"]),
        new("", null, null, null, []),
        new(null, long.MinValue, double.MaxValue, false, [""]),
        new("🙂", -1, -0.0, null, ["x", "y", "z"]),
    ];

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void What_is_written_is_read_back_the_same()
    {
        using var reader = ParquetTableReader.Open(new MemoryStream(Write(s_things)));
        Assert.Equal(s_table.Heads.Select(head => (head.Name, head.Kind)), reader.Heads.Select(head => (head.Name, head.Kind)));
        Assert.Equal("1", reader.Metadata["parley.schema"]);
        Assert.Equal(s_things.Select(Cells), reader.Rows());
    }

    [Fact]
    public void Groups_of_rows_follow_one_another()
    {
        const int rows = 70_000;
        var things = Enumerable
            .Range(0, rows)
            .Select(at => new Thing($"n{at}", at, at / 8.0, at % 2 == 0, [.. Enumerable.Repeat("p", at % 3)]));
        using var reader = ParquetTableReader.Open(new MemoryStream(Write(things)));
        var number = 0;
        foreach (var row in reader.Rows())
        {
            Assert.Equal($"n{number}", row[0]);
            Assert.Equal((long)number, row[1]);
            Assert.Equal(number % 3, ((string[])row[4]!).Length);
            number++;
        }
        Assert.Equal(rows, number);
    }

    [Fact]
    public void The_same_rows_give_the_same_bytes() => Assert.Equal(Write(s_things), Write(s_things));

    [Fact]
    public void A_table_without_rows_has_its_columns()
    {
        using var reader = ParquetTableReader.Open(new MemoryStream(Write([])));
        Assert.Equal(5, reader.Heads.Length);
        Assert.Empty(reader.Rows());
    }

    [Fact]
    public void DuckDB_reads_the_same_cells()
    {
        var file = _folder.Write("things.parquet", Write(s_things));
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT name, count, weight, is_good, len(parts), parts[1] FROM '{file}'";
        using var rows = command.ExecuteReader();
        foreach (var thing in s_things)
        {
            Assert.True(rows.Read());
            Assert.Equal(thing.Name, rows.IsDBNull(0) ? null : rows.GetString(0));
            Assert.Equal(thing.Count, rows.IsDBNull(1) ? null : rows.GetInt64(1));
            Assert.Equal(thing.Weight, rows.IsDBNull(2) ? null : rows.GetDouble(2));
            Assert.Equal(thing.IsGood, rows.IsDBNull(3) ? null : rows.GetBoolean(3));
            Assert.Equal(thing.Parts.Length, rows.GetInt64(4));
            Assert.Equal(thing.Parts.FirstOrDefault(), rows.IsDBNull(5) ? null : rows.GetString(5));
        }
        Assert.False(rows.Read());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(60)]
    public void What_is_no_parquet_file_is_said(int length)
    {
        var bytes = Write(s_things)[..length];
        Assert.Throws<InvalidDataException>(() => ParquetTableReader.Open(new MemoryStream(bytes)).Rows().Count());
    }

    [Fact]
    public void A_changed_byte_is_an_error_or_another_row_and_never_a_crash()
    {
        var whole = Write(s_things);
        for (var at = 0; at < whole.Length; at += 7)
        {
            var bytes = whole.ToArray();
            bytes[at] ^= 0x5A;
            try
            {
                using var reader = ParquetTableReader.Open(new MemoryStream(bytes));
                Assert.True(reader.Rows().Count() >= 0);
            }
            catch (InvalidDataException e)
            {
                Assert.NotEmpty(e.Message);
            }
        }
    }

    public void Dispose() => _folder.Dispose();

    private static byte[] Write(IEnumerable<Thing> things)
    {
        using var output = new MemoryStream();
        new ParquetTable(new Dictionary<string, string> { ["parley.schema"] = "1" }).Write(s_table, things, output);
        return output.ToArray();
    }

    private static object?[] Cells(Thing thing) => [thing.Name, thing.Count, thing.Weight, thing.IsGood, thing.Parts.ToArray()];

    private sealed record Thing(string? Name, long? Count, double? Weight, bool? IsGood, ImmutableArray<string> Parts);
}
