using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Playwright;
using Parley.Cli;
using Parley.Ledger;
using Parley.Stores;
using Parley.Syntax.Fast;
using Parley.Web;
using Parley.Web.Server;
using Xunit;

[assembly: AssemblyFixture(typeof(Parley.Browser.Desk))]

namespace Parley.Browser;

/// <summary>
/// A workbench on a free port over the nine sample reports, and Chromium to look at it: Debian's, at <c>/usr/bin/chromium</c> or where
/// <c>PARLEY_CHROMIUM</c> says. Where there is none, the tests are skipped and say so.
/// </summary>
public sealed class Desk : IAsyncLifetime
{
    private const string Debian = "/usr/bin/chromium";

    private readonly string _folder = Directory.CreateTempSubdirectory("parley-browser-").FullName;
    private ServerOptions? _options;
    private WorkbenchServer? _server;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Where the workbench is.</summary>
    public Uri Address => _server!.Addresses[0];

    /// <summary>The file of the ledger.</summary>
    public string Ledger => Path.Combine(_folder, "talks.db");

    private static string Chromium => Environment.GetEnvironmentVariable("PARLEY_CHROMIUM") ?? Debian;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Chromium))
            return;
        Run([
            "add",
            "--model",
            // Pictures show what users see who change nothing.
            Environment.GetEnvironmentVariable("PARLEY_PICTURES")
                is { Length: > 0 }
                ? "accurate"
                : "fast",
            "--ledger",
            Ledger,
            .. Directory
                .EnumerateFiles(Repository.Path("samples", "istanbul"))
                .Where(file => !file.EndsWith(".md", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
        ]);
        _options = new ServerOptions
        {
            OpenLedger = () => new SqliteLedger(Ledger),
            LedgerName = "talks.db",
            Urls = ["http://127.0.0.1:0"],
            User = "tester",
            OpenReading = OpenFast,
            WorkFolder = Ledger + ".work",
        };
        _server = await WorkbenchServer.StartAsync(_options);
        Assertions.SetDefaultExpectTimeout(120_000);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions { ExecutablePath = Chromium, Args = ["--no-sandbox"] }
        );
    }

    /// <summary>Opens a page in a browser of its own; skips the test where there is no Chromium.</summary>
    /// <param name="path">The address on the workbench, or a whole one.</param>
    /// <param name="dark">True for the dark colours.</param>
    /// <param name="width">Pixels.</param>
    public async Task<IPage> Open(string path, bool dark = false, int width = 1280)
    {
        Assert.SkipUnless(
            _browser is not null,
            $"Chromium is not installed at {Chromium}: apt-get install chromium, or name another with PARLEY_CHROMIUM."
        );
        var context = await _browser!.NewContextAsync(
            new BrowserNewContextOptions
            {
                ViewportSize = new ViewportSize { Width = width, Height = 900 },
                ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
                ReducedMotion = ReducedMotion.Reduce,
                BypassCSP = true,
            }
        );
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(120_000);
        await page.GotoAsync(path.Contains(':', StringComparison.Ordinal) ? path : new Uri(Address, path).ToString());
        return page;
    }

    /// <summary>All screens: those of <see cref="PageList"/> whose addresses are fixed, and of the others one that is linked from them.</summary>
    public async Task<ImmutableArray<string>> Screens()
    {
        Assert.SkipUnless(_server is not null, "Chromium is not installed.");
        var builder = WebApplication.CreateSlimBuilder();
        WorkbenchServer.AddServices(builder.Services, _options!);
        await using var routes = builder.Build();
        foreach (var map in PageList.All)
            map(routes);
        var patterns = ((IEndpointRouteBuilder)routes)
            .DataSources.SelectMany(source => source.Endpoints)
            .OfType<RouteEndpoint>()
            .Where(route => route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") != false)
            .Select(route => "/" + route.RoutePattern.RawText!.Trim('/'))
            // The sentence and the progress of adding are parts of pages; logging in and the audit log are there only where the server has users.
            .Where(pattern => pattern is not ("/sentence" or "/add/progress" or "/login" or "/logout" or "/audit"))
            .Distinct()
            .ToList();
        ImmutableArray<string> fixedOnes = [.. patterns.Where(pattern => !pattern.Contains('{', StringComparison.Ordinal))];
        using var client = new HttpClient { BaseAddress = Address };
        var screens = new List<string>();
        var links = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var screen in fixedOnes)
        {
            using var answer = await client.GetAsync(screen);
            if (answer.Content.Headers.ContentType?.MediaType != "text/html")
                continue;
            Assert.True(answer.IsSuccessStatusCode, $"{screen}: {answer.StatusCode}");
            screens.Add(screen);
            foreach (var part in (await answer.Content.ReadAsStringAsync()).Split("href=\"").Skip(1))
                links.Add(System.Net.WebUtility.HtmlDecode(part[..part.IndexOf('"')]));
        }
        foreach (var pattern in patterns.Except(fixedOnes))
            if (links.FirstOrDefault(link => IsOf(link.Split('?', '#')[0], pattern)) is { } link)
            {
                using var answer = await client.GetAsync(link);
                // The others are downloads.
                if (answer.Content.Headers.ContentType?.MediaType == "text/html")
                    screens.Add(link);
            }
        return [.. screens];
    }

    /// <summary>Another workbench, over a copy of the ledger; whoever asks for it disposes of it.</summary>
    /// <param name="ledger">The name of the copy.</param>
    /// <param name="change">How it is served otherwise.</param>
    internal async Task<WorkbenchServer> Another(string ledger, Func<ServerOptions, ServerOptions>? change = null)
    {
        Assert.SkipUnless(_options is not null, "Chromium is not installed.");
        var options = _options! with
        {
            OpenLedger = () => new SqliteLedger(PathOf(ledger)),
            LedgerName = ledger,
            WorkFolder = PathOf(ledger) + ".work",
        };
        return await WorkbenchServer.StartAsync(change?.Invoke(options) ?? options);
    }

    /// <summary>A copy of the ledger under another name, or what is there under it.</summary>
    internal string PathOf(string name)
    {
        var path = Path.Combine(_folder, name);
        if (!File.Exists(path))
            File.Copy(Ledger, path);
        return path;
    }

    /// <summary>The path of a file that the tests may make.</summary>
    internal string NewFile(string name) => Path.Combine(_folder, name);

    /// <summary>Runs a command in this process and gives back what it said.</summary>
    internal static string Run(string[] arguments, string input = "")
    {
        var errors = new StringWriter();
        var output = new StringWriter();
        var session = new Session
        {
            OpenInput = () => new MemoryStream(System.Text.Encoding.UTF8.GetBytes(input)),
            Output = output,
            Error = errors,
            OpenModel = _ => FastLanguageModel.Open(Repository.Path("models", "en-fast")),
            EnableDefaultExceptionHandler = false,
        };
        Assert.True(CommandLine.Run(arguments, session) == ExitCode.Done, errors.ToString());
        return output.ToString();
    }

    private static ArticleReading OpenFast()
    {
        var model = FastLanguageModel.Open(Repository.Path("models", "en-fast"));
        return new ArticleReading(new Reader(model), LedgerRun.Of("fast"), model);
    }

    private static bool IsOf(string path, string pattern)
    {
        var (parts, wanted) = (path.Split('/'), pattern.Split('/'));
        return parts.Length == wanted.Length && parts.Zip(wanted).All(pair => pair.Second.StartsWith('{') || pair.First == pair.Second);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_server is not null)
            await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
