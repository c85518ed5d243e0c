using Parley.Records;

namespace Parley.Wording;

/// <summary>How an event stands and who stands behind it: "happened, claimed by Hamas, denied by Israel".</summary>
public sealed partial class ReadingEntries
{
    private string StandingOf(Event deed)
    {
        var (teller, deniers) = (Teller(deed), Deniers(deed));
        string?[] parts =
        [
            deed.Status switch
            {
                EventStatus.Alleged when teller is not null => $"alleged by {teller}",
                EventStatus.Denied when deniers is not null => $"denied by {deniers}",
                _ => Spell(deed.Status),
            },
            Backing(deed, teller, deniers),
            deniers is not null && deed.Status != EventStatus.Denied ? $"denied by {deniers}" : null,
        ];
        return string.Join(", ", parts.OfType<string>());
    }

    private static string? Backing(Event deed, string? teller, string? deniers)
    {
        if (deed.Attestation == EventAttestation.Confirmed)
            return Spell(deed.Attestation);
        if (teller is null || deed.Status == EventStatus.Alleged)
            return deed.Attestation == EventAttestation.Contested && deniers is null ? Spell(deed.Attestation) : null;
        return deed.Status is EventStatus.Happened or EventStatus.Ongoing or EventStatus.Denied
            ? $"claimed by {teller}"
            : $"according to {teller}";
    }

    /// <summary>Who tells a deed that the article does not tell itself; null where it does, or where the teller is who denies it.</summary>
    private string? Teller(Event deed) =>
        deed.Attestation is EventAttestation.Claimed or EventAttestation.Contested
        && StatementOf(deed.Statement) is { } statement
        && !deed.DeniedBy.Contains(statement.Id)
        && !(deed.Status == EventStatus.Denied && statement.Act == StatementAct.Denies)
            ? Speakers(statement) ?? "someone unnamed"
            : null;

    private string? Deniers(Event deed) =>
        And([
            .. deed
                .DeniedBy.Select(StatementOf)
                .OfType<Statement>()
                .SelectMany(SpeakersOf)
                .DefaultIfEmpty("someone unnamed")
                .Distinct(StringComparer.Ordinal)
                .Where(_ => !deed.DeniedBy.IsEmpty),
        ]);

    private Statement? StatementOf(string? id) => id is null ? null : _reading.Statements.FirstOrDefault(statement => statement.Id == id);
}
