using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using CsCheck;
using CsvHelper;
using CsvHelper.Configuration;
using Parley.Exports.Tables;
using Parley.Intake.Tables;
using Xunit;

namespace Parley.Tests.Exports;

public sealed class CsvTableTests
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
        ]
    );

    [Fact]
    public void Nothing_and_an_empty_text_are_not_the_same() =>
        Assert.Equal(
            "name,count,weight,is_good,parts\r\n,,,,\r\n\"\",7,0.5,true,a|b\\|c\r\n",
            Write([new Thing(null, null, null, null, []), new Thing("", 7, 0.5, true, ["a", "b|c"])])
        );

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("＝1+1", "'＝1+1")]
    [InlineData("'-2", "''-2")]
    [InlineData("'tis", "'tis")]
    [InlineData("a=b", "a=b")]
    [InlineData("\t=1", "'\t=1")]
    public void What_a_spreadsheet_would_reckon_has_an_apostrophe_before_it(string text, string cell)
    {
        Assert.Equal($"name,count,weight,is_good,parts\r\n{cell},,,,{cell}\r\n", Write([new Thing(text, null, null, null, [text])]));
        Assert.Equal(text, FormulaGuard.Plain(cell));
    }

    [Fact]
    public void Numbers_below_zero_are_numbers() =>
        Assert.EndsWith("x,-7,-0.5,,\r\n", Write([new Thing("x", -7, -0.5, null, [])]), StringComparison.Ordinal);

    [Fact]
    public void Another_reader_of_csv_finds_the_same_cells() =>
        Gen.String[Gen.Char["ab,\"\r\n;|\\ їі=-'@"], 0, 12]
            .Select(Gen.Long, Gen.Double[-1e12, 1e12], Gen.Bool, Gen.String[Gen.Char["ab|\\,\"='"], 1, 5].Array[0, 3])
            .Select(cells => new Thing(cells.Item1, cells.Item2, cells.Item3, cells.Item4, [.. cells.Item5]))
            .Array[0, 5]
            .Sample(things => Assert.Equal(things.Select(Show), Read(Write(things)).Select(Show)), seed: "0N0XIzNsQ0O2", iter: 300);

    private static string Show(Thing thing) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{thing.Name}\u001f{thing.Count}\u001f{thing.Weight:R}\u001f{thing.IsGood}\u001f{string.Join('\u001e', thing.Parts)}"
        );

    private static string Write(IEnumerable<Thing> things)
    {
        using var output = new MemoryStream();
        new CsvTable().Write(s_table, things, output);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private static List<Thing> Read(string csv)
    {
        using var reader = new CsvReader(new StringReader(csv), new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\r\n" });
        reader.Read();
        reader.ReadHeader();
        var things = new List<Thing>();
        while (reader.Read())
            things.Add(
                new Thing(
                    FormulaGuard.Plain(reader.GetField("name")!),
                    reader.GetField<long>("count"),
                    double.Parse(reader.GetField("weight")!, CultureInfo.InvariantCulture),
                    reader.GetField<bool>("is_good"),
                    [.. Parts(FormulaGuard.Plain(reader.GetField("parts")!))]
                )
            );
        return things;
    }

    private static IEnumerable<string> Parts(string cell)
    {
        if (cell.Length == 0)
            yield break;
        var part = new StringBuilder();
        for (var at = 0; at < cell.Length; at++)
            if (cell[at] == '\\')
                part.Append(cell[++at]);
            else if (cell[at] == '|')
            {
                yield return part.ToString();
                part.Clear();
            }
            else
                part.Append(cell[at]);
        yield return part.ToString();
    }

    private sealed record Thing(string? Name, long? Count, double? Weight, bool? IsGood, ImmutableArray<string> Parts);
}
