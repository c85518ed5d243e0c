using System.Collections.Immutable;
using Parley.Syntax;

namespace Parley.Mentions;

/// <summary>The result of the stage of mentions: what each sentence alone tells, unlikely mentions included.</summary>
public sealed class MentionTable
{
    private readonly Dictionary<int, int> _events = [];
    private readonly Dictionary<int, int> _statements = [];

    /// <summary>Indexes the mentions by their words.</summary>
    public MentionTable(
        ImmutableArray<EventMention> events,
        ImmutableArray<StatementMention> statements,
        ImmutableArray<UndertakingMention> undertakings,
        ImmutableArray<PositionMention> positions,
        ImmutableArray<Passage> passages
    )
    {
        (Events, Statements, Undertakings, Positions, Passages) = (events, statements, undertakings, positions, passages);
        for (var i = 0; i < events.Length; i++)
            _events[events[i].Word] = i;
        for (var i = 0; i < statements.Length; i++)
            _statements[statements[i].Word] = i;
    }

    /// <summary>Event mentions, in the order of the text.</summary>
    public ImmutableArray<EventMention> Events { get; }

    /// <summary>Statement mentions, in the order of the text.</summary>
    public ImmutableArray<StatementMention> Statements { get; }

    /// <summary>Undertaking mentions, in the order of the text.</summary>
    public ImmutableArray<UndertakingMention> Undertakings { get; }

    /// <summary>Position mentions, in the order of the text.</summary>
    public ImmutableArray<PositionMention> Positions { get; }

    /// <summary>Limits, gaps and conditions, in the order of the text.</summary>
    public ImmutableArray<Passage> Passages { get; }

    /// <summary>The event mention that this word triggers; null where it triggers none.</summary>
    public EventMention? EventAt(int word) => _events.TryGetValue(word, out var i) ? Events[i] : null;

    /// <summary>The statement mention whose cue this word is; null where it is none.</summary>
    public StatementMention? StatementAt(int word) => _statements.TryGetValue(word, out var i) ? Statements[i] : null;
}
