using System.Collections.Immutable;
using System.Globalization;
using Parley.Mentions;
using Parley.Records;

namespace Parley.Events;

/// <summary>Says for each field of an event where it comes from: heads with their runner-up, argument words, table lines, joins.</summary>
internal static class EventReasons
{
    /// <summary>The reasons of a record.</summary>
    public static ImmutableArray<Reason> Of(Happening one, Event record, string deed, string line)
    {
        var (mention, best) = (one.Best.Mention, one.Best);
        var reasons = ImmutableArray.CreateBuilder<Reason>();
        reasons.Add(
            new Reason(
                "trigger",
                best.Trigger.Form.ToString(),
                Text($"names a deed {mention.Probability:0.00}, worth a record {best.Keep:0.00}")
            )
        );
        reasons.Add(new Reason("type", Name(record.Type), Head(mention.Type)));
        reasons.Add(
            new Reason("status", Name(record.Status), Head(mention.Status) + (one.Tellings.Count > 1 ? ", weighed over all tellings" : ""))
        );
        AddParties(reasons, "sources", one.Doers, best);
        AddParties(reasons, "targets", one.Targets, best);
        reasons.Add(new Reason("mode", record.Mode ?? "", $"lexicons/deed-codes: {line}, {Name(record.Type)}"));
        reasons.Add(
            new Reason(
                "cameo",
                record.Cameo ?? "",
                record.Cameo == deed
                    ? $"lexicons/deed-codes: {line}, {Name(record.Type)}"
                    : $"rules/events/cameo-standing: {deed}, {Name(record.Status)}"
            )
        );
        reasons.Add(
            new Reason(
                "contexts",
                string.Join(' ', record.Contexts),
                "lexicons/cameo by code, lexicons/event-contexts by the words of the clause, a military party"
            )
        );
        reasons.Add(new Reason("plover", record.Plover is { } plover ? Name(plover) : "", "type and status, as PLOVER 2.0 joins them"));
        foreach (var join in one.Joins)
            reasons.Add(new Reason("evidence", join, "rules/events/composition: joining"));
        return reasons.ToImmutable();
    }

    private static void AddParties(ImmutableArray<Reason>.Builder reasons, string field, List<Party> parties, Telling best)
    {
        foreach (var party in parties)
            reasons.Add(
                new Reason(
                    field,
                    party.Actor.Name,
                    party.IsInferred
                        ? $"filled from the article: {party.Because}"
                        : Text($"\"{best.Trigger.Parsed.Tokens.Form(party.Word).ToString()}\" {party.Probability:0.00}, by {party.Because}")
                )
            );
    }

    private static string Head<T>(Choice<T> choice)
        where T : struct, Enum =>
        Text($"{Name(choice.Best)} {choice.Probability:0.00}, then {Name(choice.Second)} {choice.SecondProbability:0.00}");

    private static string Name<T>(T value)
        where T : struct, Enum => value is EventType ? value.ToString().ToUpperInvariant() : value.ToString().ToLowerInvariant();

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
