using System.IO.Pipelines;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using Parley.Cli;
using Parley.Web.Mcp;
using Parley.Web.Server;
using Xunit;

namespace Parley.Tests.Web.Mcp;

/// <summary>The tools over the sample reports, by both ways: streams, as standard input and output are, and HTTP.</summary>
public sealed class McpLedger : IAsyncLifetime
{
    private readonly WebLedger _web = new();
    private readonly List<IAsyncDisposable> _open = [];
    private readonly CancellationTokenSource _end = new();
    private readonly List<Task> _serving = [];

    /// <summary>A client over streams, read-only.</summary>
    public McpClient Streams { get; private set; } = null!;

    /// <summary>A client over streams of a server that was started with <c>--write</c>.</summary>
    public McpClient Writing { get; private set; } = null!;

    /// <summary>A client over HTTP.</summary>
    public McpClient Http { get; private set; } = null!;

    /// <summary>The workbench.</summary>
    public WebLedger Web => _web;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        await _web.InitializeAsync();
        var options = _web.Options with { OpenModel = name => ModelFolder.Open(name == "fast" ? ModelChoice.Fast : ModelChoice.Accurate) };
        Streams = await Connect(options with { IsReadOnly = true });
        Writing = await Connect(options with { AssistantsWrite = true });
        var server = await WorkbenchServer.StartAsync(options);
        _open.Add(server);
        Http = await McpClient.CreateAsync(
            new HttpClientTransport(
                new HttpClientTransportOptions
                {
                    Endpoint = new Uri(server.Addresses[0], "mcp"),
                    TransportMode = HttpTransportMode.StreamableHttp,
                }
            )
        );
        _open.Add(Http);
    }

    /// <summary>Calls a tool by a way.</summary>
    public ValueTask<CallToolResult> Call(string way, string tool, params (string Name, object? Value)[] arguments) =>
        ClientOf(way)
            .CallToolAsync(
                tool,
                arguments.ToDictionary(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal),
                cancellationToken: TestContext.Current.CancellationToken
            );

    /// <summary>The client of a way.</summary>
    public McpClient ClientOf(string way) =>
        way switch
        {
            "http" => Http,
            "write" => Writing,
            _ => Streams,
        };

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _open.Reverse();
        foreach (var one in _open)
            await one.DisposeAsync();
        await _end.CancelAsync();
        foreach (var serving in _serving)
            await serving.WaitAsync(TimeSpan.FromSeconds(20));
        _end.Dispose();
        await _web.DisposeAsync();
    }

    private async Task<McpClient> Connect(ServerOptions options)
    {
        var (there, back) = (new Pipe(), new Pipe());
        _serving.Add(McpServing.RunAsync(options, there.Reader.AsStream(), back.Writer.AsStream(), _end.Token));
        var client = await McpClient.CreateAsync(new StreamClientTransport(there.Writer.AsStream(), back.Reader.AsStream()));
        _open.Add(client);
        return client;
    }
}
