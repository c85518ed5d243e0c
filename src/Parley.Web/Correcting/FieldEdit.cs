using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Parley.Answers;
using Parley.Corrections;
using Parley.Intake;
using Parley.Ledger;
using Parley.Records;
using Parley.Web.Paging;
using Parley.Web.Server;

namespace Parley.Web.Correcting;

/// <summary>Makes corrections of a typed choice: words become the ids and values that the record holds.</summary>
internal static class FieldEdit
{
    /// <summary>The field of the words that a record is about.</summary>
    public const string Edges = "words";

    /// <summary>The corrections that set a field; throws where the words are no value of it.</summary>
    public static ImmutableArray<Correction> Of(Reading reading, RecordKey key, string name, string typed, Note note)
    {
        var card = RecordCard.Of(reading, key.Id)!;
        if (name == Edges)
            return OfEdges(card, typed, note);
        var field =
            card.Fields.FirstOrDefault(one => one.Field == name)
            ?? throw ProblemException.Field(
                "field",
                Problems.NotOneOf("field", name, string.Join(", ", card.Fields.Select(one => one.Field).Append(Edges)))
            );
        if (field.Kind == FieldKind.Time && IsDay(typed) && !field.Choices.Any(choice => choice.Words == typed))
            return OfDay(card, field, typed, note);
        return Set(card, field, ValueOf(field, typed), note);
    }

    /// <summary>What is logged of a draft; throws where it has a reason not to.</summary>
    public static ImmutableArray<Correction> OrRefuse(CorrectionDraft draft, string field) =>
        draft.WhyNot is { } why ? throw ProblemException.Field(field, Problems.CannotCorrect(why)) : draft.Corrections;

    private static ImmutableArray<Correction> Set(RecordCard card, RecordField field, string? value, Note note)
    {
        var corrections = ImmutableArray.CreateBuilder<Correction>();
        foreach (var path in field.Paths)
        {
            var isList = path.EndsWith("[]", StringComparison.Ordinal);
            JsonNode? json = value is null ? null : JsonValue.Create(value);
            if (isList)
                json = new JsonArray(json is null ? [] : [json]);
            else if (field is { Kind: FieldKind.Free, Field: "number" })
                json = value is null ? null : Number(value);
            var text = json?.ToJsonString() ?? "null";
            corrections.AddRange(
                OrRefuse(
                    CorrectionDraft.OfField(card.Reading, card.Key, path.Replace("[]", "", StringComparison.Ordinal), text, note),
                    "value"
                )
            );
        }
        return corrections.ToImmutable();
    }

    private static JsonValue Number(string value) =>
        decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
            ? JsonValue.Create(number)
            : throw ProblemException.Field("value", WebProblems.BadRequest($"'{value}' is no number"));

    /// <summary>The value that words stand for; null for none.</summary>
    private static string? ValueOf(RecordField field, string typed)
    {
        if (typed.Equals(RecordField.None, StringComparison.OrdinalIgnoreCase) || typed.Length == 0)
            return field.TakesNone
                ? null
                : throw ProblemException.Field("value", Problems.CannotCorrect($"a record cannot be without its {field.Field}"));
        if (field.Kind == FieldKind.Free)
            return typed;
        var found = field
            .Choices.Where(choice =>
                choice.Value.Equals(typed, StringComparison.OrdinalIgnoreCase)
                || choice.Words.Equals(typed, StringComparison.OrdinalIgnoreCase)
            )
            .ToList();
        if (found.Count == 0)
            found = field.Choices.Where(choice => choice.Words.StartsWith(typed, StringComparison.OrdinalIgnoreCase)).ToList();
        return found.Select(choice => choice.Value).Distinct(StringComparer.Ordinal).ToList() switch
        {
            [var only] => only,
            // Several records of one name: the first mentioned stands for it.
            [var first, ..] when found.Select(choice => choice.Words).Distinct(StringComparer.OrdinalIgnoreCase).Count() == 1 => first,
            _ => throw ProblemException.Field(
                "value",
                Problems.NotOneOf(field.Field, typed, string.Join("; ", field.Choices.Select(choice => choice.Words).Distinct().Take(12)))
            ),
        };
    }

    /// <summary>A day that no expression of the article means yet: the expression that the record has means it from now on.</summary>
    private static ImmutableArray<Correction> OfDay(RecordCard card, RecordField field, string day, Note note)
    {
        if (card.Reading.Times.FirstOrDefault(time => time.Value == day) is { } same)
            return Set(card, field, same.Id, note);
        var now = Corrector.ValueOf(card.Reading, card.Key, field.Paths[0])?.Trim('"');
        if (now is null || RecordFinder.KeyOf(card.Reading, now) is not { Kind: RecordKind.Time } time)
            throw ProblemException.Field(
                "value",
                Problems.CannotCorrect($"no words of the article mean {day}; choose one of its times and then set that one's day")
            );
        return
        [
            .. OrRefuse(CorrectionDraft.OfField(card.Reading, time, "value", JsonValue.Create(day)!.ToJsonString(), note), "value"),
            .. OrRefuse(CorrectionDraft.OfField(card.Reading, time, "resolved", "true", note), "value"),
        ];
    }

    private static bool IsDay(string typed) =>
        DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    /// <summary>The words a record is about: by their place (<c>412-471</c>), or as they stand in the text, nearest to where it was.</summary>
    private static ImmutableArray<Correction> OfEdges(RecordCard card, string typed, Note note)
    {
        if (card.EdgeField is not { } field)
            throw ProblemException.Field("field", Problems.CannotCorrect($"{card.Key.Name} has no words whose edges can be moved"));
        var text = card.Reading.Article.Text;
        var span = PageState.SpanOf(typed) ?? Nearest(text, typed, card.Edge.Start);
        if (span is not { } words || words.End > text.Length || words.Of(text).IsWhiteSpace())
            throw ProblemException.Field("value", Problems.CannotCorrect($"the words “{typed}” do not stand in the article"));
        var json =
            $$"""{"start":{{words.Start.ToString(CultureInfo.InvariantCulture)}},"end":{{words.End.ToString(CultureInfo.InvariantCulture)}}}""";
        return OrRefuse(CorrectionDraft.OfField(card.Reading, card.Key, field, field == "content" ? $"[{json}]" : json, note), "value");
    }

    private static Span? Nearest(string text, string words, int near)
    {
        var best = -1;
        for (
            var at = words.Length == 0 ? -1 : text.IndexOf(words, StringComparison.Ordinal);
            at >= 0;
            at = text.IndexOf(words, at + 1, StringComparison.Ordinal)
        )
            if (best < 0 || Math.Abs(at - near) < Math.Abs(best - near))
                best = at;
        return best < 0 ? null : new Span(best, best + words.Length);
    }
}
