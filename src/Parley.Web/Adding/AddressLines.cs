using System.Collections.Immutable;
using Parley.Intake;
using Parley.Intake.Addresses;
using Parley.Web.Server;

namespace Parley.Web.Adding;

/// <summary>Addresses as they are typed into the form, one a line.</summary>
internal static class AddressLines
{
    /// <summary>The most addresses at once; a feed among them may name more.</summary>
    public const int Most = 200;

    private const int LongestAddress = 1900;

    /// <summary>The addresses; throws where a line is none of http or https, holds a password, or there are too many. Whether a host is public is seen when it is asked.</summary>
    public static ImmutableArray<string> Read(string text)
    {
        var lines = text.Split(['\n', '\r'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length > Most)
            throw ProblemException.Field("addresses", WebProblems.HoldsTooMuch("the list of addresses", $"{Most} lines"));
        foreach (var line in lines)
            if (
                line.Length > LongestAddress
                || line.Any(char.IsWhiteSpace)
                || !AddressFetcher.IsAddress(line)
                || !Uri.TryCreate(line, UriKind.Absolute, out var address)
                || address.UserInfo.Length > 0
                || address.Host.Length == 0
            )
                throw ProblemException.Field("addresses", AddressProblems.NotAnAddress(line.Length > 200 ? line[..200] + "…" : line));
        return [.. lines];
    }
}
