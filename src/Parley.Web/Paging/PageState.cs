using System.Globalization;
using Microsoft.AspNetCore.Http;
using Parley.Answers;
using Parley.Intake;
using Parley.Records;
using Parley.Web.Server;

namespace Parley.Web.Paging;

/// <summary>What an address says besides its path: as of which day, which party and topic, and the sentence that stands at the side.</summary>
public sealed record PageState : Question
{
    /// <summary>Nothing chosen.</summary>
    public static PageState Empty { get; } = new();

    /// <summary>The article, or the first digits of its id, whose sentence stands at the side; null for none.</summary>
    public string? At { get; init; }

    /// <summary>The words meant in that article; null for none.</summary>
    public Span? Sentence { get; init; }

    /// <summary>The state of an address; throws where a value cannot be used.</summary>
    public static PageState Of(IQueryCollection query) =>
        new()
        {
            AsOf = Day("asof", Word(query, "asof")) ?? Day("as_of", Word(query, "as_of")),
            Party = Word(query, "party"),
            Topic = Word(query, "topic"),
            At = Word(query, "at"),
            Sentence = SpanOf(Word(query, "s")),
        };

    /// <summary>The same without the sentence at the side.</summary>
    public PageState WithoutSentence() => this with { At = null, Sentence = null };

    /// <summary>The names and values that stand in an address; those that are null are left out.</summary>
    public IEnumerable<(string Name, string Value)> Values()
    {
        if (AsOf is { } day)
            yield return ("asof", day);
        if (Party is { } party)
            yield return ("party", party);
        if (Topic is { } topic)
            yield return ("topic", topic);
        if (At is { } article)
            yield return ("at", article);
        if (Sentence is { } span)
            yield return ("s", SpanName(span));
    }

    /// <summary>A span as addresses have it: <c>412-471</c>.</summary>
    public static string SpanName(Span span) => string.Create(CultureInfo.InvariantCulture, $"{span.Start}-{span.End}");

    /// <summary>The span of an address; null where there is none or it is no span.</summary>
    public static Span? SpanOf(string? name) =>
        name?.Split('-') is [var first, var second]
        && int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var start)
        && int.TryParse(second, NumberStyles.None, CultureInfo.InvariantCulture, out var end)
        && start < end
            ? new Span(start, end)
            : null;

    /// <summary>A day as an ISO date; throws when it is no day of the calendar.</summary>
    /// <param name="name">The name of the field.</param>
    /// <param name="value">Its value; null for none.</param>
    public static string? Day(string name, string? value) =>
        value is null || DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            ? value
            : throw ProblemException.Field(name, Problems.NotADate(name, value));

    private static string? Word(IQueryCollection query, string name) =>
        query[name].ToString().Trim() is { Length: > 0 } value ? value : null;
}
