using System.Globalization;

namespace Parley.Intake;

/// <summary>The problems of addresses and feeds, each with its number. <c>docs/errors.md</c> has an entry for each.</summary>
public static class AddressProblems
{
    /// <summary>An address that is none, or of another kind than http and https.</summary>
    public static Problem NotAnAddress(string name) =>
        new("PRL0160", $"{name} cannot be fetched", "write it as https://host/path, without a user's name");

    /// <summary>An address on this computer or in a network of its own.</summary>
    public static Problem Private(string name, string address) =>
        new("PRL0161", $"{name} leads to {address}, which is no public address", "add --allow-private if you mean it");

    /// <summary>An address that its server does not want to be fetched by programs.</summary>
    public static Problem Robots(string name) =>
        new("PRL0162", $"{name} may not be fetched, says robots.txt of its server", "save the page from a browser");

    /// <summary>An answer other than the page.</summary>
    public static Problem Answered(string name, int status) =>
        new("PRL0163", $"the server answered {status.ToString(CultureInfo.InvariantCulture)} to {name}", "check the address in a browser");

    /// <summary>A server that cannot be had.</summary>
    public static Problem Unreachable(string name, string why) =>
        new("PRL0164", $"{name} cannot be reached ({why})", "check the address and the network");

    /// <summary>A server that sends too little in too long a time.</summary>
    public static Problem TooSlow(string name) => new("PRL0165", $"{name} came too slowly and was given up", "try again later");

    /// <summary>Redirects without end.</summary>
    public static Problem TooManyRedirects(string name) =>
        new(
            "PRL0166",
            $"{name} was redirected more than {Addresses.AddressFetcher.MostRedirects.ToString(CultureInfo.InvariantCulture)} times",
            "check the address in a browser"
        );

    /// <summary>A server that asks to come again later.</summary>
    public static Problem ComeLater(string name, string when) =>
        new("PRL0167", $"the server of {name} asks to come again {when}", "call again then");

    /// <summary>An address where the network is not used.</summary>
    public static Problem NoNetwork(string name) =>
        new("PRL0168", $"{name} is an address, and here nothing is fetched", "save it as a file first");

    /// <summary>Something that is no feed.</summary>
    public static Problem NotAFeed(string name) =>
        new(
            "PRL0170",
            $"{name} is no feed, sitemap or list of feeds",
            "name the address of an RSS, Atom or JSON feed, of a sitemap, or an OPML file"
        );

    /// <summary>A state file that cannot be read or written.</summary>
    public static Problem StateFails(string file, string why) =>
        new("PRL0171", $"{file} cannot be used ({why})", "check that you may write to it; remove it to begin anew");

    /// <summary>A ledger beside which no state can lie.</summary>
    public static Problem NoPlaceForState() =>
        new("PRL0172", "a ledger in a database has no folder for what was seen", "name a file with --state");

    /// <summary>A feed that was left alone, since it failed before.</summary>
    public static Problem Rests(string name, string until) =>
        new("PRL0173", $"{name} failed before and is left alone until {until}", "call again then");
}
