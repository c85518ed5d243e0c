using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Parley.Cli;
using Parley.Ledger;
using Parley.Stores;
using Parley.Syntax.Fast;
using Parley.Tests.Cli;
using Parley.Tests.Intake;
using Parley.Web.Server;
using Parley.Web.Users;
using Xunit;

namespace Parley.Tests.Web.Security;

/// <summary>
/// A workbench with users, over the samples and two articles that were written to attack it: rita reads, vera reviews, ada is admin. Each call of
/// <see cref="Browser"/> is another browser.
/// </summary>
public sealed class GuardedBench : IAsyncLifetime
{
    /// <summary>What an attacker would like to run.</summary>
    public const string Script = "<script>alert(1)</script>";

    /// <summary>A word that stands on no page but those of the ledger.</summary>
    public const string Secret = "Kyiv";

    /// <summary>The password of all three.</summary>
    public const string Password = "twelve letters & more";

    private const string Story =
        "KYIV, March 29 - Russia promised on Tuesday to sharply reduce military operations near Kyiv. <img src=x onerror=alert(1)> The mayor said: \"<script>alert(1)</script> I do not believe it.\" ";

    /// <summary>A report whose promise, deed, position, figure and place all have a tag among their words, so that each list shows one.</summary>
    private const string Report = $"""
        KHARTOUM, March 30 - Sudan promised on Wednesday to withdraw its troops from Kobo <img src=x onerror=alert(1)> by Friday.

        Sudan's {Script} army shelled Kassala {Script} on Wednesday, killing 12 {Script} civilians, officials said.

        Sudan demands a full ceasefire <img src=x onerror=alert(1)> with Ethiopia, its foreign ministry said.

        Ethiopia denied that its army shelled {Script} Kassala on Wednesday.
        """;

    private static readonly Lazy<byte[]> s_ledger = new(MakeLedger);
    private static readonly Lazy<(byte[] File, Dictionary<string, string> Tokens)> s_users = new(MakeUsers);

    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<string, string> _logins = new(StringComparer.Ordinal);
    private long _ticks;
    private WorkbenchServer? _server;

    /// <summary>Where it is.</summary>
    public Uri Address => _server!.Addresses[0];

    /// <summary>The folder of the ledger.</summary>
    public string Folder => _folder.Root;

    /// <summary>The file of the ledger.</summary>
    public string Ledger => Path.Combine(_folder.Root, "talks.db");

    /// <summary>The file of users.</summary>
    public string Users => Path.Combine(_folder.Root, "users.json");

    /// <summary>The audit log.</summary>
    public string Audit => Ledger + ".audit.jsonl";

    /// <summary>How far the clock was set forward.</summary>
    public TimeSpan Later { get; set; }

