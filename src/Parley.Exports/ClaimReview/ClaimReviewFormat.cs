using System.Collections.Immutable;
using System.Text.Json;
using Parley.Assessments;
using Parley.Corrections;
using Parley.Ledger;

namespace Parley.Exports.ClaimReview;

/// <summary>Verdicts that a person signed (<c>parley decide</c>), as schema.org's ClaimReview. How the rules judge is no review, and is never among them.</summary>
internal sealed class ClaimReviewFormat : IExportFormat
{
    private const int Best = 5;
    private const int Worst = 1;

    /// <summary>Ratings of states that say whether a word was kept; others have their name alone.</summary>
    private static readonly Dictionary<string, int> s_ratings = new(StringComparer.Ordinal)
    {
        ["kept"] = 5,
        ["holding"] = 5,
        ["partly-kept"] = 3,
        ["partly-holding"] = 3,
        ["breached"] = 1,
        ["broken"] = 1,
    };

    public string Name => "claimreview";

    public string Holds => "verdicts on undertakings that a person signed, and no others, as schema.org's ClaimReview";

    public ImmutableArray<string> Endings => [".jsonld"];

    public string MediaType => "application/ld+json";

    public bool IsFolder => false;

    public void Write(ExportSource source, ExportTarget target)
    {
        var entries = source.Undertakings().ToDictionary(entry => entry.Id, StringComparer.Ordinal);
        var decisions = CorrectionLog
            .InForce(source.Ledger.Corrections())
            .Where(one => one is { Verb: CorrectionVerb.Decide, Subject: not null, Value: not null })
            .Where(one => source.Query.AsOf is not { } day || string.CompareOrdinal(one.At[..10], day) <= 0)
            .GroupBy(one => one.Subject!, StringComparer.Ordinal)
            .Select(group => group.Last());
        using var output = target.Open("claimreview.jsonld");
        JsonFiles.Whole(
            output,
            json =>
            {
                json.WriteStartObject();
                json.WriteString("@context", "https://schema.org");
                json.WriteStartArray("@graph");
                foreach (var decision in decisions)
                    if (entries.TryGetValue(decision.Subject!, out var entry))
                        Write(json, decision, entry);
                json.WriteEndArray();
                json.WriteEndObject();
            }
        );
    }

    private static void Write(Utf8JsonWriter json, Correction decision, BoardEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("@type", "ClaimReview");
        json.WriteString("@id", "urn:parley:decision:" + decision.Id);
        json.WriteString("datePublished", decision.At[..10]);
        WriteNamed(json, "author", "Person", decision.By);
        json.WriteString("claimReviewed", $"{entry.Party} undertakes {entry.Kind}: {entry.Words}");
        json.WriteIfTold("reviewBody", decision.Why);
        json.WriteStartObject("itemReviewed");
        json.WriteString("@type", "Claim");
        json.WriteString("@id", "urn:parley:undertaking:" + Uri.EscapeDataString(entry.Id));
        WriteNamed(json, "author", "Organization", entry.Party);
        json.WriteIfTold("datePublished", entry.ToldBy.Select(told => told.Published).OfType<string>().Min(StringComparer.Ordinal));
        json.WriteStartArray("appearance");
        foreach (var told in entry.ToldBy)
        {
            json.WriteStartObject();
            json.WriteString("@type", "CreativeWork");
            json.WriteString("@id", "urn:sha256:" + told.Article);
            json.WriteString("publisher", told.Outlet);
            json.WriteIfTold("datePublished", told.Published);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteStartObject("reviewRating");
        json.WriteString("@type", "Rating");
        json.WriteString("alternateName", decision.Value);
        if (s_ratings.TryGetValue(decision.Value!, out var rating))
        {
            json.WriteNumber("ratingValue", rating);
            json.WriteNumber("bestRating", Best);
            json.WriteNumber("worstRating", Worst);
        }
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteNamed(Utf8JsonWriter json, string field, string type, string name)
    {
        json.WriteStartObject(field);
        json.WriteString("@type", type);
        json.WriteString("name", name);
        json.WriteEndObject();
    }
}
