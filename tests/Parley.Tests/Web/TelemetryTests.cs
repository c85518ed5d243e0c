using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Parley.Web.Telemetry;
using Xunit;

namespace Parley.Tests.Web;

/// <summary>Traces and metrics go out where that is asked for, to where it is said, and tell nothing of anybody.</summary>
public sealed class TelemetryTests
{
    private const string Story =
        "KYIV, March 31 - Russian artillery shelled Chernihiv on Thursday and killed two people, the governor Viacheslav Chaus said.";

    [Fact]
    public async Task What_is_asked_read_and_corrected_is_told_to_the_collector()
    {
        using var collector = new Collector();
        await using (
            var bench = await WorkbenchFixture.OfSamples(options => options with { Telemetry = new TelemetryTarget(collector.Address) })
        )
        {
            await bench.Get("/board?topic=chernihiv-is-asked");
            await bench.Get("/api/v1/search?q=chernihiv-is-asked");
            var record = await bench.Get("/api/v1/queue?limit=1");
            await bench.Post("/corrections", ("verb", "accept"), ("record", record.Split("\"record\":\"")[1].Split('"')[0]));
            await bench.Upload([("chaus.txt", Encoding.UTF8.GetBytes(Story))], ("published", "2022-03-31"));
            await bench.AllRead();
        }
        var (traces, metrics) = (collector.Of("/v1/traces"), collector.Of("/v1/metrics"));
        foreach (
            var metric in new[]
            {
                "http.server.request.duration",
                "parley.ledger.question.duration",
                "parley.articles",
                "parley.article.duration",
                "parley.queue.jobs",
                "parley.corrections",
                "accept",
                "Derived",
            }
        )
            Assert.Contains(metric, metrics, StringComparison.Ordinal);
        Assert.Contains("parley", traces, StringComparison.Ordinal);
        Assert.Contains("ledger Derived", traces, StringComparison.Ordinal);
        Assert.Contains("/api/v1/search", traces, StringComparison.Ordinal);
        foreach (var secret in new[] { "chernihiv-is-asked", "tester", "Chaus", "user_agent", "network.peer.address", "client.address" })
        {
            Assert.DoesNotContain(secret, metrics, StringComparison.Ordinal);
            Assert.DoesNotContain(secret, traces, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Nothing_goes_out_unless_it_is_asked_for()
    {
        using var collector = new Collector();
        var variables = new Dictionary<string, string>
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address.ToString(),
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        };
        using var folder = new Intake.TemporaryFolder();
        string[] call = ["--ledger", Path.Combine(folder.Root, "talks.db"), "--new", "--urls", "http://127.0.0.1:0"];
        foreach (var isAsked in new[] { false, true })
        {
            using var server = await ServerProcess.Start(isAsked ? [.. call, "--telemetry", "otlp"] : call, variables);
            await server.Client.GetStringAsync("/board", TestContext.Current.CancellationToken);
            Assert.Equal(0, server.Stop(TimeSpan.FromSeconds(10)));
            Assert.Equal(isAsked, collector.Of("/v1/metrics").Length > 0);
        }
    }

    [Fact]
    public async Task A_collector_that_is_away_does_not_hold_up_the_stop()
    {
        // It takes calls and never answers.
        using var silent = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var address = new Uri($"http://127.0.0.1:{((IPEndPoint)silent.LocalEndpoint).Port}");
        var bench = await WorkbenchFixture.OfSamples(options => options with { Telemetry = new TelemetryTarget(address) });
        await bench.Get("/board");
        var clock = System.Diagnostics.Stopwatch.StartNew();
        await bench.DisposeAsync();
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 10);
    }

    [Theory]
    [InlineData("otlp", null, null, true)]
    [InlineData("http://127.0.0.1:4318", null, null, true)]
    [InlineData(null, "otlp", null, true)]
    [InlineData(null, "console", null, false)]
    [InlineData(null, null, null, false)]
    [InlineData("otlp", "otlp", "true", false)]
    public void It_is_asked_for_by_the_option_or_a_variable(string? option, string? exporter, string? disabled, bool isOn)
    {
        string? Variable(string name) =>
            name switch
            {
                "OTEL_TRACES_EXPORTER" => exporter,
                "OTEL_SDK_DISABLED" => disabled,
                "OTEL_EXPORTER_OTLP_ENDPOINT" => "http://127.0.0.1:4318",
                _ => null,
            };
        Assert.True(TelemetryTarget.TryRead(option, Variable, out var target));
        Assert.Equal(isOn, target is not null);
    }

    [Theory]
    [InlineData("collector")]
    [InlineData("ftp://127.0.0.1")]
    [InlineData("")]
    public void What_is_no_address_is_refused(string option)
    {
        Assert.False(TelemetryTarget.TryRead(option, _ => null, out _));
        using var folder = new Intake.TemporaryFolder();
        var call = Cli.Call.Run("serve", "--ledger", Path.Combine(folder.Root, "talks.db"), "--new", "--telemetry", option);
        Assert.Contains("PRL0076", call.Errors, StringComparison.Ordinal);
    }

    /// <summary>Takes OTLP over HTTP; the words in it stand as they are.</summary>
    private sealed class Collector : IDisposable
    {
        private readonly ConcurrentDictionary<string, StringBuilder> _bodies = [];
        private readonly HttpListener _listener = new();

        public Collector()
        {
            using (var free = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0))
            {
                free.Start();
                Address = new Uri($"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}");
            }
            _listener.Prefixes.Add(Address.ToString());
            _listener.Start();
            _ = Task.Run(Take);
        }

        public Uri Address { get; }

        public string Of(string path) => _bodies.TryGetValue(path, out var body) ? body.ToString() : "";

        private async Task Take()
        {
            while (_listener.IsListening)
                try
                {
                    var call = await _listener.GetContextAsync();
                    using var bytes = new MemoryStream();
                    await call.Request.InputStream.CopyToAsync(bytes);
                    _bodies
                        .GetOrAdd(call.Request.Url!.AbsolutePath, _ => new StringBuilder())
                        .Append(Encoding.Latin1.GetString(bytes.ToArray()));
                    call.Response.Close();
                }
                catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or InvalidOperationException)
                {
                    return;
                }
        }

        public void Dispose() => _listener.Close();
    }
}
