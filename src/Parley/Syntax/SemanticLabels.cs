namespace Parley.Syntax;

/// <summary>What the classes of a model's semantic heads mean, in the order in which it numbers them. Class 0 of types, acts, kinds, topics and parts is none.</summary>
/// <remarks>All scores of a word lie side by side: types, statuses, acts, kinds, topics, stances, parts.</remarks>
public sealed record SemanticLabels
{
    /// <summary>The heads, in the order of their scores.</summary>
    private static readonly string[] s_heads = ["types", "statuses", "acts", "kinds", "topics", "stances", "parts"];

    /// <summary>The pair heads: from a governing word to a word that fills a role.</summary>
    private static readonly string[] s_roles = ["doer", "target", "place", "time", "number", "speaker", "content", "by", "party"];

    private readonly string[][] _classes;
    private readonly int[] _starts;

    private SemanticLabels(string[][] classes)
    {
        _classes = classes;
        _starts = new int[classes.Length + 1];
        for (var head = 0; head < classes.Length; head++)
            _starts[head + 1] = _starts[head] + classes[head].Length;
    }

    /// <summary>Number of scores of a word.</summary>
    public int Width => _starts[^1];

    /// <summary>Number of roles.</summary>
    public static int Roles => s_roles.Length;

    /// <summary>The classes of a head.</summary>
    public ReadOnlySpan<string> Of(SemanticHead head) => _classes[(int)head];

    /// <summary>Where the scores of a head begin.</summary>
    public int Start(SemanticHead head) => _starts[(int)head];

    /// <summary>The scores of a head among all scores of a word.</summary>
    public ReadOnlySpan<float> Scores(SemanticHead head, ReadOnlySpan<float> word) => word[_starts[(int)head].._starts[(int)head + 1]];

    /// <summary>Takes the classes that <paramref name="classesOf"/> gives for each head by name; null where a model has no such heads.</summary>
    /// <exception cref="Parley.Models.InvalidModelException">Roles are others than Parley's.</exception>
    public static SemanticLabels? Of(Func<string, string[]?> classesOf)
    {
        var classes = new string[s_heads.Length][];
        for (var head = 0; head < classes.Length; head++)
            if (classesOf(s_heads[head]) is { } found)
                classes[head] = found;
            else
                return null;
        if (classesOf("roles") is not { } roles || !roles.AsSpan().SequenceEqual(s_roles))
            throw new Parley.Models.InvalidModelException("The model's roles are not " + string.Join(", ", s_roles) + ".");
        return new SemanticLabels(classes);
    }
}

/// <summary>The semantic heads that give a class to each word.</summary>
public enum SemanticHead
{
    /// <summary>Type of the event that the word triggers.</summary>
    Type,

    /// <summary>Status of that event.</summary>
    Status,

    /// <summary>Act of the statement whose cue the word is.</summary>
    Act,

    /// <summary>Kind of the undertaking whose deed the word names.</summary>
    Kind,

    /// <summary>Topic of the position that the word names.</summary>
    Topic,

    /// <summary>Stance of that position.</summary>
    Stance,

    /// <summary>Limit, gap or condition that the word is part of.</summary>
    Part,
}

/// <summary>The roles that words play for a governing word, as the pair heads number them.</summary>
public enum SemanticRole
{
    /// <summary>Who does the deed.</summary>
    Doer,

    /// <summary>Whom it is done to.</summary>
    Target,

    /// <summary>Where.</summary>
    Place,

    /// <summary>When.</summary>
    Time,

    /// <summary>How many.</summary>
    Number,

    /// <summary>Who says it.</summary>
    Speaker,

    /// <summary>What is said.</summary>
    Content,

    /// <summary>Who is bound.</summary>
    By,

    /// <summary>Whose position it is.</summary>
    Party,
}
