namespace Parley.Statements;

/// <summary>The groups of rules by which statements are found.</summary>
[Flags]
public enum StatementRules
{
    /// <summary>None: no statement is found.</summary>
    None = 0,

    /// <summary>Verbs of speech with a clause: "said that A", "A, he said".</summary>
    Clauses = 1,

    /// <summary>Verbs of speech with an infinitive, an object or a preposition: "promised to leave", "demanded a truce", "called for calm".</summary>
    Complements = 1 << 1,

    /// <summary>Quotations that take their speaker from the words beside them or the statement above.</summary>
    Quotations = 1 << 2,

    /// <summary>Passive verbs, the speaker named or hidden: "was accused by", "it was announced", "is said to".</summary>
    Passives = 1 << 3,

    /// <summary>Reporting words of two parts: "made clear", "voiced doubt".</summary>
    Phrases = 1 << 4,

    /// <summary>Speakers behind a preposition: "according to X".</summary>
    Pointers = 1 << 5,

    /// <summary>What the rules missed and the network is sure of: nouns of speech, sentences whose tree went wrong.</summary>
    Network = 1 << 6,

    /// <summary>All of them.</summary>
    All = Clauses | Complements | Quotations | Passives | Phrases | Pointers | Network,
}
