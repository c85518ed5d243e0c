using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Parley.Web.Server;

namespace Parley.Web.Telemetry;

/// <summary>Sends traces and metrics by OpenTelemetry, where that was asked for.</summary>
internal static class TelemetryServing
{
    /// <summary>The most that an export may take: a collector that is away must not hold up the stop of the server.</summary>
    private const int MostMilliseconds = 2000;

    /// <summary>ASP.NET names its traces' fields by OpenTelemetry's conventions only where this is off.</summary>
    private const string Suppress = "Microsoft.AspNetCore.Hosting.SuppressActivityOpenTelemetryData";

    private static readonly string[] s_meters =
    [
        WorkbenchMeters.Name,
        "Microsoft.AspNetCore.Hosting",
        "Microsoft.AspNetCore.Server.Kestrel",
        "System.Runtime",
    ];

    /// <summary>Adds what collects and sends; nothing where nobody asked.</summary>
    public static void Add(IServiceCollection services, ServerOptions options)
    {
        services.AddMetrics();
        services.AddSingleton<WorkbenchMeters>();
        if (options.Telemetry is not { } target)
            return;
        AppContext.SetSwitch(Suppress, false);
        var version = typeof(TelemetryServing).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;
        services
            .AddOpenTelemetry()
            // What the environment says of the service counts more: it comes last.
            .ConfigureResource(resource => resource.AddService("parley", serviceVersion: version).AddEnvironmentVariableDetector())
            .WithTracing(traces =>
                traces
                    .AddSource(WorkbenchMeters.Name, "Microsoft.AspNetCore")
                    .AddProcessor<QuietTraces>()
                    .AddOtlpExporter(exporter => Aim(exporter, target, "traces"))
            )
            .WithMetrics(metrics => metrics.AddMeter(s_meters).AddOtlpExporter(exporter => Aim(exporter, target, "metrics")));
        services.AddSingleton<QuietTraces>();
    }

    private static void Aim(OtlpExporterOptions exporter, TelemetryTarget target, string signal)
    {
        exporter.TimeoutMilliseconds = Math.Min(exporter.TimeoutMilliseconds, MostMilliseconds);
        if (target.Endpoint is not { } address)
            return;
        exporter.Protocol = OtlpExportProtocol.HttpProtobuf;
        exporter.Endpoint = new Uri($"{address.ToString().TrimEnd('/')}/v1/{signal}");
    }
}
