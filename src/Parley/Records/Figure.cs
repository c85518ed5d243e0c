using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Parley.Records;

/// <summary>How many, with the bound the words give: "at least nine people died".</summary>
public sealed record Figure
{
    /// <summary><c>f1</c>, <c>f2</c> … in the order of the text.</summary>
    public required string Id { get; init; }

    /// <summary>What is counted.</summary>
    public required FigureMeasure Measure { get; init; }

    /// <summary>The number, in single units ("10 million" is 10000000; "thousands" is 2000 with <see cref="FigureBound.AtLeast"/>); the lower end of a range.</summary>
    public required decimal Value { get; init; }

    /// <summary>The upper end of a range; else null.</summary>
    public decimal? High { get; init; }

    /// <summary>What it was before, in "rose from 9 to 14"; null where that is not told.</summary>
    public decimal? Before { get; init; }

    /// <summary>How the number bounds the truth.</summary>
    public FigureBound Bound { get; init; }

    /// <summary>Unit of money or measure ("USD", "km", "percent"); null for counts of people and things.</summary>
    public string? Unit { get; init; }

    /// <summary>The words for those counted ("people", "Ukrainian soldiers"); null when not told.</summary>
    public string? Who { get; init; }

    /// <summary>Id of the figure this one is part of ("including almost four million …"); else null.</summary>
    public string? PartOf { get; init; }

    /// <summary>Id of the event that it counts; null when it counts none that is told.</summary>
    public string? Event { get; init; }

    /// <summary>Id of the statement it is given in; null when the article itself gives it.</summary>
    public string? Statement { get; init; }

    /// <summary>The number with its bounding words ("At least seven").</summary>
    public required Span Span { get; init; }

    /// <summary>The smallest clause that proves it.</summary>
    public required ImmutableArray<Span> Evidence { get; init; }
}

/// <summary>What is counted.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FigureMeasure>))]
public enum FigureMeasure
{
    /// <summary>The dead.</summary>
    [JsonStringEnumMemberName("killed")]
    Killed,

    /// <summary>The wounded.</summary>
    [JsonStringEnumMemberName("wounded")]
    Wounded,

    /// <summary>Driven from their homes.</summary>
    [JsonStringEnumMemberName("displaced")]
    Displaced,

    /// <summary>Gone from the country or area.</summary>
    [JsonStringEnumMemberName("fled")]
    Fled,

    /// <summary>Arrested or captured.</summary>
    [JsonStringEnumMemberName("detained")]
    Detained,

    /// <summary>Missing.</summary>
    [JsonStringEnumMemberName("missing")]
    Missing,

    /// <summary>Set free.</summary>
    [JsonStringEnumMemberName("released")]
    Released,

    /// <summary>Taken hostage.</summary>
    [JsonStringEnumMemberName("kidnapped")]
    Kidnapped,

    /// <summary>Soldiers, fighters.</summary>
    [JsonStringEnumMemberName("troops")]
    Troops,

    /// <summary>Tanks, missiles, aircraft.</summary>
    [JsonStringEnumMemberName("weapons")]
    Weapons,

    /// <summary>Sums of money.</summary>
    [JsonStringEnumMemberName("money")]
    Money,

    /// <summary>Anything else that is counted.</summary>
    [JsonStringEnumMemberName("other")]
    Other,
}

/// <summary>How a number bounds the truth.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FigureBound>))]
public enum FigureBound
{
    /// <summary>Just so many.</summary>
    [JsonStringEnumMemberName("exact")]
    Exact,

    /// <summary>So many or more.</summary>
    [JsonStringEnumMemberName("at-least")]
    AtLeast,

    /// <summary>So many or fewer.</summary>
    [JsonStringEnumMemberName("at-most")]
    AtMost,

    /// <summary>More than so many.</summary>
    [JsonStringEnumMemberName("more-than")]
    MoreThan,

    /// <summary>Fewer than so many.</summary>
    [JsonStringEnumMemberName("less-than")]
    LessThan,

    /// <summary>Roughly so many.</summary>
    [JsonStringEnumMemberName("about")]
    About,

    /// <summary>A little short of so many.</summary>
    [JsonStringEnumMemberName("almost")]
    Almost,
}
