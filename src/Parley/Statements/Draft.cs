using Parley.Mentions;
using Parley.Records;
using Parley.Syntax;
using Parley.Text;

namespace Parley.Statements;

/// <summary>A statement while it is being read.</summary>
internal sealed class Draft
{
    /// <summary>Head word of the cue; <see cref="Node.None"/> in a quotation without one.</summary>
    public Node Cue { get; set; } = Node.None;

    /// <summary>The words of the cue; empty where there is none.</summary>
    public WordRange CueWords { get; set; }

    /// <summary>Head word of the speaker; <see cref="Node.None"/> where hidden.</summary>
    public Node Speaker { get; set; } = Node.None;

    /// <summary>The words of the speaker where the tree does not tell them; else empty.</summary>
    public WordRange SpeakerWords { get; set; }

    /// <summary>The outlet that relays the speaker ("KCNA said, citing …"); else <see cref="Node.None"/>.</summary>
    public Node Medium { get; set; } = Node.None;

    /// <summary>The verb or noun on which time, place and addressee of the saying hang.</summary>
    public Node Clause { get; set; } = Node.None;

    /// <summary>The runs of words of the content, in the order of the text.</summary>
    public List<WordRange> Content { get; } = [];

    /// <summary>What the cue alone says of the act.</summary>
    public StatementAct Act { get; set; }

    /// <summary>The frame by which the content was found.</summary>
    public CueFrames Frame { get; set; }

    /// <summary>True where the cue is denied ("did not rule out").</summary>
    public bool IsNegated { get; set; }

    /// <summary>The group of rules that found it.</summary>
    public StatementRules FoundBy { get; set; }

    /// <summary>What the network says of the cue; null where it sees none.</summary>
    public StatementMention? Mention { get; set; }

    /// <summary>True for an answer to another statement, whose content it shares ("…, a claim that Y denies").</summary>
    public bool IsAnswer { get; set; }

    /// <summary>True for a cue that is a noun ("Moscow's claim that …").</summary>
    public bool IsNominal { get; set; }

    /// <summary>The first word of cue or content.</summary>
    public int Start => Math.Min(CueWords.Length > 0 ? CueWords.Start : int.MaxValue, Content.Count > 0 ? Content[0].Start : int.MaxValue);

    /// <summary>Number of words of the content.</summary>
    public int Size
    {
        get
        {
            var size = 0;
            foreach (var range in Content)
                size += range.Length;
            return size;
        }
    }

    /// <summary>True when the content holds the word.</summary>
    public bool Holds(int word)
    {
        foreach (var range in Content)
            if (range.Contains(word))
                return true;
        return false;
    }

    /// <summary>Adds a run of words to the content, keeps the order, and joins what touches or overlaps.</summary>
    public void Add(WordRange range)
    {
        if (range.Length <= 0)
            return;
        for (var i = Content.Count - 1; i >= 0; i--)
            if (Content[i].Start < range.End && range.Start < Content[i].End)
            {
                range = new WordRange(Math.Min(Content[i].Start, range.Start), Math.Max(Content[i].End, range.End));
                Content.RemoveAt(i);
            }
        var at = Content.FindIndex(other => other.Start > range.Start);
        Content.Insert(at < 0 ? Content.Count : at, range);
    }
}
