using System.Collections.Immutable;
using Parley.Corrections;
using Parley.Records;
using Parley.Wording;

namespace Parley.Web.Correcting;

/// <summary>A record as a person checks it: what it claims in words, and what can be said of it.</summary>
public sealed record RecordCard
{
    /// <summary>The most values that have a digit of their own.</summary>
    public const int MostDigits = 9;

    /// <summary>The record.</summary>
    public required RecordKey Key { get; init; }

    /// <summary>The reading as people left it.</summary>
    public required Reading Reading { get; init; }

    /// <summary>What it claims, in words.</summary>
    public required string Claim { get; init; }

    /// <summary>What else it says.</summary>
    public required ImmutableArray<Fact> Facts { get; init; }

    /// <summary>How sure it is, 0 to 1; null for kinds of which that is not reckoned.</summary>
    public double? Confidence { get; init; }

    /// <summary>True where screens leave it out, because it is too unsure.</summary>
    public bool IsHidden { get; init; }

    /// <summary>The field that holds the words it is about, whose edges can be moved; null where it has none.</summary>
    public string? EdgeField { get; init; }

    /// <summary>Those words.</summary>
    public Span Edge { get; init; }

    /// <summary>What can be set.</summary>
    public ImmutableArray<RecordField> Fields { get; init; } = [];

    /// <summary>The field that the digits set; null where there is none.</summary>
    public RecordField? Main => Fields.FirstOrDefault(one => one.Kind == FieldKind.Word);

    /// <summary>The other values of <see cref="Main"/>, those with a digit first.</summary>
    public ImmutableArray<FieldChoice> Others => Main is { } main ? [.. main.Choices.Where(choice => choice.Words != main.Current)] : [];

    /// <summary>The name that forms send: longer than the one that screens show, so that it is of one article.</summary>
    public string FormName => NameOf(Key.Article, Key.Id);

    /// <summary>A record's name in forms and addresses.</summary>
    public static string NameOf(string article, string id) => $"{Paging.PageLinks.ShortArticle(article)}/{id}";

    /// <summary>The card of a record; null where the reading has none of that id.</summary>
    public static RecordCard? Of(Reading reading, string id)
    {
        if (RecordFinder.KeyOf(reading, id) is not { } key)
            return null;
        var entry = ReadingEntries.Of(reading).FirstOrDefault(one => one.Id == id);
        var (edgeField, edge) = EdgeOf(reading, key);
        return new RecordCard
        {
            Key = key,
            Reading = reading,
            Claim = entry is not null
                ? Sentence(reading, key, entry)
                : ActorWords(reading.Actors.FirstOrDefault(actor => actor.Id == id)) ?? key.Words,
            Facts = entry?.Facts ?? [],
            Confidence = ConfidenceOf(reading, key),
            IsHidden = entry?.IsUncertain ?? false,
            EdgeField = edgeField,
            Edge = edge,
            Fields = RecordFieldList.Of(reading, key),
        };
    }

    /// <summary>All that people can be shown of an actor on one line.</summary>
    public static string? ActorWords(Actor? actor) =>
        actor is null ? null
        : actor.Code.Length > 0 ? $"{actor.Name} ({actor.Code})"
        : actor.Name;

    /// <summary>The records that could be one with it: those of its kind, and the actors that it names.</summary>
    public ImmutableArray<FieldChoice> Mergeable =>
        [
            .. ReadingEntries
                .Of(Reading)
                .Where(entry => entry.Id != Key.Id && RecordFinder.KeyOf(Reading, entry.Id)?.Kind == Key.Kind)
                .Select(entry => new FieldChoice(entry.Id, entry.Heading)),
            .. Reading.Actors.Where(actor => actor.Id != Key.Id).Select(actor => new FieldChoice(actor.Id, ActorWords(actor)!)),
        ];

    /// <summary>"Russia promises: to reduce …": the heading with the words it is about, so that it can be judged alone.</summary>
    private static string Sentence(Reading reading, RecordKey key, Entry entry)
    {
        var words = entry.Facts.FirstOrDefault(fact => fact.Label is "said" or "words").Value;
        if (key.Kind == RecordKind.Undertaking)
        {
            var promise = reading.Undertakings.First(one => one.Id == key.Id);
            var to = promise.To.IsEmpty ? "" : $" to {string.Join(", ", promise.To.Select(Name))}";
            return $"{Name(promise.By)} binds itself{to}: “{words}”, which is {ReadingEntries.Spell(promise.Kind).Replace('-', ' ')}";
        }
        var heading = entry.Heading.Replace(" → ", " to ", StringComparison.Ordinal);
        return words is null || heading.Contains(words, StringComparison.Ordinal) ? heading : $"{heading}: “{words}”";

        string Name(string id) => reading.Actors.FirstOrDefault(actor => actor.Id == id)?.Name ?? id;
    }

    private static double? ConfidenceOf(Reading reading, RecordKey key) =>
        key.Kind switch
        {
            RecordKind.Statement => reading.Statements.First(one => one.Id == key.Id).Confidence,
            RecordKind.Event => reading.Events.First(one => one.Id == key.Id).Confidence,
            RecordKind.Undertaking => reading.Undertakings.First(one => one.Id == key.Id).Confidence,
            RecordKind.Position => reading.Positions.First(one => one.Id == key.Id).Confidence,
            _ => null,
        };

    private static (string? Field, Span Span) EdgeOf(Reading reading, RecordKey key) =>
        key.Kind switch
        {
            RecordKind.Statement when reading.Statements.First(one => one.Id == key.Id).Content is [var only] => ("content", only),
            RecordKind.Event => ("trigger", reading.Events.First(one => one.Id == key.Id).Trigger),
            RecordKind.Undertaking => ("text", reading.Undertakings.First(one => one.Id == key.Id).Text),
            RecordKind.Figure => ("span", reading.Figures.First(one => one.Id == key.Id).Span),
            _ => (null, key.Span),
        };
}
