namespace Parley.Cli.Pages;

/// <summary>The mark of each status in a page: a sign that tells without colour how far a deed or promise is from being done, and the word beside it.</summary>
internal static class StatusMarks
{
    /// <summary>The sign of a status: full for what was done, empty for what was only said, crossed for what was not.</summary>
    public static string Sign(string status) =>
        status switch
        {
            "happened" or "kept" => "●",
            "ongoing" or "holding" => "◉",
            "partly-holding" or "partly-kept" => "◐",
            "planned" or "announced" => "○",
            "possible" or "hypothetical" or "unverified" or "lapsed" => "◌",
            "demanded" => "▷",
            "threatened" => "△",
            "alleged" or "contested" => "◇",
            "refused" or "denied" or "breached" or "broken" => "✕",
            _ => "□",
        };
}
