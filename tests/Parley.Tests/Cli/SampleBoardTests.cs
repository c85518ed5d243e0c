using Parley.Cli;
using Parley.Onnx;
using Xunit;

namespace Parley.Tests.Cli;

/// <summary>The nine sample reports of the days after Istanbul, through the commands that users type.</summary>
public sealed class SampleBoardTests
{
    [Fact]
    public void The_samples_make_one_board()
    {
        var folder = Directory.CreateTempSubdirectory("parley-tests-").FullName;
        try
        {
            var ledger = Path.Combine(folder, "talks.db");
            string[] files =
            [
                .. Directory
                    .EnumerateFiles(Repository.Path("samples", "istanbul"))
                    .Where(file => !file.EndsWith(".md", StringComparison.Ordinal))
                    .Order(StringComparer.Ordinal),
            ];
            Assert.Equal(9, Run(["add", "--ledger", ledger, .. files]).Split("added ").Length - 1);
            Assert.DoesNotContain("added ", Run(["add", "--ledger", ledger, files[0]]), StringComparison.Ordinal);

            var board = Run(["board", "--ledger", ledger]);
            Golden.Check("board", "istanbul.txt", board);
            Assert.Contains("The Harbour Gazette, 2022-03-30 (copy of Continental Wire)", board, StringComparison.Ordinal);
            // The strike on Mykolaiv lies outside the area of the pledge.
            Assert.DoesNotContain("Mykolaiv", board, StringComparison.Ordinal);
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Run(string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var errors = new StringWriter { NewLine = "\n" };
        var session = new Session
        {
            OpenInput = () => Stream.Null,
            Output = output,
            Error = errors,
            OpenModel = _ => OnnxLanguageModel.Open(Repository.Path("models", "en")),
            EnableDefaultExceptionHandler = false,
        };
        Assert.True(CommandLine.Run(arguments, session) == 0, errors.ToString());
        return output.ToString();
    }
}
