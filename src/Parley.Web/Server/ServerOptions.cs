using System.Net;
using System.Security.Cryptography.X509Certificates;
using Parley.Intake.Addresses;
using Parley.Ledger;
using Parley.Syntax;
using Parley.Web.Telemetry;
using Parley.Web.Users;

namespace Parley.Web.Server;

/// <summary>How a workbench is served.</summary>
public sealed record ServerOptions
{
    /// <summary>The address that is used where none is named: this computer alone.</summary>
    public const string DefaultUrl = "http://127.0.0.1:5080";

    /// <summary>Opens the ledger; each call gives another instance, for one thread at a time.</summary>
    public required Func<ILedger> OpenLedger { get; init; }

    /// <summary>The ledger's file or address as it may be shown: without a password.</summary>
    public required string LedgerName { get; init; }

    /// <summary>The addresses to listen on; port 0 takes a free one.</summary>
    public IReadOnlyList<string> Urls { get; init; } = [DefaultUrl];

    /// <summary>Names besides its own addresses by which browsers may call the server.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>Who may log in; null where nobody is asked who he is, which is for this computer alone.</summary>
    public UserFile? Users { get; init; }

    /// <summary>The proxy that encrypts and calls the server for browsers elsewhere; null for none.</summary>
    public IPAddress? Proxy { get; init; }

    /// <summary>With what the server itself encrypts; null where it does not.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>Where it is noted who did what; null for nowhere.</summary>
    public string? AuditFile { get; init; }

    /// <summary>The most requests at once from an address where nobody is logged in.</summary>
    public int UnknownReserve { get; init; } = 60;

    /// <summary>Opens what reads articles that are added in the browser, when the first is; null where none can be added.</summary>
    public Func<ArticleReading>? OpenReading { get; init; }

    /// <summary>How addresses are fetched that are added in the browser: only public ones, unless it says otherwise.</summary>
    public FetchOptions Fetching { get; init; } = new();

    /// <summary>The folder in which the server keeps what waits to be read, what was skipped and what it told browsers; null to keep that no longer than it runs.</summary>
    public string? WorkFolder { get; init; }

    /// <summary>True to show only: no form is offered, and whatever would write is refused.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>The names of models that may be asked for.</summary>
    public static IReadOnlyList<string> ModelNames { get; } = ["fast", "accurate"];

    /// <summary>Opens a model by its name, to read a text at once; null where none can be read.</summary>
    public Func<string, ILanguageModel>? OpenModel { get; init; }

    /// <summary>True where assistants may correct, not only ask.</summary>
    public bool AssistantsWrite { get; init; }

    /// <summary>What time it is; tests set their own.</summary>
    public Func<DateTimeOffset> Now { get; init; } = () => DateTimeOffset.UtcNow;

    /// <summary>Who works at the workbench where nobody logs in.</summary>
    public string User { get; init; } = Environment.UserName;

    /// <summary>Where traces and metrics go; null for nowhere.</summary>
    public TelemetryTarget? Telemetry { get; init; }

    /// <summary>The bytes after which the audit log is put aside and begun anew.</summary>
    public long AuditBytes { get; init; } = 10_000_000;

    /// <summary>How long requests under way may take when the server stops.</summary>
    public TimeSpan StopTime { get; init; } = TimeSpan.FromSeconds(10);
}
