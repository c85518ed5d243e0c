namespace Parley.Web.Telemetry;

/// <summary>Where traces and metrics go: to what takes OTLP. Nothing is sent anywhere unless there is one.</summary>
/// <param name="Endpoint">The address of a collector that takes OTLP over HTTP, such as <c>http://127.0.0.1:4318</c>; null for where the variables <c>OTEL_EXPORTER_OTLP_…</c> say.</param>
public sealed record TelemetryTarget(Uri? Endpoint)
{
    /// <summary>The word that sends to where the variables say.</summary>
    public const string ByVariables = "otlp";

    /// <summary>The variables that ask for telemetry as the option does.</summary>
    private static readonly string[] s_asking = ["OTEL_TRACES_EXPORTER", "OTEL_METRICS_EXPORTER"];

    /// <summary>Of an option and the variables of the environment.</summary>
    /// <param name="option">What was given: <c>otlp</c>, an address, or nothing.</param>
    /// <param name="variable">Looks a variable up.</param>
    /// <param name="target">The target; null where nobody asks for telemetry, or <c>OTEL_SDK_DISABLED</c> forbids it.</param>
    /// <returns>False where the option is neither.</returns>
    public static bool TryRead(string? option, Func<string, string?> variable, out TelemetryTarget? target)
    {
        target = null;
        if (option is not null and not ByVariables)
        {
            if (!Uri.TryCreate(option, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
                return false;
            target = new TelemetryTarget(address);
        }
        else if (option is ByVariables || s_asking.Any(name => variable(name) == ByVariables))
            target = new TelemetryTarget((Uri?)null);
        if (string.Equals(variable("OTEL_SDK_DISABLED"), "true", StringComparison.OrdinalIgnoreCase))
            target = null;
        return true;
    }

    /// <summary>It in words, for the start.</summary>
    public override string ToString() =>
        Endpoint is null ? "Traces and metrics go where OTEL_EXPORTER_OTLP_ENDPOINT says." : $"Traces and metrics go to {Endpoint} (OTLP).";
}
