using System.Collections.Immutable;
using Parley.Answers;
using Parley.Claims;
using Parley.Cli.Views;

namespace Parley.Cli;

/// <summary>Claims for people.</summary>
internal sealed class ClaimScreen(Session session)
{
    private readonly Sheet _sheet = new(session);

    /// <summary>Writes a list, status by status.</summary>
    public void Write(ImmutableArray<ClaimEntry> claims, string empty)
    {
        if (claims.IsEmpty)
            _sheet.Plain(empty);
        var isFirst = true;
        foreach (var status in ClaimsAnswer.Order)
        {
            var group = claims.Where(claim => claim.Status == status).ToList();
            if (group.Count == 0)
                continue;
            if (!isFirst)
                _sheet.Blank();
            isFirst = false;
            _sheet.Head($"{status} ({group.Count})");
            foreach (var claim in group)
            {
                _sheet.Plain($"  {claim.Id}  {Heading(claim)}");
                _sheet.Line("", $"“{claim.Words}”");
                _sheet.Line("", $"{Counts(claim)} · {Teller(claim.Supports[0])} · {Sheet.Where(claim.First)}");
            }
        }
    }

    /// <summary>Writes one claim with all that bears on it.</summary>
    public void Write(ClaimEntry claim)
    {
        _sheet.Head($"{claim.Id} · {Heading(claim)}");
        _sheet.Line("words", $"“{claim.Words}”");
        _sheet.Line("stands", $"{claim.Status}, by rule {claim.Rule}");
        _sheet.Line("counted", Counts(claim));
        _sheet.Line("claimant", $"{Teller(claim.Supports[0])}, in {Sheet.Where(claim.First)}");
        Write("supports", claim.Supports.Skip(1), "no other origin says so");
        Write("contradicts", claim.Contradicts, "no origin says the contrary");
        var label = "unclear";
        foreach (var related in claim.Unclear)
        {
            _sheet.Line(label, $"{related.Id}: {Apart(related)}");
            _sheet.Quote("", related.Quote);
            label = "";
        }
        _sheet.Line("would change", claim.WouldChange);
        _sheet.Line(
            "weights",
            System.FormattableString.Invariant($"{claim.For:0.##} for, {claim.Against:0.##} against; a convention, not calibrated")
        );
    }

    private void Write(string label, IEnumerable<ClaimOrigin> origins, string none)
    {
        var isEmpty = true;
        foreach (var origin in origins)
        {
            isEmpty = false;
            _sheet.Line(label, $"{Teller(origin)}; {origin.Basis}; interest {origin.Interest}");
            _sheet.Quote("", origin.Quote);
            Carried(origin);
            label = "";
        }
        if (isEmpty)
            _sheet.Line(label, none);
    }

    private void Carried(ClaimOrigin origin)
    {
        if (!origin.CarriedBy.IsEmpty)
            _sheet.Line("", $"also in {string.Join("; ", origin.CarriedBy.Select(Sheet.Where))}");
    }

    private static string Apart(RelatedClaim related)
    {
        var missing = $"one does not tell the {string.Join(", ", related.Missing)}";
        return related.Differs.IsEmpty ? missing
            : related.Missing.IsEmpty ? $"differs in {string.Join(", ", related.Differs)}"
            : $"differs in {string.Join(", ", related.Differs)}; {missing}";
    }

    private static string Teller(ClaimOrigin origin) =>
        origin.Teller is null ? (origin.Basis == "told unnamed" ? "someone unnamed" : "the report itself")
        : origin.Side is null ? origin.Teller
        : $"{origin.Teller} ({origin.Side})";

    private static string Heading(ClaimEntry claim)
    {
        var doers =
            claim.Doers.IsEmpty ? "doer not told"
            : claim.DoerNames.IsEmpty ? string.Join(", ", claim.Doers)
            : $"{string.Join(", ", claim.DoerNames)} ({string.Join(", ", claim.Doers)})";
        var parties = claim.Objects.IsEmpty ? doers : $"{doers} → {string.Join(", ", claim.Objects)}";
        string?[] facts =
        [
            $"{parties}: {string.Join(' ', claim.Numbers.Prepend(claim.Deed))}, {claim.Polarity}",
            claim.Places.IsEmpty ? "place not told" : string.Join(", ", claim.Places),
            claim.Day ?? "day not told",
        ];
        return string.Join(" · ", facts);
    }

    private static string Counts(ClaimEntry claim) =>
        $"{Sheet.Number(claim.Reports, "report")} · {Sheet.Number(claim.Outlets, "outlet")} · {Sheet.Number(claim.Origins, "independent origin")}";
}
