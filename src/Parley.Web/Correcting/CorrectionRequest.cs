using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;

namespace Parley.Web.Correcting;

/// <summary>What a form or a program asks to be said of records.</summary>
public sealed record CorrectionRequest
{
    /// <summary>The most records of one request.</summary>
    public const int MostRecords = 1000;

    /// <summary><c>accept</c>, <c>reject</c>, <c>edit</c>, <c>merge</c>, <c>split</c>, <c>decide</c>, <c>undo</c>, <c>none</c>, <c>skip</c>.</summary>
    public string Verb { get; init; } = "";

    /// <summary>The records, as screens name them (<c>3c0ea192/e4</c>); several for accepting, rejecting and skipping alone.</summary>
    public ImmutableArray<string> Records { get; init; } = [];

    /// <summary>The evidence that the page showed, <c>412-471</c>: where another reading has something else there now, nothing is done. Null to go by the name alone.</summary>
    public string? Span { get; init; }

    /// <summary>The other record of a merge or split.</summary>
    public string? Other { get; init; }

    /// <summary>The field to edit.</summary>
    public string? Field { get; init; }

    /// <summary>Its new value, as typed; for <c>decide</c> the state.</summary>
    public string? Value { get; init; }

    /// <summary>The undertaking that is decided.</summary>
    public string? Undertaking { get; init; }

    /// <summary>The correction, batch or skip that is taken back; null for one's own last.</summary>
    public string? Id { get; init; }

    /// <summary>Why.</summary>
    public string Why { get; init; } = "";

    /// <summary>The request of a form.</summary>
    internal static CorrectionRequest Of(IFormCollection form) =>
        new()
        {
            Verb = form["verb"].ToString(),
            Records = [.. form["record"].OfType<string>().Where(name => name.Length > 0)],
            Span = Word(form, "span"),
            Other = Word(form, "other"),
            Field = Word(form, "field"),
            // Of a field and a button, the button that was pressed stands last.
            Value = form["value"].LastOrDefault()?.Trim(),
            Undertaking = Word(form, "undertaking"),
            Id = Word(form, "id"),
            Why = form["why"].ToString().Trim(),
        };

    private static string? Word(IFormCollection form, string name) => form[name].ToString().Trim() is { Length: > 0 } value ? value : null;
}
