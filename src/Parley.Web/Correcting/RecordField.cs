using System.Collections.Immutable;

namespace Parley.Web.Correcting;

/// <summary>A field of a record that a person can set by a typed choice.</summary>
/// <param name="Field">Its name for people and forms: "speaker".</param>
/// <param name="Paths">The fields of the record that it sets, as JSON names them; with <c>[]</c> behind it one that holds a list.</param>
/// <param name="Kind">What it takes.</param>
/// <param name="Current">What it holds, in words; null for nothing.</param>
/// <param name="Choices">What it can hold.</param>
/// <param name="TakesNone">True where "none of these" is an answer.</param>
public sealed record RecordField(
    string Field,
    ImmutableArray<string> Paths,
    FieldKind Kind,
    string? Current,
    ImmutableArray<FieldChoice> Choices,
    bool TakesNone
)
{
    /// <summary>The answer that none of the choices is right.</summary>
    public const string None = "none of these";
}

/// <summary>A value that a field can hold.</summary>
/// <param name="Value">As JSON has it.</param>
/// <param name="Words">As people read it.</param>
public sealed record FieldChoice(string Value, string Words);

/// <summary>What a field takes.</summary>
public enum FieldKind
{
    /// <summary>One of a fixed list of words.</summary>
    Word,

    /// <summary>An actor of the article.</summary>
    Actor,

    /// <summary>A place of the article.</summary>
    Place,

    /// <summary>A time of the article, or an ISO day.</summary>
    Time,

    /// <summary>Any words or number.</summary>
    Free,
}
