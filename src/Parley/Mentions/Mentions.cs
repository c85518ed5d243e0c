using System.Collections.Immutable;
using Parley.Records;
using Parley.Text;

namespace Parley.Mentions;

/// <summary>A word that names a deed, done or not.</summary>
public sealed record EventMention
{
    /// <summary>The trigger.</summary>
    public required int Word { get; init; }

    /// <summary>How likely the word names a deed at all.</summary>
    public required float Probability { get; init; }

    /// <summary>The type of the deed, given that it is one.</summary>
    public required Choice<EventType> Type { get; init; }

    /// <summary>How it stands.</summary>
    public required Choice<EventStatus> Status { get; init; }

    /// <summary>The doers that the sentence names, in the order of the text.</summary>
    public ImmutableArray<Argument> Doers { get; init; } = [];

    /// <summary>Those it is done to.</summary>
    public ImmutableArray<Argument> Targets { get; init; } = [];

    /// <summary>Where.</summary>
    public ImmutableArray<Argument> Places { get; init; } = [];

    /// <summary>When.</summary>
    public ImmutableArray<Argument> Times { get; init; } = [];

    /// <summary>Numbers of victims, prisoners, troops.</summary>
    public ImmutableArray<Argument> Numbers { get; init; } = [];
}

/// <summary>A word by which somebody says something.</summary>
public sealed record StatementMention
{
    /// <summary>The main word of the cue.</summary>
    public required int Word { get; init; }

    /// <summary>How likely it is a cue at all.</summary>
    public required float Probability { get; init; }

    /// <summary>What the speaker does by saying it.</summary>
    public required Choice<StatementAct> Act { get; init; }

    /// <summary>The speakers that the sentence names.</summary>
    public ImmutableArray<Argument> Speakers { get; init; } = [];

    /// <summary>The words said, as runs.</summary>
    public ImmutableArray<WordRange> Content { get; init; } = [];
}

/// <summary>A word that names what a party binds itself to.</summary>
public sealed record UndertakingMention
{
    /// <summary>The word that names the deed undertaken.</summary>
    public required int Word { get; init; }

    /// <summary>How likely it names an undertaking at all.</summary>
    public required float Probability { get; init; }

    /// <summary>What sort.</summary>
    public required Choice<UndertakingKind> Kind { get; init; }

    /// <summary>The bound parties that the sentence names.</summary>
    public ImmutableArray<Argument> By { get; init; } = [];
}

/// <summary>A word that names what a party wants or refuses at the table.</summary>
public sealed record PositionMention
{
    /// <summary>The word that names the topic.</summary>
    public required int Word { get; init; }

    /// <summary>How likely it names a position at all.</summary>
    public required float Probability { get; init; }

    /// <summary>The topic, in the names of the marks ("security-guarantees").</summary>
    public required Choice<string> Topic { get; init; }

    /// <summary>How the party stands to it.</summary>
    public required Choice<PositionStance> Stance { get; init; }

    /// <summary>The parties that the sentence names.</summary>
    public ImmutableArray<Argument> Parties { get; init; } = [];
}

/// <summary>Words that limit a promise, tell what it leaves open, or on what it hangs.</summary>
/// <param name="Kind">Which of the three.</param>
/// <param name="Words">The words.</param>
/// <param name="Probability">Mean probability of the words.</param>
public readonly record struct Passage(PassageKind Kind, WordRange Words, float Probability);

/// <summary>What a passage does to a promise.</summary>
public enum PassageKind
{
    /// <summary>Says what it is not or does not cover.</summary>
    Limit,

    /// <summary>Says what was left unsaid.</summary>
    Gap,

    /// <summary>Says on what it hangs.</summary>
    Condition,
}
