using Parley.Answers;
using Parley.Claims;

namespace Parley.Web.Claims;

/// <summary>Claims in words.</summary>
internal static class ClaimPhrases
{
    /// <summary>"Russia → Ukraine: assault".</summary>
    public static string Heading(ClaimEntry claim)
    {
        var doers =
            claim.Doers.IsEmpty && claim.DoerNames.IsEmpty ? "doer not told"
            : claim.DoerNames.IsEmpty ? string.Join(", ", claim.Doers.Select(NameOf))
            : string.Join(", ", claim.DoerNames);
        if (char.IsLower(claim.Deed[0]))
            return $"{claim.Deed}: {string.Join(", ", claim.Numbers)}{(claim.Doers.IsEmpty && claim.DoerNames.IsEmpty ? "" : $", by {doers}")}";
        var parties = claim.Objects.IsEmpty ? doers : $"{doers} → {string.Join(", ", claim.Objects.Select(NameOf))}";
        return $"{parties}: {Deed(claim)}{(claim.Numbers.IsEmpty ? "" : $", {string.Join(", ", claim.Numbers)}")}{(claim.Polarity == "done" ? "" : $", {claim.Polarity}")}";
    }

    /// <summary>A country's name for its code; of a code with a role behind it (<c>UKR.CVL</c>) the role stays: "Ukraine (CVL)".</summary>
    private static string NameOf(string code) =>
        code.Split('.', 2) is [var country, var role] ? $"{PartyNames.OfCountry(country)} ({role})" : PartyNames.OfCountry(code);

    /// <summary>Place and day, as far as they are told.</summary>
    public static string Setting(ClaimEntry claim) =>
        $"{(claim.Places.IsEmpty ? "place not told" : string.Join(", ", claim.Places))} · {(claim.Day is null ? "day not told" : Parley.Wording.PlainDay.Of(claim.Day))}";

    /// <summary>"assault (aerial)".</summary>
    public static string Deed(ClaimEntry claim) =>
        claim.Mode is { } mode ? $"{claim.Deed.ToLowerInvariant()} ({mode})" : claim.Deed.ToLowerInvariant();

    /// <summary>Who stands behind an origin.</summary>
    public static string Teller(ClaimOrigin origin) =>
        origin.Teller is null ? (origin.Basis == "told unnamed" ? "someone unnamed" : "the report itself")
        : origin.Side is null ? origin.Teller
        : $"{origin.Teller} ({origin.Side})";

    /// <summary>How a word lies to the interest of who gives it: a mark and words.</summary>
    public static (string Glyph, string Words) Interest(string interest) =>
        interest switch
        {
            "against" => ("▲▲", "against its own interest"),
            "neutral" => ("▲", "no interest known"),
            "mixed" => ("△", "interest on both sides"),
            "aligned" => ("△", "serves its own interest"),
            _ => ("?", "interest not known"),
        };

    /// <summary>What a word rests on.</summary>
    public static string Basis(string basis) =>
        basis switch
        {
            "witnessed" => "seen by the teller",
            "told unnamed" => "told by somebody unnamed",
            "document" => "from a document",
            "deduced" => "concluded",
            _ => "told",
        };

    /// <summary>"2 independent origins support it (1 against its own interest), 1 contradicts it; the newest is of 30 Mar 2022".</summary>
    public static string Because(ClaimEntry claim)
    {
        var against = claim.Supports.Count(origin => origin.Interest == "against");
        var newest = claim.Supports.Concat(claim.Contradicts).Max(origin => origin.Quote.Published);
        var supports = claim.Supports.Length == 1 ? "one origin says so" : $"{claim.Supports.Length} origins say so";
        var contrary = claim.Contradicts.Length switch
        {
            0 => "none says the contrary",
            1 => "one says the contrary",
            var count => $"{count} say the contrary",
        };
        return $"{supports}{(against > 0 ? $" ({against} against its own interest)" : "")}, {contrary}{(newest is null ? "" : $"; the newest report is of {Parley.Wording.PlainDay.Of(newest)}")}";
    }
}
