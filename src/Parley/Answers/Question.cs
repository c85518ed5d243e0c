namespace Parley.Answers;

/// <summary>What is asked of a ledger: as of which day, of which party, on which topic. Commands and pages ask alike.</summary>
public record Question
{
    /// <summary>The last day of publication that counts, as an ISO date; null for all.</summary>
    public string? AsOf { get; init; }

    /// <summary>Code or name of the one party to show; null for all.</summary>
    public string? Party { get; init; }

    /// <summary>A word of the topic to show; null for all.</summary>
    public string? Topic { get; init; }

    /// <summary>True for a day up to and with the one that is asked for.</summary>
    /// <param name="day">ISO date; null where it is not known.</param>
    public bool IsKnown(string? day) => AsOf is null || (day is not null && string.CompareOrdinal(day, AsOf) <= 0);

    /// <summary>True for the party that is asked for, and for what belongs to it.</summary>
    /// <param name="code">Its code (<c>RUS.MIL</c>); empty or null where it has none.</param>
    /// <param name="name">Its name; null where it is not known.</param>
    public bool IsParty(string? code, string? name = null) =>
        Party is null || IsWithin(code, Party) || string.Equals(name, Party, StringComparison.OrdinalIgnoreCase);

    /// <summary>True where a topic, kind or deed has the word that is asked for.</summary>
    public bool IsTopic(params ReadOnlySpan<string?> topics)
    {
        if (Topic is null)
            return true;
        foreach (var topic in topics)
            if (topic?.Contains(Topic, StringComparison.OrdinalIgnoreCase) == true)
                return true;
        return false;
    }

    private static bool IsWithin(string? code, string whole) =>
        !string.IsNullOrEmpty(code)
        && code.StartsWith(whole, StringComparison.OrdinalIgnoreCase)
        && (code.Length == whole.Length || code[whole.Length] == '.');
}
