using System.Net;
using Parley.Cli;
using Parley.Stores;
using Parley.Tests.Cli;
using Parley.Tests.Intake;
using Parley.Web.Server;
using Xunit;

namespace Parley.Tests.Web;

/// <summary>A workbench on a free port, over the nine sample reports as the fast model reads them.</summary>
public sealed class WebLedger : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private WorkbenchServer? _server;

    /// <summary>Calls it, without following redirects.</summary>
    public HttpClient Client { get; private set; } = null!;

    /// <summary>Where it is.</summary>
    public Uri Address => _server!.Addresses[0];

    /// <summary>The file of the ledger.</summary>
    public string File => Path.Combine(_folder.Root, "talks.db");

    /// <summary>The options of a server over that ledger.</summary>
    internal ServerOptions Options =>
        new()
        {
            OpenLedger = () => new SqliteLedger(File),
            LedgerName = "talks.db",
            Urls = ["http://127.0.0.1:0"],
            Now = () => new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
            User = "tester",
        };

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        string[] files =
        [
            .. Directory
                .EnumerateFiles(Repository.Path("samples", "istanbul"))
                .Where(file => !file.EndsWith(".md", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
        ];
        var call = Call.Run(["add", "--model", "fast", "--ledger", File, .. files]);
        Assert.True(call.Code == ExitCode.Done, call.Errors);
        _server = await WorkbenchServer.StartAsync(Options);
        Client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = Address };
    }

    /// <summary>The text of an answer, which must be 200.</summary>
    public async Task<string> Get(string path)
    {
        using var answer = await Client.GetAsync(path, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {answer.StatusCode}\n{text}");
        return WebUtility.HtmlDecode(text);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (_server is not null)
            await _server.DisposeAsync();
        _folder.Dispose();
    }
}
