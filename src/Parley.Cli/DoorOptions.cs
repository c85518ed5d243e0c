#if !FAST_MODEL_ONLY
using System.CommandLine;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Parley.Intake;
using Parley.Web.Server;
using Parley.Web.Users;

namespace Parley.Cli;

/// <summary>The options of <c>parley serve</c> that open the workbench to others: who may log in, and what encrypts.</summary>
internal sealed class DoorOptions
{
    private readonly Option<string?> _users = new("--users")
    {
        Description = "The file of those who may log in (parley users); without it, this computer alone is answered and nobody is asked.",
        HelpName = "FILE",
    };
    private readonly Option<string[]> _hosts = new("--host")
    {
        Description = "A name by which browsers call the server, such as that of the proxy.",
        HelpName = "NAME",
        DefaultValueFactory = _ => [],
    };
    private readonly Option<string?> _proxy = new("--proxy")
    {
        Description = "The address of the proxy that encrypts (TLS) and calls the server.",
        HelpName = "IP",
    };
    private readonly Option<string?> _certificate = new("--certificate")
    {
        Description = "The certificate (PEM) with which the server itself encrypts https addresses.",
        HelpName = "FILE",
    };
    private readonly Option<string?> _key = new("--certificate-key") { Description = "The certificate's key (PEM).", HelpName = "FILE" };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (Option option in new Option[] { _users, _hosts, _proxy, _certificate, _key })
            command.Options.Add(option);
    }

    /// <summary>What a call says of them.</summary>
    public ServerOptions Apply(ParseResult call, ServerOptions options) =>
        options with
        {
            Users = call.GetValue(_users) is { } file ? new UserFile(Path.GetFullPath(file)) : null,
            Hosts = call.GetValue(_hosts) ?? [],
            Proxy = call.GetValue(_proxy) is { } proxy ? AddressOf(proxy) : null,
            Certificate = call.GetValue(_certificate) is { } certificate ? Certificate(certificate, call.GetValue(_key)) : null,
        };

    /// <summary>Who is let in and how what is sent is kept from others, as it is said at the start.</summary>
    public static string Said(ServerOptions options) =>
        options switch
        {
            { Users: null } => "It answers this computer alone, and asks nobody who he is.",
            { Certificate: not null } => $"Users of {options.Users.Path} log in; https addresses are encrypted (TLS).",
            { Proxy: { } proxy } =>
                $"Users of {options.Users.Path} log in, through the proxy {proxy}; it has to encrypt (TLS), between it and here nothing is.",
            _ => $"Users of {options.Users.Path} log in; nothing is encrypted, so it answers this computer alone.",
        };

    private static IPAddress AddressOf(string proxy) =>
        IPAddress.TryParse(proxy, out var address)
            ? address
            : throw new ProblemException(Problems.NotOneOf("--proxy", proxy, "an IP address such as 127.0.0.1"), ExitCode.Usage);

    private static X509Certificate2 Certificate(string file, string? key)
    {
        try
        {
            return X509Certificate2.CreateFromPemFile(file, key);
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new ProblemException(UserProblems.CertificateFails(file, e.Message.ReplaceLineEndings(" ")), ExitCode.Usage);
        }
    }
}
#endif
