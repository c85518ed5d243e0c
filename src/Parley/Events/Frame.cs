using Parley.Records;

namespace Parley.Events;

/// <summary>One way in which a verb or noun names a deed: the conditions on its company, and who in it is doer and who target.</summary>
internal sealed record Frame
{
    /// <summary>Row in its file: the order among frames of equal weight.</summary>
    public required int Row { get; init; }

    /// <summary>Form of a dependent that must be there ("down"); empty for none. Verbs only.</summary>
    public string Particle { get; init; } = "";

    /// <summary>Condition on the doer of a verb.</summary>
    public ClassCondition Subject { get; init; }

    /// <summary>Condition on what a verb is done to.</summary>
    public ClassCondition Object { get; init; }

    /// <summary>Prepositions of which one must be there; empty for no condition. Verbs only.</summary>
    public string[] Prepositions { get; init; } = [];

    /// <summary>Condition on the noun behind the preposition.</summary>
    public ClassCondition PrepositionObject { get; init; }

    /// <summary>Modifiers of which a noun needs one, or must have none when <see cref="ForbidsModifiers"/>.</summary>
    public string[] Modifiers { get; init; } = [];

    /// <summary>True when none of <see cref="Modifiers"/> may stand at the noun.</summary>
    public bool ForbidsModifiers { get; init; }

    public required EventType Type { get; init; }

    public string? Mode { get; init; }

    public string? Cameo { get; init; }

    /// <summary>Where the doer stands: subj, obj, none; for nouns poss, mod, or prepositions.</summary>
    public required string[] Doers { get; init; }

    /// <summary>Where the target stands, the likeliest first: obj, iobj, subj, poss, or prepositions.</summary>
    public required string[] Targets { get; init; }

    public required FrameMarks Marks { get; init; }

    public bool Is(FrameMarks mark) => (Marks & mark) != 0;
}

/// <summary>What is special about a frame.</summary>
[Flags]
internal enum FrameMarks
{
    None = 0,

    /// <summary>All parties are doers.</summary>
    Sym = 1,

    /// <summary>Names an event only where no other deed is named in what it governs.</summary>
    Verbal = 2,

    /// <summary>What a deed does to people and things: told of a deed in the same clause it is no event of its own.</summary>
    Effect = 4,

    /// <summary>The object, or the deed in it, is part of this deed ("stop the attacks").</summary>
    Ingest = 8,

    /// <summary>Needs a known party.</summary>
    Weak = 16,

    /// <summary>Needs a doer with a code: officials and bodies.</summary>
    Official = 32,

    /// <summary>Only as a finite verb.</summary>
    Finite = 64,

    /// <summary>Only in the passive.</summary>
    Passive = 128,

    /// <summary>Needs a violent deed as its clause ("stop shelling").</summary>
    Deed = 256,

    /// <summary>A noun that names a deed only with a verb or a preposition that says so.</summary>
    Supported = 512,

    /// <summary>A noun that needs a doer.</summary>
    Doer = 1024,

    /// <summary>A noun that needs a target.</summary>
    Target = 2048,

    /// <summary>A noun that needs a place where no party is told.</summary>
    Placed = 4096,

    /// <summary>A pact: the making of it is the deed.</summary>
    Agreement = 8192,

    /// <summary>A truce and what breaks it.</summary>
    Truce = 16384,

    /// <summary>A person that owns or modifies the noun suffers it ("his arrest").</summary>
    Victim = 32768,

    /// <summary>The verb promises the deed ("pledged tanks").</summary>
    Promise = 65536,

    /// <summary>A noun for what goes on as long as nothing says that it ended ("the siege").</summary>
    Lasting = 131072,
}

/// <summary>A condition on the sort of a noun.</summary>
/// <param name="Classes">The sorts; none for no condition.</param>
/// <param name="Need">Whether they must or must not hold, or nothing may stand there.</param>
internal readonly record struct ClassCondition(WordClass Classes, ClassNeed Need)
{
    /// <summary>Reads <c>A|B</c> (one of them), <c>?A|B</c> (one of them, or nothing), <c>!A|B</c> (none of them), <c>0</c> (nothing may stand there) or nothing.</summary>
    public static ClassCondition Parse(string text)
    {
        if (text.Length == 0)
            return default;
        if (text == "0")
            return new ClassCondition(WordClass.None, ClassNeed.Absent);
        var need = text[0] switch
        {
            '!' => ClassNeed.NoneOf,
            '?' => ClassNeed.OneOfOrAbsent,
            _ => ClassNeed.OneOf,
        };
        var classes = WordClass.None;
        foreach (var name in text.TrimStart('!', '?').Split('|'))
            classes |= Enum.Parse<WordClass>(name);
        return new ClassCondition(classes, need);
    }

    /// <summary>Points for a condition that holds, 0 where there is none, -1 where it fails.</summary>
    public int Weigh(bool exists, WordClass found) =>
        Need switch
        {
            ClassNeed.Absent => exists ? -1 : 1,
            ClassNeed.OneOf => (found & Classes) != 0 ? 2 : -1,
            ClassNeed.OneOfOrAbsent => !exists ? 0
            : (found & Classes) != 0 ? 1
            : -1,
            ClassNeed.NoneOf => (found & Classes) != 0 && (found & ~Classes) == 0 ? -1 : 0,
            _ => 0,
        };
}

/// <summary>What a condition asks.</summary>
internal enum ClassNeed : byte
{
    Nothing,
    OneOf,
    OneOfOrAbsent,
    NoneOf,
    Absent,
}
