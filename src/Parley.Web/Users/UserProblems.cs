using Parley.Intake;

namespace Parley.Web.Users;

/// <summary>What can be wrong with users and their logging in. The numbers stand in <c>docs/errors.md</c>.</summary>
public static class UserProblems
{
    /// <summary>Somebody who did not say who he is.</summary>
    public static Problem NotLoggedIn() => new("PRL0120", "this workbench wants to know who you are", "log in at /login, or send a token");

    /// <summary>A user whose role is not enough.</summary>
    public static Problem NotAllowed(string role) =>
        new("PRL0121", $"only a {role} may do this", "ask who keeps the users of this workbench");

    /// <summary>Too many requests, or too many wrong passwords.</summary>
    public static Problem TooOften(string what) => new("PRL0122", $"there were too many {what}", "wait a while and try again");

    /// <summary>A wrong name, password or token; which is not said.</summary>
    public static Problem LoginFailed(string what) => new("PRL0123", $"{what} is not right", "try again, or ask who keeps the users");

    /// <summary>An address at which passwords would go in clear.</summary>
    public static Problem NoTls(string url) =>
        new(
            "PRL0124",
            $"at {url} passwords could be read on the way",
            "name a certificate with --certificate, or the proxy that encrypts with --proxy"
        );

    /// <summary>A file of users that is not there.</summary>
    public static Problem NoUserFile(string path) => new("PRL0125", $"there is no file of users {path}", "make it with parley users add");

    /// <summary>A file of users in which nobody is.</summary>
    public static Problem NoUsers(string path) => new("PRL0126", $"nobody is in {path}", "add somebody with parley users add");

    /// <summary>A file of users that others may change.</summary>
    public static Problem OpenUserFile(string path) =>
        new("PRL0127", $"others on this computer may write to {path}", "take that from them with chmod go-w");

    /// <summary>A file of users that cannot be used.</summary>
    public static Problem UserFileFails(string path, string why) =>
        new("PRL0128", $"the users in {path} cannot be had ({why.TrimEnd('.')})", "look at the file, or put back a copy");

    /// <summary>A name that cannot be one.</summary>
    public static Problem NotAName(string name) =>
        new("PRL0129", $"'{name}' cannot be the name of a user", "take up to 64 letters, digits and . - _ @");

    /// <summary>A password that is too short, too long or has the name in it.</summary>
    public static Problem WeakPassword(int least) =>
        new("PRL0130", "the password is too easy or too long", $"take {least} to 256 letters without the name in them");

    /// <summary>A user that is not there.</summary>
    public static Problem NoUser(string name) => new("PRL0131", $"there is no user '{name}'", "see parley users list");

    /// <summary>A token that is not there.</summary>
    public static Problem NoToken(string name, string id) => new("PRL0132", $"{name} has no token '{id}'", "see parley users list");

    /// <summary>A request that came through a proxy to a workbench without users.</summary>
    public static Problem ThroughProxy() =>
        new("PRL0133", "this workbench asks nobody who he is, and the request came through a proxy", "start it with --users and --proxy");

    /// <summary>A request that did not come through the proxy.</summary>
    public static Problem NotThroughProxy() => new("PRL0134", "the request did not come through the proxy", "call the proxy's address");

    /// <summary>A certificate that cannot be used.</summary>
    public static Problem CertificateFails(string path, string why) =>
        new(
            "PRL0135",
            $"the certificate {path} cannot be used ({why.TrimEnd('.')})",
            "name a PEM file with --certificate and its key with --certificate-key"
        );

    /// <summary>An audit log that cannot be written.</summary>
    public static Problem AuditFails(string path, string why) =>
        new("PRL0136", $"the audit log {path} cannot be written ({why.TrimEnd('.')})", "make room or give the server leave to write there");

    /// <summary>No password came.</summary>
    public static Problem NoPassword() => new("PRL0137", "no password was given", "type it, or send it on standard input as one line");
}
