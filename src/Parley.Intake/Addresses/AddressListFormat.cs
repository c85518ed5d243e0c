using System.Text;
using Parley.Intake.JsonLines;

namespace Parley.Intake.Addresses;

/// <summary>A list of addresses, one a line; what stands behind <c>#</c> at a line's beginning is a remark.</summary>
internal sealed class AddressListFormat : IInputFormat
{
    private const int LongestAddress = 4096;

    public bool Fits(InputSource source) =>
        source.Stream.Text is { } text
        && FirstLine(text) is { } first
        && AddressFetcher.IsAddress(first)
        && !first.Contains(' ', StringComparison.Ordinal);

    public IEnumerable<RawInput> Read(InputSource source, InputDoor door) =>
        AddressReading.Follow(Addresses(source).Select(address => (address, InputFacts.None)), "a list of addresses", source, door);

    private static IEnumerable<string> Addresses(InputSource source)
    {
        foreach (var line in LineSplitter.Lines(source.Stream))
            if (
                line is { Length: < LongestAddress }
                && Encoding.UTF8.GetString(line).Trim('\uFEFF', ' ', '\t', '\r') is { Length: > 0 } address
                && address[0] != '#'
            )
                yield return address;
    }

    private static string? FirstLine(string text)
    {
        foreach (var line in text.AsSpan(0, Math.Min(text.Length, LongestAddress)).EnumerateLines())
            if (line.Trim() is { Length: > 0 } words && words[0] != '#')
                return words.ToString();
        return null;
    }
}
