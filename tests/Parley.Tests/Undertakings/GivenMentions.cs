using System.Collections.Immutable;
using Parley.Actors;
using Parley.Events;
using Parley.Mentions;
using Parley.Places;
using Parley.Positions;
using Parley.Records;
using Parley.Statements;
using Parley.Syntax;
using Parley.Text;
using Parley.Times;
using Parley.Undertakings;
using Xunit;

namespace Parley.Tests.Undertakings;

/// <summary>A text whose mentions are given instead of read, so that a test of composing does not hang on the network. Words are named by their first occurrence.</summary>
internal sealed class GivenMentions(string text, string? published = null)
{
    private readonly ParsedText _parsed = TestModel.Parse(text, published);
    private readonly List<EventMention> _events = [];
    private readonly List<UndertakingMention> _undertakings = [];
    private readonly List<PositionMention> _positions = [];
    private readonly List<Passage> _passages = [];

    /// <summary>Adds a deed.</summary>
    public GivenMentions Deed(string word, EventType type, EventStatus status)
    {
        _events.Add(
            new EventMention
            {
                Word = At(word),
                Probability = 0.95f,
                Type = Sure(type),
                Status = Sure(status),
            }
        );
        return this;
    }

    /// <summary>Adds an undertaking.</summary>
    public GivenMentions Undertaking(string word, UndertakingKind kind, params string[] by)
    {
        _undertakings.Add(
            new UndertakingMention
            {
                Word = At(word),
                Probability = 0.9f,
                Kind = Sure(kind),
                By = Arguments(by),
            }
        );
        return this;
    }

    /// <summary>Adds a position.</summary>
    public GivenMentions Position(string word, string topic, PositionStance stance, params string[] parties)
    {
        _positions.Add(
            new PositionMention
            {
                Word = At(word),
                Probability = 0.9f,
                Topic = Sure(topic),
                Stance = Sure(stance),
                Parties = Arguments(parties),
            }
        );
        return this;
    }

    /// <summary>Adds a limit, gap or condition.</summary>
    public GivenMentions Passage(PassageKind kind, string words)
    {
        var start = At(words);
        var end = start + 1;
        while (_parsed.Tokens.Words[end - 1].End < text.IndexOf(words, StringComparison.Ordinal) + words.Length)
            end++;
        _passages.Add(new Passage(kind, new WordRange(start, end), 0.8f));
        return this;
    }

    /// <summary>The undertakings, one line each: side, kind, words; times told; until; conditions, limits, gaps.</summary>
    public IEnumerable<string> Undertakings()
    {
        var (mentions, actors, places, times, statements) = Stages();
        foreach (
            var undertaking in new UndertakingReader().Read(
                _parsed,
                mentions,
                actors,
                places,
                times,
                statements,
                new EventTable([], []),
                explain: true
            )
        )
        {
            Assert.All(undertaking.Reasons, reason => Assert.NotEmpty(reason.Because));
            var line = new List<string> { Of(undertaking.By, actors), undertaking.Kind.ToString(), Words(undertaking.Text) };
            if (undertaking.Evidence.Length > 1)
                line.Add($"told {undertaking.Evidence.Length} times");
            if (undertaking.Until is { } until)
                line.Add("until " + times.Times.First(time => time.Id == until).Value);
            line.AddRange(undertaking.Conditions.Select(span => "if " + Words(span)));
            line.AddRange(undertaking.Limits.Select(span => "not " + Words(span)));
            line.AddRange(undertaking.Open.Select(span => "open " + Words(span)));
            yield return string.Join(" | ", line);
        }
    }

    /// <summary>The positions, one line each: side, stance, topic, words, guarantors.</summary>
    public IEnumerable<string> Positions()
    {
        var (mentions, actors, places, times, statements) = Stages();
        foreach (var position in new PositionReader().Read(_parsed, mentions, actors, places, times, statements, explain: true))
        {
            Assert.Equal(3, position.Reasons.Length / position.Evidence.Length);
            var line = new List<string> { Of(position.Party, actors), position.Stance.ToString(), position.Topic };
            line.AddRange(position.Evidence.Select(Words));
            if (!position.Guarantors.IsEmpty)
                line.Add("guarantors " + string.Join(", ", position.Guarantors.Select(id => Of(id, actors))));
            yield return string.Join(" | ", line);
        }
    }

    private (MentionTable Mentions, ActorTable Actors, PlaceTable Places, TimeTable Times, StatementTable Statements) Stages()
    {
        var mentions = new MentionTable(
            [.. _events.OrderBy(mention => mention.Word)],
            [],
            [.. _undertakings.OrderBy(mention => mention.Word)],
            [.. _positions.OrderBy(mention => mention.Word)],
            [.. _passages.OrderBy(passage => passage.Words.Start)]
        );
        var actors = new ActorReader().Read(_parsed);
        var places = new PlaceReader().Read(_parsed, actors);
        var times = new TimeReader().Read(_parsed);
        return (mentions, actors, places, times, new StatementReader().Read(_parsed, mentions, actors, places, times));
    }

    private ImmutableArray<Argument> Arguments(string[] words) => [.. words.Select(word => new Argument(At(word), 0.95f))];

    private int At(string word)
    {
        var start = text.IndexOf(word, StringComparison.Ordinal);
        for (var at = 0; at < _parsed.Count; at++)
            if (_parsed.Tokens.Words[at].End > start)
                return at;
        throw new InvalidOperationException($"'{word}' is not in the text.");
    }

    private string Words(Span span) => span.Of(_parsed.Text).ToString();

    private static string Of(string id, ActorTable actors) => Side.Of(actors.Actors.First(actor => actor.Id == id), actors.Actors);

    private static Choice<T> Sure<T>(T value) => new(value, 0.9f, value, 0.05f);
}
