namespace Parley.Cli;

/// <summary>The colours of the states of an undertaking on a terminal.</summary>
internal static class StateInk
{
    /// <summary>Green for what is kept, red for what is broken or taken back, purple for what is in dispute or kept in part, blue for the rest.</summary>
    public static string Of(string state) =>
        state switch
        {
            "holding" or "kept" => "32",
            "breached" or "broken" or "revoked" or "withdrawn" => "31",
            "contested" or "partly-holding" or "partly-kept" => "35",
            _ => "34",
        };
}
