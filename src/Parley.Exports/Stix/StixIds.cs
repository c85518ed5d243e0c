using System.Security.Cryptography;
using System.Text;

namespace Parley.Exports.Stix;

/// <summary>Ids of STIX objects: UUIDs of version 5, made of what the object is about, so that the same thing has the same id in every export.</summary>
internal static class StixIds
{
    private const int UuidBytes = 16;

    /// <summary>Parley's own namespace: the version 5 UUID of "parley" in that of URLs.</summary>
    private static readonly Guid s_namespace = Of(new Guid("6ba7b811-9dad-11d1-80b4-00c04fd430c8"), "urn:parley");

    /// <summary>The id of an object of a type, <c>identity--…</c>.</summary>
    /// <param name="type">The type.</param>
    /// <param name="name">What tells it apart.</param>
    public static string Of(string type, string name) => $"{type}--{Of(s_namespace, $"{type}/{name}")}";

    /// <summary>A UUID of version 5 (RFC 9562): of SHA-1 over namespace and name.</summary>
    public static Guid Of(Guid space, string name)
    {
#pragma warning disable CA5350 // The standard names SHA-1; nothing is kept safe by it.
        var hash = SHA1.HashData([.. space.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(name)]);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, UuidBytes), bigEndian: true);
    }
}
