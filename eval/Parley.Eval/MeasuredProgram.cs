using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Parley.Eval;

/// <summary>Runs <c>parley</c> and the scorers as child processes.</summary>
/// <param name="models">The models to measure, as <c>--model</c> names them; both where none is named.</param>
internal sealed class MeasuredProgram(params string[] models)
{
    /// <summary>The models that there are.</summary>
    public static readonly string[] AllModels = ["accurate", "fast"];

    private static readonly string s_parley = Path.Combine(AppContext.BaseDirectory, "Parley.Cli.dll");

    /// <summary>The models to measure.</summary>
    public string[] Models { get; } = models.Length > 0 ? models : AllModels;

    /// <summary>Runs <c>parley</c>; gives its exit code, what it printed and what it said on standard error.</summary>
    public (int Code, string Output, string Errors) Parley(string? input, params string[] arguments) =>
        Run("dotnet", input, [s_parley, .. arguments]);

    /// <summary>Runs a scorer of the test data and reads the JSON it prints; throws with its message when it cannot score.</summary>
    public JsonObject Score(string scorer, params string[] arguments)
    {
        var (code, output, errors) = Run("python3", null, [scorer, .. arguments, "--json"]);
        if (code != 0)
            throw new InvalidOperationException($"{scorer} ended with {code}: {errors.Trim()}");
        return JsonNode.Parse(output)!.AsObject();
    }

    /// <summary>Runs a script and gives what it prints; throws with its message when it fails.</summary>
    public string Python(string script, params string[] arguments)
    {
        var (code, output, errors) = Run("python3", null, [script, .. arguments]);
        return code == 0 ? output : throw new InvalidOperationException($"{script} ended with {code}: {errors.Trim()}");
    }

    /// <summary>Writes a command that starts <c>parley</c>, for scripts that start it themselves.</summary>
    public string Launcher(Scratch scratch)
    {
        var path = scratch.File(OperatingSystem.IsWindows() ? "parley.cmd" : "parley");
        File.WriteAllText(
            path,
            OperatingSystem.IsWindows() ? $"@dotnet \"{s_parley}\" %*\r\n" : $"#!/bin/sh\nexec dotnet '{s_parley}' \"$@\"\n"
        );
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }

    private static (int Code, string Output, string Errors) Run(string file, string? input, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
            StandardInputEncoding = new System.Text.UTF8Encoding(false),
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        if (input is not null)
            process.StandardInput.Write(input);
        process.StandardInput.Close();
        process.WaitForExit();
        return (process.ExitCode, output.Result, errors.Result);
    }
}
