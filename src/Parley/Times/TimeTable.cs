using System.Collections.Immutable;
using Parley.Records;
using Parley.Syntax;
using Parley.Text;

namespace Parley.Times;

/// <summary>The result of the time stage: expressions of time, and the words they cover.</summary>
public sealed class TimeTable
{
    private readonly int[] _mentionAt;

    /// <summary>Indexes the expressions by all their words.</summary>
    public TimeTable(ParsedText parsed, ImmutableArray<Time> times, ImmutableArray<WordRange> words)
    {
        Times = times;
        Words = words;
        _mentionAt = new int[parsed.Count];
        Array.Fill(_mentionAt, -1);
        for (var t = 0; t < words.Length; t++)
            Array.Fill(_mentionAt, t, words[t].Start, words[t].Length);
    }

    /// <summary>The times, in the order of the text.</summary>
    public ImmutableArray<Time> Times { get; }

    /// <summary>The words of each.</summary>
    public ImmutableArray<WordRange> Words { get; }

    /// <summary>The time that covers this word; null where none does.</summary>
    public Time? At(int word) => _mentionAt[word] >= 0 ? Times[_mentionAt[word]] : null;

    /// <summary>The time that covers this word; null where none does.</summary>
    public Time? At(Node node) => node.Exists ? At(node.Index) : null;
}
