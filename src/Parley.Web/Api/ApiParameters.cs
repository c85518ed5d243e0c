namespace Parley.Web.Api;

/// <summary>A parameter of an address of the API.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it does.</param>
/// <param name="Example">A value that it can have; null where the example of its address leaves it out.</param>
/// <param name="IsRequired">True where it cannot be left out.</param>
internal sealed record ApiParameter(string Name, string Description, string? Example = null, bool IsRequired = false);

/// <summary>The parameters that several addresses have.</summary>
internal static class ApiParameters
{
    private static readonly HashSet<string> s_common = new(StringComparer.Ordinal)
    {
        "as_of",
        "asof",
        "party",
        "topic",
        "cursor",
        "limit",
        "sort",
        "q",
        "since",
    };

    /// <summary>What had been published up to and with a day.</summary>
    public static ApiParameter AsOf { get; } =
        new("as_of", "Use only what had been published up to and with that ISO day; without it, everything.", "2022-04-07");

    /// <summary>One party.</summary>
    public static ApiParameter Party { get; } = new("party", "One party alone, by its code or name; RUS takes in RUS.MIL.");

    /// <summary>One topic.</summary>
    public static ApiParameter Topic { get; } = new("topic", "What has that word in its topic, kind or deed.");

    /// <summary>Since a day.</summary>
    public static ApiParameter Since { get; } = new("since", "The ISO day from which changes are told.", "2022-03-30");

    /// <summary>What every list takes.</summary>
    public static IReadOnlyList<ApiParameter> OfLists { get; } =
    [
        new("sort", "Columns to sort by, the first first, with commas between; - before one has the greatest first."),
        new("limit", "The most items, 1 to 1000; 100 without it.", "2"),
        new("cursor", "The next of the answer before: what follows it. Null at the end."),
    ];

    /// <summary>As of which day, which party, which topic.</summary>
    public static IReadOnlyList<ApiParameter> OfQuestions { get; } = [AsOf, Party, Topic];

    /// <summary>True for a name that means the same at every address, and no column.</summary>
    public static bool IsCommon(string name) => s_common.Contains(name);
}
