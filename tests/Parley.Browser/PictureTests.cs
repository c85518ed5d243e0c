using Microsoft.Playwright;
using Xunit;

namespace Parley.Browser;

/// <summary>Pictures of all screens, for eyes and for the documentation: only where <c>PARLEY_PICTURES</c> names a folder.</summary>
public sealed class PictureTests(Desk desk)
{
    private static readonly (string Name, bool Dark, int Width)[] s_ways =
    [
        ("light", false, 1280),
        ("dark", true, 1280),
        ("narrow", false, 320),
    ];

    [Fact]
    public async Task Screens_are_pictured()
    {
        var folder = Environment.GetEnvironmentVariable("PARLEY_PICTURES");
        Assert.SkipUnless(folder is { Length: > 0 }, "PARLEY_PICTURES names no folder for pictures.");
        Directory.CreateDirectory(folder!);
        var screens = await desk.Screens();
        // Besides: a card that is chosen, the board as a table, the sentence at the side.
        foreach (
            var screen in screens.Where(screen => !screen.StartsWith("/articles/", StringComparison.Ordinal)).Concat(await More(screens))
        )
        foreach (var (name, dark, width) in s_ways)
        {
            var page = await desk.Open(screen, dark, width);
            await page.ScreenshotAsync(
                new PageScreenshotOptions
                {
                    Path = Path.Combine(folder!, $"{NameOf(screen)}-{name}.jpg"),
                    Type = ScreenshotType.Jpeg,
                    Quality = 42,
                    FullPage = false,
                }
            );
            await page.Context.CloseAsync();
        }
        Assert.NotEmpty(Directory.EnumerateFiles(folder!, "board-light.jpg"));
    }

    private async Task<string[]> More(IEnumerable<string> screens)
    {
        var page = await desk.Open("/articles?topic=no+truce");
        var article = await page.Locator("main [data-record] a").Last.GetAttributeAsync("href");
        await page.GotoAsync(
            new Uri(desk.Address, screens.First(screen => screen.StartsWith("/undertakings/", StringComparison.Ordinal))).ToString()
        );
        var sentence = await page.Locator("main a[data-sentence]").First.GetAttributeAsync("href");
        await page.Context.CloseAsync();
        return [article!.Split('?')[0] + "#u1", "/board?view=table", sentence!];
    }

    /// <summary>"board", "undertakings-one" for one of several, "undertakings-one-at" with the sentence at the side.</summary>
    private static string NameOf(string screen)
    {
        var (path, query) = screen.Split('?') is [var before, var behind] ? (before, behind) : (screen, "");
        var parts = path.Split('#')[0].Trim('/').Split('/');
        var name =
            parts[0].Length == 0 ? "brief"
            : parts.Length > 1 ? parts[0] + "-one"
            : parts[0];
        return query.Length == 0 ? name : $"{name}-{query.Split('=')[0]}";
    }
}
