namespace Parley.Statements;

/// <summary>The complements with which a reporting word reports, as <c>lexicons/cue-verbs</c> names them.</summary>
[Flags]
internal enum CueFrames
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>"said (that) it was over".</summary>
    Clause = 1,

    /// <summary>"said: “It is over.”".</summary>
    Quote = 1 << 1,

    /// <summary>"promised to leave".</summary>
    Infinitive = 1 << 2,

    /// <summary>"denied shelling the town".</summary>
    Gerund = 1 << 3,

    /// <summary>"demanded a truce".</summary>
    Object = 1 << 4,

    /// <summary>"urged them to leave".</summary>
    ObjectInfinitive = 1 << 5,

    /// <summary>"accused them of lying".</summary>
    ObjectOf = 1 << 6,

    /// <summary>"blamed them for the raid".</summary>
    ObjectFor = 1 << 7,

    /// <summary>"described it as a trap".</summary>
    ObjectAs = 1 << 8,

    /// <summary>"threatened them with war".</summary>
    ObjectWith = 1 << 9,

    /// <summary>"blamed the raid on them".</summary>
    ObjectOn = 1 << 10,

    /// <summary>"attributed the raid to them".</summary>
    ObjectTo = 1 << 11,

    /// <summary>"warned them against it".</summary>
    ObjectAgainst = 1 << 12,

    /// <summary>"called it a trap".</summary>
    ObjectComplement = 1 << 13,

    /// <summary>"called on them to leave".</summary>
    OnInfinitive = 1 << 14,

    /// <summary>"appealed to them to leave".</summary>
    ToInfinitive = 1 << 15,

    /// <summary>"pleaded with them to leave".</summary>
    WithInfinitive = 1 << 16,

    /// <summary>"called for calm".</summary>
    For = 1 << 17,

    /// <summary>"warned of a famine".</summary>
    Of = 1 << 18,

    /// <summary>"complained about delays".</summary>
    About = 1 << 19,

    /// <summary>"cast doubt on the pledge".</summary>
    On = 1 << 20,

    /// <summary>"warned against haste".</summary>
    Against = 1 << 21,

    /// <summary>"committed to a truce".</summary>
    To = 1 << 22,

    /// <summary>"expressed alarm at the raid".</summary>
    At = 1 << 23,

    /// <summary>"voiced doubt over the plan".</summary>
    Over = 1 << 24,

    /// <summary>"expressed sympathy with the victims".</summary>
    With = 1 << 25,

    /// <summary>"showed a lead": an object, where a writing speaks.</summary>
    DocumentObject = 1 << 26,

    /// <summary>All of them.</summary>
    Any = (1 << 27) - 1,

    /// <summary>All that consist of a preposition and a noun phrase behind the cue.</summary>
    Prepositions = For | Of | About | On | Against | To | At | Over | With,
}
