using System.Diagnostics;
using System.Text;

namespace Parley.Eval;

/// <summary>The page <c>docs/numbers.md</c>: one section an area between markers, so that areas can be measured apart.</summary>
internal sealed class NumbersFile
{
    private const string Head = """
        # Numbers

        Accuracy is written here by `eval/Parley.Eval`, speed by `bench/Parley.Bench`. Each section names the machine, the commit and the day.
        The test data are not part of this repository; both tools take their folder as an argument.
        All these sets are development data (the ledger articles, the pages, PolNeAR dev, GUM and EWT dev): rules were mended and checkpoints chosen on them, so expect less on unseen text. Speed was taken on a shared machine: do not lean on a single figure.

        """;

    private readonly string _path;
    private string _text;

    private NumbersFile(string path, string text) => (_path, _text) = (path, text);

    /// <summary>Opens the page of the repository that the working folder lies in.</summary>
    public static NumbersFile Open()
    {
        var root = Git("rev-parse --show-toplevel");
        var path = Path.Combine(root, "docs", "numbers.md");
        return new NumbersFile(path, File.Exists(path) ? File.ReadAllText(path) : Head);
    }

    /// <summary>Puts new tables in the place of an area's old ones.</summary>
    public void Replace(string area, string heading, IEnumerable<Table> tables)
    {
        var (start, end) = ($"<!-- {area} -->\n", $"<!-- /{area} -->\n");
        var section = new StringBuilder(start)
            .Append($"## {heading}\n\n{Environment()}\n\n")
            .AppendJoin("\n", tables.Select(table => table.ToMarkdown()))
            .Append(end)
            .ToString();
        var from = _text.IndexOf(start, StringComparison.Ordinal);
        var to = _text.IndexOf(end, StringComparison.Ordinal);
        _text = from >= 0 && to > from ? _text[..from] + section + _text[(to + end.Length)..] : _text.TrimEnd('\n') + "\n\n" + section;
    }

    /// <summary>Writes the page.</summary>
    public void Save() => File.WriteAllText(_path, _text);

    private static string Environment()
    {
        var processor = File.Exists("/proc/cpuinfo")
            ? File.ReadLines("/proc/cpuinfo")
                .FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))
                ?.Split(':')[1]
                .Trim()
            : null;
        var vectors =
            System.Runtime.Intrinsics.X86.Avx512F.IsSupported ? "AVX-512"
            : System.Runtime.Intrinsics.X86.Avx2.IsSupported ? "AVX2"
            : "no AVX2";
        var changed = Git("status --porcelain -- src lexicons rules models").Length > 0 ? " with changes" : "";
        return $"Commit {Git("rev-parse --short HEAD")}{changed}, {DateTime.UtcNow:yyyy-MM-dd}, {processor ?? "processor unknown"} ({vectors}), "
            + $"{System.Environment.ProcessorCount} cores, .NET {System.Environment.Version}.";
    }

    private static string Git(string arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("git", arguments) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd().Trim();
        process.WaitForExit();
        return output;
    }
}
