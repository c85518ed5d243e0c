using System.Text.Json.Nodes;

namespace Parley.Eval;

/// <summary>Actor and recipient of an event as PLOVER codes it: of a demand or a charge the speaker is the actor and the doer the recipient.</summary>
/// <param name="Actors">The actors' records.</param>
/// <param name="Recipients">The recipients' records.</param>
/// <param name="IsMutual">True where every actor is also the recipient of every other.</param>
internal sealed record PloverParties(List<JsonNode> Actors, List<JsonNode> Recipients, bool IsMutual)
{
    /// <summary>The parties of an event.</summary>
    public static PloverParties Of(ArticleReading reading, JsonNode happening)
    {
        var doers = reading.Actors(happening, "sources").ToList();
        var targets = reading.Actors(happening, "targets").ToList();
        var statement = reading.Find(happening["statement"]?.GetValue<string>());
        var speakers = statement is null ? [] : reading.Actors(statement, "speakers").ToList();
        switch (happening["status"]!.GetValue<string>())
        {
            case "demanded" or "alleged":
                var others = doers.Except(speakers).ToList();
                return new PloverParties(speakers, others.Count > 0 ? others : targets, false);
            case "threatened" or "refused":
                return new PloverParties(doers.Count > 0 ? doers : speakers, targets, false);
            default:
                return new PloverParties(doers, targets, targets.Count == 0 && doers.Count > 1);
        }
    }

    /// <summary>Pairs of actor and recipient, null for none; no pair without an actor.</summary>
    public IEnumerable<(JsonNode Actor, JsonNode? Recipient)> Pairs() =>
        IsMutual ? Actors.SelectMany(a => Actors.Where(b => b != a).Select(b => (a, (JsonNode?)b)))
        : Recipients.Count == 0 ? Actors.Select(a => (a, (JsonNode?)null))
        : Actors.SelectMany(a => Recipients.Select(b => (a, (JsonNode?)b)));
}
