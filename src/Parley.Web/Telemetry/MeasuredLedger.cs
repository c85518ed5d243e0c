using System.Diagnostics;
using System.Reflection;
using Parley.Ledger;

namespace Parley.Web.Telemetry;

/// <summary>
/// A ledger that notes how long each question takes, by its name alone. Of what is given back bit by bit (readings), the time is that to the first.
/// Used only where telemetry is asked for.
/// </summary>
internal class MeasuredLedger : DispatchProxy
{
    private ILedger? _ledger;
    private WorkbenchMeters? _meters;

    /// <summary>Measures a ledger.</summary>
    public static ILedger Of(ILedger ledger, WorkbenchMeters meters)
    {
        var proxy = Create<ILedger, MeasuredLedger>();
        var measured = (MeasuredLedger)(object)proxy;
        (measured._ledger, measured._meters) = (ledger, meters);
        return proxy;
    }

    /// <inheritdoc/>
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var name = targetMethod!.Name;
        if (name == nameof(IDisposable.Dispose))
            return targetMethod.Invoke(_ledger, args);
        using var span = WorkbenchMeters.Traces.StartActivity($"ledger {name}", ActivityKind.Client);
        var (since, isFault) = (Stopwatch.GetTimestamp(), true);
        try
        {
            var result = targetMethod.Invoke(_ledger, BindingFlags.DoNotWrapExceptions, null, args, null);
            isFault = false;
            return result;
        }
        catch (Exception e)
        {
            span?.SetStatus(ActivityStatusCode.Error, e.GetType().Name);
            throw;
        }
        finally
        {
            _meters!.Asked(name, Stopwatch.GetElapsedTime(since), isFault);
        }
    }
}
