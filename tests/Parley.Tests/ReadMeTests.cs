using Parley.Cli;
using Xunit;

namespace Parley.Tests;

/// <summary>The README's commands do what it says they do: each block that begins with <c>$ dotnet run … -- ARGUMENTS</c> is run.</summary>
public sealed class ReadMeTests
{
    private const string Prompt = "$ dotnet run --project src/Parley.Cli -- ";

    [Fact]
    public void The_output_shown_is_the_output_given()
    {
        var blocks = Blocks();
        Assert.NotEmpty(blocks);
        foreach (var (arguments, shown) in blocks)
        {
            var given = Run(arguments);
            var at = 0;
            // A line "…" stands for lines left out.
            foreach (var line in shown.Where(line => line.Trim() != "…"))
            {
                var found = Array.IndexOf(given, line, at);
                Assert.True(
                    found >= 0,
                    $"README shows, in its order, a line that '{arguments}' does not print:\n{line}\nIt prints:\n{string.Join('\n', given)}"
                );
                at = found + 1;
            }
        }
    }

    private static List<(string Arguments, string[] Shown)> Blocks()
    {
        var blocks = new List<(string, string[])>();
        var lines = File.ReadAllLines(Repository.Path("README.md"));
        for (var i = 0; i < lines.Length; i++)
            if (lines[i].StartsWith(Prompt, StringComparison.Ordinal))
                blocks.Add(
                    (lines[i][Prompt.Length..], [.. lines.Skip(i + 1).TakeWhile(line => line != "```").Where(line => line.Length > 0)])
                );
        return blocks;
    }

    private static string[] Run(string arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var errors = new StringWriter { NewLine = "\n" };
        var session = new Session
        {
            OpenInput = () => Stream.Null,
            Output = output,
            Error = errors,
            OpenModel = _ => Parley.Onnx.OnnxLanguageModel.Open(Repository.Path("models", "en")),
            EnableDefaultExceptionHandler = false,
        };
        var files = arguments
            .Split(' ')
            .Select(word => word.StartsWith("samples/", StringComparison.Ordinal) ? Repository.Path(word) : word);
        Assert.True(CommandLine.Run([.. files], session) == 0, errors.ToString());
        return output.ToString().Replace(Repository.Root + "/", "", StringComparison.Ordinal).Split('\n');
    }
}
