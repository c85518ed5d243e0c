using System.Collections.Frozen;

namespace Parley.Syntax;

/// <summary>What the classes of a language model's heads mean, in the order in which it numbers them.</summary>
public sealed record ModelLabels
{
    /// <summary>Universal tags (<c>NOUN</c>).</summary>
    public required string[] Upos { get; init; }

    /// <summary>Penn tags (<c>NNS</c>).</summary>
    public required string[] Xpos { get; init; }

    /// <summary>Joint features (<c>Mood=Ind|Tense=Past</c>; <c>_</c> for none).</summary>
    public required string[] Features { get; init; }

    /// <summary>Lemma scripts: see <see cref="LemmaScript"/>.</summary>
    public required string[] Lemmas { get; init; }

    /// <summary>Names: <c>O</c>, <c>B-PER</c>, <c>I-PER</c> …</summary>
    public required string[] Names { get; init; }

    /// <summary>Relations (<c>nsubj:pass</c>).</summary>
    public required string[] Relations { get; init; }

    /// <summary>Lemmas that no script gives, by lower-case form, a tab, and universal tag.</summary>
    public required FrozenDictionary<string, string> LemmaExceptions { get; init; }
}
