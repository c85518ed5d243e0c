using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Parley.Answers;
using Parley.Corrections;
using Parley.Ledger;
using Parley.Records;

namespace Parley.Exports.Annotating;

/// <summary>Makes corrections of what differs between the annotations of an article as they were exported and as they are.</summary>
/// <param name="reading">The article's reading, as people left it.</param>
/// <param name="machine">The same as the machine made it, in which records are looked up: two may share one place, and one of them be rejected already.</param>
/// <param name="baseline">What was exported.</param>
/// <param name="note">Who says so, when and why.</param>
/// <param name="skip">Takes annotations that are passed over, with the reason.</param>
internal sealed class AnnotationComparison(
    Reading reading,
    Reading machine,
    AnnotationBaseline baseline,
    Note note,
    Action<string, string> skip
)
{
    private readonly HashSet<string> _there = RecordFinder.All(reading).Select(record => record.Id).ToHashSet(StringComparer.Ordinal);

    private readonly List<Correction> _corrections = [];
    private readonly Dictionary<string, Annotated> _known = Annotated.Of(reading).ToDictionary(record => record.Id, StringComparer.Ordinal);

    /// <summary>The corrections: edits first, then rejections.</summary>
    public IReadOnlyList<Correction> Compare(ImmutableArray<Mark> before, ImmutableArray<Mark> after)
    {
        var now = after.ToLookup(mark => mark.Tag, StringComparer.Ordinal);
        var gone = before.Where(mark => !now.Contains(mark.Tag)).Select(mark => mark.Tag).ToHashSet(StringComparer.Ordinal);
        foreach (var mark in before)
            if (now[mark.Tag].FirstOrDefault() is { } changed)
                Edit(mark, changed, gone);
        foreach (var mark in before)
            if (gone.Contains(mark.Tag) && KeyOf(mark.Tag, isRejection: true) is { } key)
                _corrections.Add(CorrectionDraft.OfRecord(CorrectionVerb.Reject, key, note));
        var old = before.Select(mark => mark.Tag).ToHashSet(StringComparer.Ordinal);
        foreach (var mark in after)
            if (!old.Contains(mark.Tag))
                skip(mark.Tag, "it is new, and a correction changes a record that there is");
        return _corrections;
    }

    private void Edit(Mark before, Mark after, HashSet<string> gone)
    {
        var isSame =
            before.Label == after.Label
            && before.Status == after.Status
            && before.Spans.SequenceEqual(after.Spans)
            && before.Links.Where(link => !gone.Contains(link.Tag)).Order().SequenceEqual(after.Links.Order());
        if (isSame || KeyOf(after.Tag, isRejection: false) is not { } key || !_known.TryGetValue(key.Id, out var record))
            return;
        if (before.Label != after.Label)
            EditLabel(key, record, after);
        if (!before.Spans.SequenceEqual(after.Spans))
            EditPlace(key, record, after);
        if (before.Status != after.Status)
            Field(after.Tag, key, "status", JsonValue.Create(after.Status));
        foreach (var (role, field, _) in record.Links)
        {
            var kept = before.Of(role).Where(tag => !gone.Contains(tag)).ToList();
            if (!kept.SequenceEqual(after.Of(role)))
                EditLinks(after, key, role, field);
        }
    }

    private void EditLabel(RecordKey key, Annotated record, Mark after)
    {
        var cut = after.Label.IndexOf('_', StringComparison.Ordinal);
        var name = record.Label[..record.Label.IndexOf('_', StringComparison.Ordinal)];
        if (cut <= 0 || after.Label[..cut] != name || record.ValueField is null)
            skip(after.Tag, $"'{after.Label}' is no label of a {name.ToLowerInvariant()}");
        else
            Field(after.Tag, key, record.ValueField, JsonValue.Create(after.Label[(cut + 1)..]));
    }

    private void EditPlace(RecordKey key, Annotated record, Mark after)
    {
        if (record.SpanField is null)
            skip(after.Tag, "where it stands is what the record is known by: reject it instead");
        else if (record.SpanField == "content")
            Field(after.Tag, key, record.SpanField, new JsonArray([.. after.Spans.Select(Json)]));
        else if (after.Spans.Length != 1)
            skip(after.Tag, "it stands in several places, and the record has one");
        else if (record.SpanField == "mentions")
            Field(after.Tag, key, record.SpanField, Mentions(record, after.Spans[0]));
        else
            Field(after.Tag, key, record.SpanField, Json(after.Spans[0]));
    }

    /// <summary>The mentions with the one that was annotated in its new place.</summary>
    private JsonArray Mentions(Annotated record, Span moved)
    {
        var mentions =
            record.Kind == RecordKind.Actor
                ? reading.Actors.First(actor => actor.Id == record.Id).Mentions
                : reading.Places.First(place => place.Id == record.Id).Mentions;
        return new JsonArray([.. mentions.Select(span => span == record.Spans[0] ? moved : span).Distinct().Order().Select(Json)]);
    }

    private void EditLinks(Mark after, RecordKey key, string role, string field)
    {
        var ids = after.Of(role).Select(tag => KeyOf(tag, isRejection: false)?.Id).ToList();
        if (ids.Contains(null))
        {
            skip(after.Tag, $"its {role} links to what is no record");
            return;
        }
        if (field is "by" or "party")
        {
            if (ids.Count == 1)
                Field(after.Tag, key, field, JsonValue.Create(ids[0]));
            else
                skip(after.Tag, $"it wants one {role}, and has {ids.Count}");
            return;
        }
        Field(after.Tag, key, field, new JsonArray([.. ids.Select(id => (JsonNode)JsonValue.Create(id)!)]));
        if (field == "speakers")
            Field(after.Tag, key, "speaker", ids.Count > 0 ? JsonValue.Create(ids[0]) : null);
    }

    private void Field(string tag, RecordKey key, string field, JsonNode? value)
    {
        var json = value?.ToJsonString() ?? "null";
        if (Corrector.ValueOf(reading, key, field) == json)
            return;
        var draft = CorrectionDraft.OfField(reading, key, field, json, note);
        if (draft.WhyNot is { } why)
            skip(tag, why);
        else
            _corrections.AddRange(draft.Corrections);
    }

    /// <summary>The record of a tag as it is called now; null where it is none, or is gone, which is said unless it was to be rejected.</summary>
    private RecordKey? KeyOf(string tag, bool isRejection)
    {
        if (!baseline.Records.TryGetValue(tag, out var key))
            return null;
        if (RecordFinder.Find(machine, key) is { } id && _there.Contains(id))
            return key with { Id = id };
        if (!isRejection)
            skip(tag, $"there is no {CorrectionJson.Spell(key.Kind)} at “{Citation.OneLine(key.Words)}” any more");
        return null;
    }

    private static JsonNode Json(Span span) => new JsonObject { ["start"] = span.Start, ["end"] = span.End };
}
