using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Parley.Tests.Cli;
using Parley.Tests.Intake;
using Xunit;

namespace Parley.Tests.Web.Security;

/// <summary>The server encrypts by itself: <c>--certificate</c> over real TLS, with a certificate that the test makes.</summary>
public sealed class EncryptionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task With_a_certificate_everything_goes_over_TLS()
    {
        using var certificate = MakeCertificate(out var pem, out var key);
        using var server = await ServerProcess.Start([
            "--ledger",
            Path.Combine(_folder.Root, "talks.db"),
            "--new",
            "--users",
            MakeUsers(),
            "--urls",
            "https://127.0.0.1:0",
            "--certificate",
            pem,
            "--certificate-key",
            key,
        ]);
        Assert.Equal("https", server.Address.Scheme);
        Assert.Contains(server.Said, line => line.Contains("encrypted (TLS)", StringComparison.Ordinal));
        // It is this certificate, and no version of TLS that can be broken.
        using (var tcp = new TcpClient())
        {
            await tcp.ConnectAsync(IPAddress.Loopback, server.Address.Port, Cancel);
            await using var stream = new SslStream(
                tcp.GetStream(),
                false,
                (_, shown, _, _) => shown!.GetCertHashString() == certificate.GetCertHashString()
            );
            await stream.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = "127.0.0.1" }, Cancel);
            Assert.True(stream.SslProtocol is SslProtocols.Tls12 or SslProtocols.Tls13, $"{stream.SslProtocol}");
        }
        // Logging in works, and the cookie goes over TLS alone.
        var token = await server.Token("/login", Cancel);
        using var form = new FormUrlEncodedContent([
            new("form_token", token),
            new("name", "vera"),
            new("password", GuardedBench.Password),
            new("next", "/board"),
        ]);
        using var answer = await server.Client.PostAsync("/login", form, Cancel);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var cookie = Assert.Single(
            answer.Headers.GetValues("Set-Cookie"),
            line => line.StartsWith("__Host-parley=", StringComparison.Ordinal)
        );
        Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
        using var board = await server.Client.GetAsync("/board", Cancel);
        Assert.Equal(HttpStatusCode.OK, board.StatusCode);
        // In clear nothing is answered on that port.
        Assert.DoesNotContain("HTTP/1.1 200", await InClear(server.Address.Port), StringComparison.Ordinal);
        Assert.Equal(0, server.Stop(TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public void A_certificate_that_is_none_is_said()
    {
        var file = Path.Combine(_folder.Root, "no.pem");
        File.WriteAllText(file, "no certificate");
        var call = Call.Run(
            "serve",
            "--ledger",
            Path.Combine(_folder.Root, "talks.db"),
            "--new",
            "--users",
            MakeUsers(),
            "--urls",
            "https://127.0.0.1:0",
            "--certificate",
            file
        );
        Assert.NotEqual(0, call.Code);
        Assert.Contains("PRL01", call.Errors, StringComparison.Ordinal);
        Assert.Contains("no.pem", call.Errors, StringComparison.Ordinal);
    }

    private static async Task<string> InClear(int port)
    {
        using var tcp = new TcpClient();
        await tcp.ConnectAsync(IPAddress.Loopback, port, Cancel);
        var stream = tcp.GetStream();
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes($"GET /health/live HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n"),
            Cancel
        );
        using var answer = new MemoryStream();
        try
        {
            await stream.CopyToAsync(answer, Cancel);
        }
        catch (IOException)
        {
            // Cut off.
        }
        return Encoding.Latin1.GetString(answer.ToArray());
    }

    private string MakeUsers()
    {
        var file = Path.Combine(_folder.Root, "users.json");
        var call = Call.With(GuardedBench.Password + "\n", "users", "add", "vera", "--role", "reviewer", "--users", file);
        Assert.True(call.Code == 0, call.Errors);
        return file;
    }

    /// <summary>A certificate of its own making for this computer, as two PEM files.</summary>
    private X509Certificate2 MakeCertificate(out string pem, out string key)
    {
        using var secret = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", secret, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(30));
        (pem, key) = (Path.Combine(_folder.Root, "talks.pem"), Path.Combine(_folder.Root, "talks.key"));
        File.WriteAllText(pem, certificate.ExportCertificatePem());
        File.WriteAllText(key, secret.ExportPkcs8PrivateKeyPem());
        return certificate;
    }

    public void Dispose() => _folder.Dispose();
}
