using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Parley.Tests.Intake;

/// <summary>A server on this computer that answers as it is told, byte for byte.</summary>
internal sealed class LocalServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<Request, byte[]> _answer;

    public LocalServer(Func<Request, byte[]> answer)
    {
        _answer = answer;
        _listener.Start();
        _ = Task.Run(Accept);
    }

    /// <summary>Its address, without a stroke at the end.</summary>
    public string Root => $"http://127.0.0.1:{Port.ToString(CultureInfo.InvariantCulture)}";

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>What was asked, in its order.</summary>
    public ConcurrentQueue<Request> Requests { get; } = new();

    /// <summary>The paths that were asked for, <c>robots.txt</c> left out.</summary>
    public IEnumerable<string> Paths => Requests.Select(request => request.Path).Where(path => path != "/robots.txt");

    public static byte[] Ok(string body, string type = "text/html; charset=utf-8", string headers = "") =>
        Reply(200, Encoding.UTF8.GetBytes(body), type, headers);

    public static byte[] Reply(int status, byte[] body, string type = "text/html; charset=utf-8", string headers = "") =>
        [
            .. Encoding.ASCII.GetBytes(
                $"HTTP/1.1 {status.ToString(CultureInfo.InvariantCulture)} X\r\nContent-Type: {type}\r\nContent-Length: {body.Length.ToString(CultureInfo.InvariantCulture)}\r\nConnection: close\r\n{headers}\r\n"
            ),
            .. body,
        ];

    public static byte[] Missing => Reply(404, []);

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task Accept()
    {
        while (!_stop.IsCancellationRequested)
            try
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                _ = Task.Run(() => Serve(client));
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
    }

    private async Task Serve(TcpClient client)
    {
        using (client)
            try
            {
                var stream = client.GetStream();
                var (head, buffer) = (new StringBuilder(), new byte[4096]);
                while (!head.ToString().Contains("\r\n\r\n", StringComparison.Ordinal))
                {
                    var count = await stream.ReadAsync(buffer);
                    if (count == 0)
                        return;
                    head.Append(Encoding.ASCII.GetString(buffer, 0, count));
                }
                var lines = head.ToString().Split("\r\n");
                var request = new Request(
                    lines[0].Split(' ')[1],
                    lines
                        .Skip(1)
                        .Where(line => line.Contains(':', StringComparison.Ordinal))
                        .ToDictionary(
                            line => line.Split(':')[0],
                            line => line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim(),
                            StringComparer.OrdinalIgnoreCase
                        )
                );
                Requests.Enqueue(request);
                await stream.WriteAsync(_answer(request));
            }
            catch (IOException)
            {
                // The client has seen enough.
            }
    }

    /// <summary>What was asked.</summary>
    internal sealed record Request(string Path, IReadOnlyDictionary<string, string> Headers)
    {
        public string? Header(string name) => Headers.GetValueOrDefault(name);
    }
}
