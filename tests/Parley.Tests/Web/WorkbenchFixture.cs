using System.Net;
using System.Text.RegularExpressions;
using Parley.Cli;
using Parley.Ledger;
using Parley.Stores;
using Parley.Syntax.Fast;
using Parley.Tests.Cli;
using Parley.Tests.Intake;
using Parley.Web.Server;
using Xunit;

namespace Parley.Tests.Web;

/// <summary>A workbench of one test's own, that can be written to, stopped and started again: its clock moves on with every look.</summary>
internal sealed partial class WorkbenchFixture : IAsyncDisposable
{
    private static readonly Lazy<byte[]> s_samples = new(ReadSamples);

    private readonly TemporaryFolder _folder = new();
    private long _ticks;
    private Func<ServerOptions, ServerOptions>? _change;
    private WorkbenchServer? _server;

    private WorkbenchFixture() { }

    /// <summary>A ledger of the samples, as bytes of its file.</summary>
    public static byte[] Samples => s_samples.Value;

    /// <summary>Calls it, without following redirects.</summary>
    public HttpClient Client { get; private set; } = null!;

    /// <summary>The file of the ledger.</summary>
    public string File => Path.Combine(_folder.Root, "talks.db");

    /// <summary>Where the server keeps its own.</summary>
    public string Work => File + ".work";

    /// <summary>Opens what reads articles; tests may put something else there.</summary>
    public Func<ArticleReading> OpenReading { get; set; } = OpenFast;

    /// <summary>Who works.</summary>
    public string User { get; set; } = "tester";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>A workbench over a ledger of the samples.</summary>
    /// <param name="change">How it is served otherwise.</param>
    public static async Task<WorkbenchFixture> OfSamples(Func<ServerOptions, ServerOptions>? change = null)
    {
        var bench = new WorkbenchFixture { _change = change };
        await System.IO.File.WriteAllBytesAsync(bench.File, s_samples.Value, Cancel);
        await bench.Start();
        return bench;
    }

    /// <summary>A workbench over an empty ledger.</summary>
    /// <param name="change">How it is served otherwise.</param>
    public static async Task<WorkbenchFixture> Empty(Func<ServerOptions, ServerOptions>? change = null)
    {
        var bench = new WorkbenchFixture { _change = change };
        new SqliteLedger(bench.File).Dispose();
        await bench.Start();
        return bench;
    }

    /// <summary>Starts the server, again where it was stopped.</summary>
    public async Task Start()
    {
        var options = new ServerOptions
        {
            OpenLedger = () => new SqliteLedger(File),
            LedgerName = "talks.db",
            Urls = ["http://127.0.0.1:0"],
            Now = () => new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero).AddSeconds(Interlocked.Increment(ref _ticks)),
            User = User,
            OpenReading = () => OpenReading(),
            WorkFolder = Work,
        };
        _server = await WorkbenchServer.StartAsync(_change?.Invoke(options) ?? options, Cancel);
        Client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = _server.Addresses[0] };
    }

    /// <summary>Stops the server.</summary>
    public async Task Stop()
    {
        Client.Dispose();
        await _server!.DisposeAsync();
        _server = null;
    }

    /// <summary>The text of a page, which must be 200.</summary>
    public async Task<string> Get(string path)
    {
        using var answer = await Client.GetAsync(path, Cancel);
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {answer.StatusCode}\n{text}");
        return WebUtility.HtmlDecode(text);
    }

    /// <summary>Sends a form of the queue as a browser does, and gives back status, place and text.</summary>
    public async Task<Sent> Post(string path, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent([
            new("form_token", await Token()),
            .. fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value)),
        ]);
        return await Send(path, content);
    }

    /// <summary>Sends files and fields.</summary>
    public async Task<Sent> Upload(IEnumerable<(string Name, byte[] Bytes)> files, params (string Name, string Value)[] fields)
    {
        using var content = new MultipartFormDataContent { { new StringContent(await Token()), "form_token" } };
        foreach (var (name, value) in fields)
            content.Add(new StringContent(value), name);
        foreach (var (name, bytes) in files)
            content.Add(new ByteArrayContent(bytes), "files", name);
        return await Send("/add", content);
    }

    /// <summary>The token of a form.</summary>
    public async Task<string> Token() => TokenField().Match(await Get("/queue")).Groups[1].Value;

    /// <summary>Waits until nothing that was handed in is left to read.</summary>
    public async Task<string> AllRead()
    {
        while (true)
        {
            var jobs = await Get("/api/v1/adding");
            if (
                !jobs.Contains("\"state\":\"waiting\"", StringComparison.Ordinal)
                && !jobs.Contains("\"state\":\"reading\"", StringComparison.Ordinal)
            )
                return jobs;
            await Task.Delay(50, Cancel);
        }
    }

    /// <summary>The ledger itself.</summary>
    public ILedger Open() => new SqliteLedger(File);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await Stop();
        _folder.Dispose();
    }

    private async Task<Sent> Send(string path, HttpContent content)
    {
        using var answer = await Client.PostAsync(path, content, Cancel);
        return new(
            (int)answer.StatusCode,
            answer.Headers.Location?.ToString(),
            WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel))
        );
    }

    /// <summary>A ledger of the samples, made once.</summary>
    /// <summary>Two reports more, so that several undertakings want to be checked.</summary>
    private static string[] Promises(string folder)
    {
        string[] texts =
        [
            """
                The Tana Courier

                Ethiopia to pull troops out of Kobo

                30 March 2022

                ADDIS ABABA, March 30 (Tana Courier) - Ethiopia promised on Wednesday to withdraw its troops from Kobo by Friday.

                Sudan agreed to open a humanitarian corridor from Kassala to Humera from Thursday, its foreign ministry said. Sudan's army also declared a ceasefire in Kassala.

                Kenya doubted that Ethiopia would withdraw its troops from Kobo.
                """,
            """
                Rift Wire

                Soldiers leave Kobo, shells fall on Kassala

                2 April 2022

                NAIROBI, April 2 (Rift Wire) - Ethiopian troops withdrew from Kobo on Friday, Kenya's foreign ministry said.

                Sudan's army shelled Kassala on Friday, a spokesman for the African Union said. Sudan denied it.
                """,
        ];
        return
        [
            .. texts.Select(
                (text, at) =>
                {
                    var file = Path.Combine(folder, $"more-{at}.txt");
                    System.IO.File.WriteAllText(file, text);
                    return file;
                }
            ),
        ];
    }

    private static byte[] ReadSamples()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Root, "talks.db");
        string[] articles =
        [
            .. Directory
                .EnumerateFiles(Repository.Path("samples", "istanbul"))
                .Where(article => !article.EndsWith(".md", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
            .. Promises(folder.Root),
        ];
        var call = Call.Run(["add", "--model", "fast", "--ledger", file, .. articles]);
        Assert.True(call.Code == ExitCode.Done, call.Errors);
        return System.IO.File.ReadAllBytes(file);
    }

    private static ArticleReading OpenFast()
    {
        var model = FastLanguageModel.Open(Repository.Path("models", "en-fast"));
        return new ArticleReading(new Reader(model), LedgerRun.Of("fast"), model);
    }

    [GeneratedRegex("name=\"form_token\" value=\"([^\"]+)\"")]
    private static partial Regex TokenField();
}

/// <summary>What came of a form.</summary>
internal sealed record Sent(int Status, string? Place, string Text);
