using System.Collections.Immutable;
using System.Text.Json;
using Parley.Assessments;
using Parley.Exports.Events;
using Parley.Ledger;
using Parley.Records;

namespace Parley.Exports.Stix;

/// <summary>
/// The ledger as a bundle of STIX 2.1: parties and outlets as identities, places as locations, deeds as incidents with an extension for their codes,
/// undertakings as notes, and who speaks for or against them as opinions. Ids are the same in every export.
/// </summary>
internal sealed class StixFormat : IExportFormat
{
    private const int MostConfidence = 100;
    private static readonly string s_extension = StixIds.Of("extension-definition", "event/1");
    private static readonly string s_parley = StixIds.Of("identity", "parley");

    public string Name => "stix";

    public string Holds => "parties, places, deeds, undertakings and who speaks to them, as a STIX 2.1 bundle";

    public ImmutableArray<string> Endings => [".json"];

    public string MediaType => "application/stix+json";

    public bool IsFolder => false;

    public void Write(ExportSource source, ExportTarget target)
    {
        using var output = target.Open("bundle.json");
        JsonFiles.Whole(
            output,
            json =>
            {
                json.WriteStartObject();
                json.WriteString("type", "bundle");
                json.WriteString("id", StixIds.Of("bundle", $"{source.Name}/{source.StampText}/{source.Query}"));
                json.WriteStartArray("objects");
                new Bundle(json, source).Write();
                json.WriteEndArray();
                json.WriteEndObject();
            }
        );
    }

    /// <summary>One bundle: each object is written once, before what points at it.</summary>
    private sealed class Bundle(Utf8JsonWriter json, ExportSource source)
    {
        private readonly HashSet<string> _written = new(StringComparer.Ordinal);

        public void Write()
        {
            Object(
                "identity",
                "parley",
                () =>
                {
                    json.WriteString("name", "Parley");
                    json.WriteString("identity_class", "system");
                },
                isOwn: true
            );
            Object(
                "extension-definition",
                "event/1",
                () =>
                {
                    json.WriteString("name", "Coded events");
                    json.WriteString("description", "PLOVER and CAMEO codes, day, standing and words of an incident.");
                    json.WriteString("schema", "https://github.com/openeventdata/PLOVER");
                    json.WriteString("version", "1.0.0");
                    json.WriteTexts("extension_types", ["property-extension"]);
                }
            );
            foreach (var coded in source.Events)
                if (coded.IsWord)
                    source.LeaveOut("words, where the format has deeds");
                else
                    Incident(coded);
            foreach (var entry in source.Undertakings())
                Undertaking(entry);
        }

        private void Incident(CodedEvent coded)
        {
            var parties = coded
                .Actors.Select(party => (Id: Party(party), Role: "actor"))
                .Concat(coded.Recipients.Select(party => (Id: Party(party), Role: "recipient")))
                .ToList();
            var place = Location(coded.Place);
            var incident = Object(
                "incident",
                coded.Id,
                () =>
                {
                    json.WriteString("name", $"{ReadingJson.Spell(coded.Type)}: {Words(coded)}");
                    json.WriteNumber("confidence", Math.Clamp((int)Math.Round(coded.Confidence * MostConfidence), 0, MostConfidence));
                    json.WriteStartArray("external_references");
                    foreach (var told in coded.Tellings)
                        Reference(told.Outlet, told.Reading.Article.Url, told.Reading.Article.Id, told.Event.Id);
                    json.WriteEndArray();
                    json.WriteStartObject("extensions");
                    json.WriteStartObject(s_extension);
                    json.WriteString("extension_type", "property-extension");
                    json.WriteString("plover_event", ReadingJson.Spell(coded.Type));
                    json.WriteIfTold("plover_mode", coded.Mode);
                    json.WriteIfTold("cameo", coded.Cameo);
                    json.WriteString("date", coded.Date);
                    json.WriteString("date_precision", coded.Precision.ToString().ToLowerInvariant());
                    json.WriteString("status", ReadingJson.Spell(coded.Record.Status));
                    json.WriteString("attestation", ReadingJson.Spell(coded.Record.Attestation));
                    json.WriteString("words", Words(coded));
                    json.WriteEndObject();
                    json.WriteEndObject();
                }
            );
            foreach (var (id, role) in parties)
                Related(incident, id, role);
            if (place is not null)
                Related(incident, place, "place");
        }

