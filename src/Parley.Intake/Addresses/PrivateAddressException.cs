using System.Net;

namespace Parley.Intake.Addresses;

/// <summary>A host leads to an address that is not public.</summary>
internal sealed class PrivateAddressException(IPAddress address) : IOException($"{address} is not public")
{
    /// <summary>The address.</summary>
    public IPAddress Address { get; } = address;
}
