using Xunit;

namespace Parley.Tests;

/// <summary>
/// Compares with <c>tests/Golden/AREA/CASE.expected.EXT</c>. A difference is written beside it as <c>.received</c>; with
/// <c>PARLEY_UPDATE_GOLDEN=1</c> in the environment it becomes the expectation.
/// </summary>
internal static class Golden
{
    private static bool Updates => Environment.GetEnvironmentVariable("PARLEY_UPDATE_GOLDEN") == "1";

    /// <summary>Fails, naming the first line that differs, unless <paramref name="actual"/> is what is expected.</summary>
    /// <param name="area">Folder below <c>tests/Golden</c>.</param>
    /// <param name="name">Name of the case and ending: <c>help.txt</c> is kept as <c>help.expected.txt</c>.</param>
    /// <param name="actual">What was found; line ends do not matter.</param>
    public static void Check(string area, string name, string actual)
    {
        var file = Repository.Path("tests", "Golden", area, Path.GetFileNameWithoutExtension(name));
        var (expectedFile, receivedFile) = ($"{file}.expected{Path.GetExtension(name)}", $"{file}.received{Path.GetExtension(name)}");
        actual = actual.ReplaceLineEndings("\n");
        var expected = File.Exists(expectedFile) ? File.ReadAllText(expectedFile).ReplaceLineEndings("\n") : null;
        if (actual == expected)
        {
            File.Delete(receivedFile);
            return;
        }
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(Updates ? expectedFile : receivedFile, actual);
        if (!Updates)
            Assert.Fail($"{expectedFile} {Difference(expected, actual)}; see {receivedFile}, or accept it with PARLEY_UPDATE_GOLDEN=1.");
    }

    private static string Difference(string? expected, string actual)
    {
        if (expected is null)
            return "does not exist";
        var (wanted, found) = (expected.Split('\n'), actual.Split('\n'));
        var line = wanted.Zip(found).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"differs at line {line + 1}: expected '{wanted.ElementAtOrDefault(line)}', found '{found.ElementAtOrDefault(line)}'";
    }
}
