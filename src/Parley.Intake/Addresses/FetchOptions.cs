using System.Net;

namespace Parley.Intake.Addresses;

/// <summary>How addresses are fetched.</summary>
public sealed record FetchOptions
{
    /// <summary>True to fetch from this computer and from local networks too.</summary>
    public bool AllowsPrivate { get; init; }

    /// <summary>The time.</summary>
    public IntakeClock Clock { get; init; } = IntakeClock.System;

    /// <summary>The time between two requests to a host, unless it wants more: a second.</summary>
    public TimeSpan Gap { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait for an answer, and for each part of what is sent: 30 seconds.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Tells public addresses; tests let one of this computer stand for the web.</summary>
    internal Func<IPAddress, bool> IsPublic { get; init; } = AddressGuard.IsPublic;

    /// <summary>Gives the addresses of a host.</summary>
    public Func<string, CancellationToken, Task<IPAddress[]>> Resolve { get; init; } =
        static (host, cancel) => Dns.GetHostAddressesAsync(host, cancel);
}
