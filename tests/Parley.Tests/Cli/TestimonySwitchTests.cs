using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Parley.Cli;
using Xunit;

namespace Parley.Tests.Cli;

/// <summary>The program as a process of its own: what the environment says holds for all of it.</summary>
public sealed class TestimonySwitchTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("parley-switch").FullName;

    [Theory]
    [InlineData("off", false)]
    [InlineData("", true)]
    public void Without_the_reader_of_testimony_a_ledger_is_joined_by_features_alone(string value, bool isRead)
    {
        var article = Path.Combine(_folder, "one.txt");
        File.WriteAllText(article, "KYIV, March 29 (Wire) - Russia promised on Tuesday to pull its troops back from Kyiv by Friday.");
        var ledger = Path.Combine(_folder, "talks.db");
        var start = new ProcessStartInfo(
            "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "Parley.Cli.dll"), "add", "--model", "fast", "--ledger", ledger, article]
        )
        {
            RedirectStandardOutput = true,
        };
        start.Environment[TestimonyFolder.Switch] = value;
        using (var process = Process.Start(start)!)
        {
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.Equal(0, process.ExitCode);
        }
        using var database = new SqliteConnection($"Data Source={ledger};Pooling=False");
        database.Open();
        using var command = database.CreateCommand();
        command.CommandText = "SELECT version FROM derivation WHERE name = 'undertakings'";
        Assert.Equal(isRead, ((string)command.ExecuteScalar()!).Contains("en-testimony", StringComparison.Ordinal));
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
