using System.Net;
using System.Net.Sockets;

namespace Parley.Intake.Addresses;

/// <summary>Tells public addresses from those of this computer, of local networks and of documentation, in both versions and in all forms in which one is written in the other.</summary>
/// <remarks>Source: the IANA registries of special-purpose addresses. What is not plainly public counts as private.</remarks>
public static class AddressGuard
{
    private static readonly IPNetwork[] s_private =
    [
        .. new[]
        {
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.31.196.0/24",
            "192.52.193.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "192.175.48.0/24",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
        }.Select(text => IPNetwork.Parse(text)),
    ];

    private static readonly IPNetwork s_global = IPNetwork.Parse("2000::/3");

    /// <summary>Within the global range: protocol assignments with Teredo, documentation, retired 6bone and discard.</summary>
    private static readonly IPNetwork[] s_notGlobal =
    [
        .. new[] { "2001::/23", "2001:db8::/32", "3fff::/20", "2620:4f:8000::/48" }.Select(text => IPNetwork.Parse(text)),
    ];

    private static readonly IPNetwork s_nat64 = IPNetwork.Parse("64:ff9b::/96");

    private static readonly IPNetwork s_sixToFour = IPNetwork.Parse("2002::/16");

    /// <summary>True for an address that anyone on the internet may have.</summary>
    public static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        if (address.AddressFamily == AddressFamily.InterNetwork)
            return !s_private.Any(network => network.Contains(address));
        if (address.AddressFamily != AddressFamily.InterNetworkV6 || address.ScopeId != 0)
            return false;
        var bytes = address.GetAddressBytes();
        // An address of version 4 is carried in these, and it is there that one ends.
        if (s_nat64.Contains(address))
            return IsPublic(new IPAddress(bytes.AsSpan(12, 4)));
        if (s_sixToFour.Contains(address))
            return IsPublic(new IPAddress(bytes.AsSpan(2, 4)));
        return s_global.Contains(address) && !s_notGlobal.Any(network => network.Contains(address));
    }
}
