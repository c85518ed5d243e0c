namespace Parley.Cli;

/// <summary>What the native build leaves out: it carries the fast model alone, no workbench, and none of the formats of others.</summary>
internal static class LeftOut
{
#if FAST_MODEL_ONLY
    private static readonly string[] s_words =
    [
        "serve",
        "mcp",
        "users",
        "report",
        "export",
        "import",
        "shard",
        "gather",
        "verify",
        "--shard",
    ];
#else
    private static readonly string[] s_words = [];
#endif

    /// <summary>True for a command or option that the whole program has, and this build has not.</summary>
    public static bool Contains(string word) => s_words.Contains(word, StringComparer.Ordinal);
}
