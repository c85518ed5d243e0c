using Parley.Lexicons;
using Parley.Records;
using Parley.Syntax;

namespace Parley.Events;

/// <summary>The frames of <c>rules/events/verbs</c> and <c>rules/events/nouns</c>, each read when it is first asked for.</summary>
internal sealed class FrameTable
{
    private readonly Lexicon _lexicon;
    private readonly Frame?[] _frames;
    private readonly bool _ofVerbs;

    private FrameTable(string name, bool ofVerbs)
    {
        _lexicon = LexiconSet.Get(name);
        _frames = new Frame?[_lexicon.Count];
        _ofVerbs = ofVerbs;
    }

    public static FrameTable Verbs { get; } = new("rules/events/verbs", true);

    public static FrameTable Nouns { get; } = new("rules/events/nouns", false);

    /// <summary>The first frame of a lemma, as a row; -1 where it has none.</summary>
    public int First(ReadOnlySpan<char> lemma) => _lexicon.Find(lemma);

    /// <summary>The first frame of a verb, its lemma mended where the model cut it short; -1 where it has none.</summary>
    public int First(Node verb) => _lexicon.Find(verb.Lemma);

    /// <summary>The next frame of the same lemma; -1 behind the last.</summary>
    public int Next(int row) => _lexicon.Next(row);

    /// <summary>The frame of a row. Two threads may both read it: they read the same.</summary>
    public Frame this[int row] => _frames[row] ??= _ofVerbs ? ReadVerb(row) : ReadNoun(row);

    /// <summary>Every frame, for tests that read the whole file.</summary>
    public int Count => _lexicon.Count;

    private Frame ReadVerb(int row)
    {
        var preposition = Cell(row, "preposition");
        var colon = preposition.IndexOf(':', StringComparison.Ordinal);
        return new Frame
        {
            Row = row,
            Particle = Cell(row, "particle"),
            Subject = ClassCondition.Parse(Cell(row, "subject")),
            Object = ClassCondition.Parse(Cell(row, "object")),
            Prepositions = Split(colon < 0 ? preposition : preposition[..colon], '|'),
            PrepositionObject = ClassCondition.Parse(colon < 0 ? "" : preposition[(colon + 1)..]),
            Type = Enum.Parse<EventType>(Cell(row, "type")),
            Mode = NullIfEmpty(Cell(row, "mode")),
            Cameo = NullIfEmpty(Cell(row, "cameo")),
            Doers = Split(Cell(row, "doer"), ' '),
            Targets = Split(Cell(row, "targets"), ' '),
            Marks = ReadMarks(Cell(row, "marks")),
        };
    }

    private Frame ReadNoun(int row)
    {
        var modifiers = Cell(row, "modifier");
        return new Frame
        {
            Row = row,
            Modifiers = Split(modifiers.TrimStart('!'), '|'),
            ForbidsModifiers = modifiers.StartsWith('!'),
            Type = Enum.Parse<EventType>(Cell(row, "type")),
            Mode = NullIfEmpty(Cell(row, "mode")),
            Cameo = NullIfEmpty(Cell(row, "cameo")),
            Doers = Split(Cell(row, "doer"), ' '),
            Targets = Split(Cell(row, "targets"), ' '),
            Marks = ReadMarks(Cell(row, "marks")),
        };
    }

    private string Cell(int row, string column) => _lexicon.Text(row, _lexicon.Column(column));

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    private static string[] Split(string text, char separator) => text.Split(separator, StringSplitOptions.RemoveEmptyEntries);

    private static FrameMarks ReadMarks(string text)
    {
        var marks = FrameMarks.None;
        foreach (var mark in Split(text, ' '))
            marks |= Enum.Parse<FrameMarks>(mark, ignoreCase: true);
        return marks;
    }
}
