namespace Parley.Intake.Addresses;

/// <summary>When each host may be asked again, so that none is asked too often.</summary>
/// <param name="clock">The time.</param>
/// <param name="gap">The time between two requests to a host where it does not say another.</param>
internal sealed class HostPace(IntakeClock clock, TimeSpan gap)
{
    private readonly Dictionary<string, DateTimeOffset> _next = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Waits until a host may be asked, and notes that it is.</summary>
    /// <param name="host">The host, with its port.</param>
    /// <param name="own">The time between two requests that the host wants.</param>
    public void Wait(string host, TimeSpan? own)
    {
        var now = clock.Now();
        if (_next.TryGetValue(host, out var next) && next > now)
        {
            clock.Wait(next - now);
            now = next;
        }
        _next[host] = now + (own > gap ? own.Value : gap);
    }

    /// <summary>Has a host left alone for a while.</summary>
    public void Rest(string host, TimeSpan time) => _next[host] = clock.Now() + time;
}
