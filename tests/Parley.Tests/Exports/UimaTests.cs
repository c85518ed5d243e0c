using System.Diagnostics;
using System.Globalization;
using Parley.Exports;
using Parley.Exports.Annotating;
using Parley.Records;
using Parley.Tests.Intake;
using Xunit;

namespace Parley.Tests.Exports;

/// <summary>XMI files as Apache UIMA itself reads them, and Gnome's xmllint: skipped where Debian's packages libuima-core-java and libxml2-utils are not installed.</summary>
public sealed class UimaTests : IDisposable
{
    /// <summary>Letters beyond the first plane, a line end and two records in one place.</summary>
    private static readonly Reading s_reading = Told.Article(
            "Quay",
            "2022-04-05",
            "🙂 Norland & \"Sudmark\" left Київ <now>.\nNorland stayed."
        )
        .Who("a1", "Norland", "RUS", ActorKind.Country)
        .Who("a2", "Sudmark", "UKR", ActorKind.Country)
        .Does("e1", EventType.Retreat, "0874", "left Київ <now>", "left", sources: ["a1"])
        .Does("e2", EventType.Assault, "190", "left Київ <now>", "left", EventStatus.Denied, ["a2"], ["a1"]);

    private const string Uima = "/usr/share/java/uimaj-core.jar";
    private const string Xmllint = "/usr/bin/xmllint";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Uima_finds_every_record_where_it_stands()
    {
        Assert.SkipUnless(File.Exists(Uima) && File.Exists("/usr/bin/javac"), "libuima-core-java and a JDK are not installed.");
        var folder = Export();
        var file = Assert.Single(Directory.GetFiles(folder, "*.xmi"));
        var lines = Run(
            "java",
            "-cp",
            Uima,
            Repository.Path("tests", "Parley.Tests", "Exports", "Uima", "ReadXmi.java"),
            TypesOf(folder),
            file
        );
        var expected = PlacedRecord
            .Of(Annotated.Of(s_reading))
            .Select(one => $"{one.Span.Start}\t{one.Span.End}\t{one.Label}\t{one.Record}\t{(one.Status.Length > 0 ? one.Status : "null")}");
        Assert.Equal(s_reading.Article.Text.Length.ToString(CultureInfo.InvariantCulture), lines[^1]);
        Assert.Equal(expected.Order(StringComparer.Ordinal), lines[..^1].Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Xmllint_finds_nothing_wrong()
    {
        Assert.SkipUnless(File.Exists(Xmllint), "libxml2-utils is not installed.");
        var folder = Export();
        Assert.Empty(Run(Xmllint, ["--noout", TypesOf(folder), .. Directory.GetFiles(folder, "*.xmi")]));
    }

    public void Dispose() => _folder.Dispose();

    private static string TypesOf(string folder) => Path.Combine(folder, "TypeSystem.xml");

    private string Export()
    {
        var folder = Path.Combine(_folder.Root, "xmi");
        ExportFormats.Find("xmi")!.Write(Told.Source(Told.Ledger(s_reading)), new FolderTarget(folder));
        return folder;
    }

    private static string[] Run(string program, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true }
        )!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, errors.Result);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
