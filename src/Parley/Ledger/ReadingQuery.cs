namespace Parley.Ledger;

/// <summary>Which readings are wanted. All conditions hold together; null asks for nothing.</summary>
public sealed record ReadingQuery
{
    /// <summary>All readings in force.</summary>
    public static ReadingQuery All { get; } = new();

    /// <summary>What had been published up to and with that day (ISO date): of an article's versions the one of that day. Articles without a date are left out.</summary>
    public string? AsOf { get; init; }

    /// <summary>The first day of publication (ISO date).</summary>
    public string? From { get; init; }

    /// <summary>The last day of publication (ISO date).</summary>
    public string? Until { get; init; }

    /// <summary>Readings with an actor of this side or body (<c>RUS</c> takes <c>RUS.MIL</c> in).</summary>
    public string? Side { get; init; }

    /// <summary>The most readings, the newest by their order; null for all.</summary>
    public int? Newest { get; init; }

    /// <summary>True to have the readings as the machine made them, without people's corrections.</summary>
    public bool Uncorrected { get; init; }
}
