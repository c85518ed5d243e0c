using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Parley.Intake;
using Parley.Web.Access;
using Parley.Web.Api;
using Parley.Web.Assets;
using Parley.Web.Paging;

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
        var application = Build(options);
        try
        {
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
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MostBytes;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        });
        builder.Logging.ClearProviders();
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
        builder.Logging.AddFilter(level => level >= LogLevel.Warning);
        // That the keys of forms end with the process is meant so.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        // A start that fails is said by whoever started it.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console =>
            console.LogToStandardErrorThreshold = LogLevel.Trace
        );
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = options.StopTime);
        AddServices(builder.Services, options);
        var application = builder.Build();
        application.UseMiddleware<SecurityHeaders>();
        application.UseMiddleware<ErrorAnswers>();
        application.UseMiddleware<HostCheck>();
        application.UseMiddleware<OriginCheck>();
        application.UseRouting();
        AssetFiles.Map(application);
        Health.Map(application);
        foreach (var map in PageList.All)
            map(application);
        foreach (var map in ResourceList.All)
            map(application);
        return application;
    }

    /// <summary>What pages work with.</summary>
    internal static void AddServices(IServiceCollection services, ServerOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<LedgerAccess>();
        services.AddSingleton<Workbench>();
        services.AddScoped<PageRenderer>();
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
            if (!address.IsLoopback)
                throw new ProblemException(WebProblems.NotLocal(url), StatusCodes.Status400BadRequest);
        }
    }
}
