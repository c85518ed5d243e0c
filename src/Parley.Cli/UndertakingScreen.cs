using System.Globalization;
using Parley.Assessments;

namespace Parley.Cli;

/// <summary>One undertaking for people: words before numbers.</summary>
internal sealed class UndertakingScreen(Session session)
{
    private readonly LabelledLines _lines = new(session);

    /// <summary>Writes the account.</summary>
    public void Write(UndertakingAccount account)
    {
        new BoardScreen(session).Write(account.Entry);
        session.Output.WriteLine();
        _lines.Lines("wordings", account.Renderings.Select(words => $"“{words}”"));
        _lines.Line("act", account.Matter.Length > 0 ? $"{account.Act}: {account.Matter}" : account.Act);
        if (account.Degree is { } degree)
            _lines.Line(
                "degree",
                $"“{degree}”: at most {(account.Residual ?? 1).ToString("0 %", CultureInfo.InvariantCulture)} of what was before may remain"
            );
        _lines.Line("form", $"{account.Form}, {account.Sidedness}, strength {account.Strength} of 4, {account.Pledge}");
        _lines.Lines("given to", [string.Join(", ", account.Addressees)]);
        _lines.Line("testable", account.NotTestable is { } why ? $"no: {why}" : "yes");
        _lines.Lines("replaces", [account.Supersedes ?? ""]);
        Write("kept", account.Kept);
        Write("broken", account.Broken);
        _lines.Lines(
            "weights",
            account.Weighed.Select(one =>
                $"{one.Record} {one.Stance}, {one.Origin}: {one.Basis}, grade {one.Grade}, interest {one.Interest}, match {one.Match} = {Number(one.Weight)}"
            )
        );
        foreach (var step in account.Entry.History)
            _lines.Line(step.At, $"{step.From ?? "–"} → {step.To}, rule {step.Rule}, because {string.Join(", ", step.Because)}");
        _lines.Lines("hangs on", account.Sensitivity.Select(one => $"{one.Weight} × {Number(one.Factor)} would make it {one.State}"));
        _lines.Line("run", account.Run);
    }

    private void Write(string label, AccountOfClaim claim) =>
        _lines.Line(
            label,
            $"{claim.Status} (rule {claim.Rule}): {claim.Groups} independent {(claim.Groups == 1 ? "group" : "groups")}, P {Number(claim.For)}, N {Number(claim.Against)}, thresholds {Number(claim.High)} and {Number(claim.Low)}"
        );

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