        private void Undertaking(BoardEntry entry)
        {
            var party = Identity("party/" + entry.Side, entry.Party, "organization");
            var note = Object(
                "note",
                "undertaking/" + entry.Id,
                () =>
                {
                    json.WriteString("abstract", $"{entry.Party}: {entry.Kind}, {entry.State}");
                    json.WriteString("content", entry.Words);
                    json.WriteTexts("object_refs", [party]);
                }
            );
            Opinions(entry, note, entry.Supports, "agree");
            Opinions(entry, note, entry.Contradicts, "disagree");
            Opinions(entry, note, entry.Doubts, "neutral");
        }

        private void Opinions(BoardEntry entry, string note, ImmutableArray<BoardWitness> witnesses, string opinion)
        {
            foreach (var witness in witnesses)
                Object(
                    "opinion",
                    $"{entry.Id}/{witness.Record}/{opinion}/{witness.Start}",
                    () =>
                    {
                        json.WriteString("opinion", opinion);
                        json.WriteString("explanation", witness.Sentence);
                        json.WriteTexts("authors", [witness.Speaker ?? witness.Outlet]);
                        json.WriteTexts("object_refs", [note]);
                    }
                );
        }

        private string Party(CodedParty party) =>
            Identity(
                party.Code.Length > 0 ? "party/" + party.Code : "named/" + party.Name,
                party.Name,
                party.IsPerson ? "individual"
                    : party.IsPeople || party.Roles is ["CVL" or "REB" or "UAF", ..] ? "group"
                    : "organization"
            );

        private string Identity(string key, string name, string kind) =>
            Object(
                "identity",
                key + "/" + name,
                () =>
                {
                    json.WriteString("name", name);
                    json.WriteString("identity_class", kind);
                }
            );

        /// <summary>A place with what tells it: coordinates of a town, else its country; null where neither is known.</summary>
        private string? Location(Place? place)
        {
            if (place is null || (!EventGeo.IsSpot(place) && CountryCodes.Letters(place.Country).Length == 0))
                return null;
            return Object(
                "location",
                $"{place.Name}/{place.Country}/{EventGeo.Lat(place)}/{EventGeo.Lon(place)}",
                () =>
                {
                    json.WriteString("name", place.Name);
                    if (EventGeo.IsSpot(place))
                    {
                        json.WriteNumber("latitude", place.Lat!.Value);
                        json.WriteNumber("longitude", place.Lon!.Value);
                    }
                    json.WriteIfTold("country", CountryCodes.Letters(place.Country));
                    json.WriteIfTold("administrative_area", EventGeo.Division(place));
                }
            );
        }

        private void Related(string from, string to, string role) =>
            Object(
                "relationship",
                $"{from}/{to}/{role}",
                () =>
                {
                    json.WriteString("relationship_type", "related-to");
                    json.WriteString("description", role);
                    json.WriteString("source_ref", from);
                    json.WriteString("target_ref", to);
                }
            );

        private void Reference(string outlet, string? url, string article, string record)
        {
            json.WriteStartObject();
            json.WriteString("source_name", outlet);
            json.WriteIfTold("url", url);
            json.WriteString("external_id", $"{article}/{record}");
            json.WriteEndObject();
        }

        /// <summary>Writes an object with what all have; gives its id. What is there already is not written again.</summary>
        private string Object(string type, string name, Action write, bool isOwn = false)
        {
            var id = StixIds.Of(type, name);
            if (!_written.Add(id))
                return id;
            json.WriteStartObject();
            json.WriteString("type", type);
            json.WriteString("spec_version", "2.1");
            json.WriteString("id", id);
            json.WriteString("created", Stamp);
            json.WriteString("modified", Stamp);
            if (!isOwn)
                json.WriteString("created_by_ref", s_parley);
            write();
            json.WriteEndObject();
            return id;
        }

        private string Stamp => source.StampText.Replace("Z", ".000Z", StringComparison.Ordinal);

        private static string Words(CodedEvent coded) => Citation.OneLine(coded.First.Clause.Of(coded.First.Reading.Article.Text));
    }
}
