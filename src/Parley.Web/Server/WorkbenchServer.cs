using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Parley.Intake;
using Parley.Web.Access;
using Parley.Web.Adding;
using Parley.Web.Api;
using Parley.Web.Assets;
using Parley.Web.Correcting;
using Parley.Web.Events;
using Parley.Web.Mcp;
using Parley.Web.Paging;
using Parley.Web.Telemetry;
using Parley.Web.Users;
using Parley.Web.Work;

namespace Parley.Web.Server;

/// <summary>
/// The workbench as a server: what stands around every request, in its order. Headers first, so that errors have them too; then errors, the host,
/// where a request comes from, and the pages (<see cref="PageList"/>) and resources (<see cref="ResourceList"/>) themselves.
/// </summary>
public sealed class WorkbenchServer : IAsyncDisposable
{
    /// <summary>The most bytes that one request may bring.</summary>
    public const long MostBytes = 32 << 20;

    private readonly WebApplication _application;

    private WorkbenchServer(WebApplication application) => _application = application;

    /// <summary>The addresses that it listens on, with the ports that it got.</summary>
    public IReadOnlyList<Uri> Addresses =>
        [
            .. _application
                .Services.GetRequiredService<IServer>()
                .Features.Get<IServerAddressesFeature>()!
                .Addresses.Select(address => new Uri(address)),
        ];

    /// <summary>Starts a server; throws <see cref="ProblemException"/> where an address cannot be had.</summary>
    public static async Task<WorkbenchServer> StartAsync(ServerOptions options, CancellationToken cancel = default)
    {
        CheckUrls(options);
        options.Users?.Check();
        var application = Build(options with { Hosts = [.. options.Hosts, .. OwnNames(options)] });
        try
        {
            // What cannot be written is better said now.
            application.Services.GetRequiredService<AuditLog>();
            await application.StartAsync(cancel);
            return new WorkbenchServer(application);
        }
        catch (IOException e)
        {
            await application.DisposeAsync();
            throw new ProblemException(
                WebProblems.AddressTaken(string.Join(", ", options.Urls), e.Message),
                StatusCodes.Status500InternalServerError
            );
        }
    }

    /// <summary>Waits until the process is asked to end, and for the requests under way.</summary>
    public Task WaitAsync(CancellationToken cancel = default) => _application.WaitForShutdownAsync(cancel);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();
    }

    private static WebApplication Build(ServerOptions options)
    {
        var builder = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, EnvironmentName = Environments.Production }
        );
        builder.WebHost.UseUrls([.. options.Urls]);
        if (options.Certificate is not null)
            builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            if (options.Certificate is { } certificate)
                kestrel.ConfigureHttpsDefaults(https => https.ServerCertificate = certificate);
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MostBytes;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        });
        builder.Logging.ClearProviders();
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
        builder.Logging.AddFilter(level => level >= LogLevel.Warning);
        // That the keys of forms end with the process is meant so.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        // Pages with forms are not cached, whatever the headers said before.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error);
        // What an assistant asked wrongly is answered, and is no fault of the server.
        builder.Logging.AddFilter("ModelContextProtocol", LogLevel.Critical);
        // A start that fails is said by whoever started it.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console =>
            console.LogToStandardErrorThreshold = LogLevel.Trace
        );
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = options.StopTime);
        AddServices(builder.Services, options);
        var application = builder.Build();
        ProxyCheck.Use(application, options);
        application.UseMiddleware<SecurityHeaders>();
        application.UseMiddleware<AuditTrail>();
        application.UseMiddleware<ErrorAnswers>();
        application.UseMiddleware<ProxyCheck>();
        application.UseMiddleware<HostCheck>();
        application.UseMiddleware<AccessCheck>();
        application.UseMiddleware<OriginCheck>();
        application.UseRouting();
        AssetFiles.Map(application);
        Health.Map(application);
        foreach (var map in PageList.All)
            map(application);
        foreach (var map in ResourceList.All)
            map(application);
        ApiDescription.Map(application);
        McpServing.Map(application);
        return application;
    }

    /// <summary>What pages work with.</summary>
    internal static void AddServices(IServiceCollection services, ServerOptions options)
    {
        services.AddSingleton(provider => Measured(options, provider));
        services.AddSingleton<AuditLog>();
        services.AddSingleton<LoginSessions>();
        services.AddSingleton<LoginGuard>();
        services.AddSingleton<RequestRate>();
        services.AddSingleton<LedgerAccess>();
        services.AddSingleton<Workbench>();
        services.AddSingleton<ReadyAnswers>();
        ApiDescription.Add(services);
        McpServing.Add(services, options);
        services.AddScoped<PageRenderer>();
        services.AddSingleton<WorkFolder>();
        services.AddSingleton<SkipList>();
        services.AddSingleton<CorrectionDesk>();
        services.AddSingleton<AddingQueue>();
        TelemetryServing.Add(services, options);
        services.AddHostedService<AddingWorker>();
        services.AddHostedService<WarmUp>();
        services.AddSingleton<EventFeed>();
        services.AddHostedService(provider => provider.GetRequiredService<EventFeed>());
        services.Configure<FormOptions>(FormBody.Limit);
        // Forms that are open when the server starts anew are sent again.
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.FormFieldName = FormToken.Field;
            antiforgery.HeaderName = FormToken.Header;
            antiforgery.Cookie.Name = "parley-form";
            antiforgery.Cookie.SameSite = SameSiteMode.Strict;
            antiforgery.Cookie.HttpOnly = true;
            antiforgery.SuppressXFrameOptionsHeader = true;
        });
    }

    /// <summary>Where telemetry is asked for, what is asked of the ledger is measured.</summary>
    private static ServerOptions Measured(ServerOptions options, IServiceProvider provider) =>
        options.Telemetry is null
            ? options
            : options with
            {
                OpenLedger = () => MeasuredLedger.Of(options.OpenLedger(), provider.GetRequiredService<WorkbenchMeters>()),
            };

    /// <summary>Without users, the workbench is for this computer alone.</summary>
    private static void CheckUrls(ServerOptions options)
    {
        foreach (var url in options.Urls)
        {
            if (
                !Uri.TryCreate(url, UriKind.Absolute, out var address)
                || address.Scheme is not ("http" or "https")
                || address.AbsolutePath != "/"
            )
                throw new ProblemException(WebProblems.NotAnAddress(url), StatusCodes.Status400BadRequest);
            if (address.Scheme == "https" && options.Certificate is null)
                throw new ProblemException(UserProblems.NoTls(url), StatusCodes.Status400BadRequest);
            if (address.IsLoopback)
                continue;
            if (options.Users is null)
                throw new ProblemException(WebProblems.NotLocal(url), StatusCodes.Status400BadRequest);
            if (address.Scheme == "http" && options.Proxy is null)
                throw new ProblemException(UserProblems.NoTls(url), StatusCodes.Status400BadRequest);
        }
    }

    /// <summary>The names by which it listens beyond this computer; one that stands for all addresses is none.</summary>
    private static IEnumerable<string> OwnNames(ServerOptions options) =>
        options
            .Urls.Select(url => new Uri(url))
            .Where(address => !address.IsLoopback && address.Host is not ("0.0.0.0" or "[::]"))
            .Select(address => address.Host);
}