    /// <summary>The tokens of the three.</summary>
    public static IReadOnlyDictionary<string, string> Tokens => s_users.Value.Tokens;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>The options of the server.</summary>
    internal ServerOptions Options =>
        new()
        {
            OpenLedger = () => new SqliteLedger(Ledger),
            LedgerName = "talks.db",
            Urls = ["http://127.0.0.1:0"],
            Now = () => new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero).AddMilliseconds(Interlocked.Increment(ref _ticks)) + Later,
            User = "tester",
            Users = new UserFile(Users),
            AuditFile = Audit,
            WorkFolder = Ledger + ".work",
            AssistantsWrite = true,
            OpenReading = OpenFast,
            UnknownReserve = 100_000,
        };

    /// <inheritdoc/>
    public async ValueTask InitializeAsync() => await Start(Options);

    /// <summary>A bench of one test's own.</summary>
    internal static async Task<GuardedBench> Of(Func<ServerOptions, ServerOptions>? change = null)
    {
        var bench = new GuardedBench();
        await bench.Start(change is null ? bench.Options : change(bench.Options));
        return bench;
    }

    /// <summary>A browser without cookies, or one that is logged in: hashing a password takes long, so browsers of one user share a login.</summary>
    public async Task<Browser> Browser(string? user = null)
    {
        if (user is null)
            return new Browser(Address);
        if (!_logins.TryGetValue(user, out var cookie))
        {
            using var first = await NewLogin(user);
            _logins[user] = cookie = first.LoginCookie!;
        }
        var browser = new Browser(Address);
        browser.Cookies.Add(Address, new Cookie("parley-login", cookie));
        return browser;
    }

    /// <summary>A browser with a login that no other has.</summary>
    public async Task<Browser> NewLogin(string user)
    {
        var browser = new Browser(Address);
        using var answer = await browser.LogIn(user, Password);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync(Cancel));
        return browser;
    }

    /// <summary>How many corrections there are.</summary>
    public int Corrections()
    {
        using var ledger = new SqliteLedger(Ledger);
        return ledger.Corrections().Length;
    }

    /// <summary>The lines of the audit log.</summary>
    public string[] AuditLines()
    {
        using var stream = OpenAudit();
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>The server has the file for itself while it writes a line.</summary>
    private FileStream OpenAudit()
    {
        for (var tries = 0; ; tries++)
            try
            {
                return new FileStream(Audit, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            }
            catch (IOException) when (tries < 1000)
            {
                Thread.Yield();
            }
    }

    /// <summary>Sends bytes as they are, and gives back what came until the server closed or two seconds were quiet.</summary>
    public async Task<string> Raw(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, Address.Port, Cancel);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request), Cancel);
        using var quiet = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        quiet.CancelAfter(TimeSpan.FromSeconds(10));
        var answer = new StringBuilder();
        var bytes = new byte[65536];
        try
        {
            while (await stream.ReadAsync(bytes, quiet.Token) is > 0 and var read)
                answer.Append(Encoding.Latin1.GetString(bytes, 0, read));
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // Cut off, or nothing more comes.
        }
        return answer.ToString();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
        _folder.Dispose();
    }

    private async Task Start(ServerOptions options)
    {
        await File.WriteAllBytesAsync(Ledger, s_ledger.Value, Cancel);
        await File.WriteAllBytesAsync(Users, s_users.Value.File, Cancel);
        _server = await WorkbenchServer.StartAsync(options, Cancel);
    }

    private static (byte[], Dictionary<string, string>) MakeUsers()
    {
        using var folder = new TemporaryFolder();
        var (file, tokens) = (Path.Combine(folder.Root, "users.json"), new Dictionary<string, string>(StringComparer.Ordinal));
        foreach (var (name, role) in new[] { ("rita", "reader"), ("vera", "reviewer"), ("ada", "admin") })
        {
            var call = Call.With(Password + "\n", "users", "add", name, "--role", role, "--users", file);
            Assert.True(call.Code == ExitCode.Done, call.Errors);
            tokens[name] = Call.Run("users", "token", name, "--users", file).Output.Trim();
        }
        return (File.ReadAllBytes(file), tokens);
    }

    private static byte[] MakeLedger()
    {
        using var folder = new TemporaryFolder();
        var (file, evil) = (Path.Combine(folder.Root, "talks.db"), Path.Combine(folder.Root, "evil.jsonl"));
        var article = new Dictionary<string, string>
        {
            ["id"] = "evil",
            ["title"] = $"=cmd|'/c calc'!A1 {Script} \"><svg onload=alert(1)>",
            ["text"] = string.Concat(Enumerable.Repeat(Story, 2)),
            ["publisher"] = "Evil \"><svg onload=alert(1)> Wire",
            ["author"] = Script,
            ["url"] = "javascript:alert(1)",
            ["date"] = "2022-03-29",
        };
        var report = new Dictionary<string, string>
        {
            ["id"] = "report",
            ["title"] = $"Sudan {Script} \"><svg onload=alert(1)>",
            ["text"] = Report,
            ["publisher"] = $"Report {Script} Wire",
            ["date"] = "2022-03-30",
        };
        File.WriteAllLines(evil, [JsonSerializer.Serialize(article), JsonSerializer.Serialize(report)]);
        string[] samples =
        [
            .. Directory
                .EnumerateFiles(Repository.Path("samples", "istanbul"))
                .Where(sample => !sample.EndsWith(".md", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
        ];
        foreach (
            var call in new[]
            {
                Call.Run(["add", "--model", "fast", "--ledger", file, .. samples]),
                Call.Run("add", "--model", "fast", "--ledger", file, evil),
            }
        )
            Assert.True(call.Code == ExitCode.Done, call.Errors);
        return File.ReadAllBytes(file);
    }

    private static ArticleReading OpenFast()
    {
        var model = FastLanguageModel.Open(Repository.Path("models", "en-fast"));
        return new ArticleReading(new Reader(model), LedgerRun.Of("fast"), model);
    }
}
