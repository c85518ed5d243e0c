using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Xunit;

namespace Parley.Tests.Web;

/// <summary><c>parley serve</c> as a process of its own, which can be killed, and a browser with cookies that calls it.</summary>
internal sealed partial class ServerProcess : IDisposable
{
    private readonly Process _process;
    private string? _token;

    private ServerProcess(Process process, Uri address, IReadOnlyList<string> said)
    {
        (_process, Address, Said) = (process, address, said);
        var handler = new HttpClientHandler
        {
            AllowAutoRedirect = false,
            // The certificates of tests are made by themselves.
            ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator,
        };
        Client = new HttpClient(handler) { BaseAddress = address };
    }

    /// <summary>Where it is.</summary>
    public Uri Address { get; }

    /// <summary>What it said at its start.</summary>
    public IReadOnlyList<string> Said { get; }

    /// <summary>Calls it; redirects are not followed.</summary>
    public HttpClient Client { get; }

    /// <summary>Starts it on a free port, and waits until it says where.</summary>
    public static async Task<ServerProcess> Start(string[] arguments, IReadOnlyDictionary<string, string>? variables = null)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Parley.Cli.dll"), "serve", .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in variables ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        var said = new List<string>();
        Uri? address = null;
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            said.Add(line);
            if (Place().Match(line) is { Success: true } found)
                address ??= new Uri(found.Groups[1].Value);
            // The last line that every start says.
            if (line.StartsWith("It answers", StringComparison.Ordinal) || line.StartsWith("Users of", StringComparison.Ordinal))
                return new ServerProcess(process, address!, said);
        }
        var why = await errors;
        process.Dispose();
        throw new InvalidOperationException($"it did not start: {why}");
    }

    /// <summary>The token of forms.</summary>
    public async Task<string> Token(string path, CancellationToken cancel) =>
        _token ??= TokenField().Match(await Client.GetStringAsync(path, cancel)).Groups[1].Value;

    /// <summary>Hands a text in; true where it was taken.</summary>
    public async Task<bool> Add(string name, string text, CancellationToken cancel)
    {
        using var content = new MultipartFormDataContent
        {
            { new StringContent(await Token("/add", cancel)), "form_token" },
            { new StringContent("2022-03-29"), "published" },
            { new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(text)), "files", name },
        };
        using var answer = await Client.PostAsync("/add", content, cancel);
        return answer.StatusCode == HttpStatusCode.Redirect;
    }

    /// <summary>Ends it at once, as the system does when memory is out.</summary>
    public void Kill() => _process.Kill();

    /// <summary>Asks it to end, as systemd does, and gives back its exit code.</summary>
    public int Stop(TimeSpan patience)
    {
        using (var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]))
            kill.WaitForExit();
        Assert.True(_process.WaitForExit(patience), $"it does not end within {patience}");
        return _process.ExitCode;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Client.Dispose();
        if (!_process.HasExited)
            _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    [GeneratedRegex(@"^Parley is at (\S+)")]
    private static partial Regex Place();

    [GeneratedRegex("name=\"form_token\" value=\"([^\"]+)\"")]
    private static partial Regex TokenField();
}
