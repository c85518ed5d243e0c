using System.Collections.Immutable;
using Parley.Ledger.Stories;
using Parley.Records;

namespace Parley.Ledger.Joining;

/// <summary>A deed as one sentence of one article tells it: what two tellings are compared by.</summary>
internal sealed record DeedTelling
{
    private const int NearWords = 5;

    /// <summary>The record; of a mention without one, the article and any name for it.</summary>
    public required RecordKey Key { get; init; }

    /// <summary>The words that name the deed, as stems; those that say nothing left out where others remain.</summary>
    public required ImmutableArray<string> Words { get; init; }

    /// <summary>The other words of the sentence.</summary>
    public required WordBag Sentence { get; init; }

    /// <summary>The words just before and behind.</summary>
    public required WordBag Near { get; init; }

    /// <summary>Sides and surnames of the sentence.</summary>
    public required ImmutableArray<string> Names { get; init; }

    /// <summary>Number of the sentence in its article, from 0.</summary>
    public required int SentenceNumber { get; init; }

    /// <summary>The type of the deed; null where none was read.</summary>
    public EventType? Type { get; init; }

    /// <summary>The article's words.</summary>
    public required StorySketch Article { get; init; }

    /// <summary>The telling of an event by its trigger.</summary>
    public static DeedTelling Of(Event happening, Reading reading, StorySketch article) =>
        Of(new RecordKey(reading.Article.Id, happening.Id), happening.Trigger, reading, article) with
        {
            Type = happening.Type,
        };

    /// <summary>The telling of whatever deed the words of a span name; its type is that of an event with the same trigger.</summary>
    public static DeedTelling Of(RecordKey key, Span trigger, Reading reading, StorySketch article)
    {
        var text = reading.Article.Text;
        var number = SentenceOf(reading.Article, trigger);
        var sentence = number < 0 ? trigger : reading.Article.Sentences[number];
        var own = WordBag.StemsOf(trigger.Of(text));
        var saying = own.RemoveAll(stem => !StoryWords.Tells(stem));
        var before = WordBag.StemsOf(text.AsSpan(sentence.Start, Math.Max(0, trigger.Start - sentence.Start)));
        var behind = WordBag.StemsOf(text.AsSpan(trigger.End, Math.Max(0, sentence.End - trigger.End)));
        return new DeedTelling
        {
            Key = key,
            Words = saying.IsEmpty ? own : saying,
            Sentence = WordBag.Of(before.Concat(behind)),
            Near = WordBag.Of(before.TakeLast(NearWords).Concat(behind.Take(NearWords))),
            Names = NamesIn(sentence, trigger, reading),
            SentenceNumber = Math.Max(0, number),
            Type = reading.Events.FirstOrDefault(happening => happening.Trigger.Overlaps(trigger))?.Type,
            Article = article,
        };
    }

    private static int SentenceOf(Article article, Span trigger)
    {
        for (var i = 0; i < article.Sentences.Length; i++)
            if (article.Sentences[i].Overlaps(trigger))
                return i;
        return -1;
    }

    private static ImmutableArray<string> NamesIn(Span sentence, Span trigger, Reading reading) =>
        [
            .. reading
                .Actors.Where(actor => actor.Mentions.Any(mention => sentence.Contains(mention) && !mention.Overlaps(trigger)))
                .Select(actor =>
                    actor.Code.Length > 0 && actor.Kind != ActorKind.Person ? actor.Code : WordBag.StemsOf(actor.Name).LastOrDefault("")
                )
                .Where(name => name.Length > 0)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
}
