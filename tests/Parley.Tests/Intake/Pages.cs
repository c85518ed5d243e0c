namespace Parley.Tests.Intake;

/// <summary>Pages for tests.</summary>
internal static class Pages
{
    /// <summary>Enough words for a paragraph to count as an article's.</summary>
    public const string Filler =
        "The delegations met for a second day in the old customs house, and both said that they would go on, though nobody would say for how long. "
        + "A clerk carried the papers from one room to the other, and the windows stayed lit until late in the night, while outside a small crowd waited.";

    /// <summary>A page with a menu, an article and a footer.</summary>
    public static string Article(string head, string article) =>
        $"""
            <!doctype html><html lang="en"><head>{head}</head><body>
            <nav><ul><li><a href="/world">World</a></li><li><a href="/sport">Sport</a></li></ul></nav>
            <main><article>{article}</article></main>
            <aside><h2>Most read</h2><ul><li><a href="/1">A goat on the roof</a></li></ul></aside>
            <footer><p>Copyright The Paper. Cookies.</p></footer><script>var x = "no text";</script></body></html>
            """;
}
