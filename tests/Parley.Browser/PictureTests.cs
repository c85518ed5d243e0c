using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;

namespace Parley.Browser;

/// <summary>Pictures of all screens, for eyes and for the documentation: only where <c>PARLEY_PICTURES</c> names a folder.</summary>
public sealed partial class PictureTests(Desk desk)
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
        foreach (var screen in await desk.Screens())
        foreach (var (name, dark, width) in s_ways)
        {
            var page = await desk.Open(screen, dark, width);
            await page.ScreenshotAsync(
                new PageScreenshotOptions
                {
                    Path = Path.Combine(folder!, $"{NameOf(screen)}-{name}.jpg"),
                    Type = ScreenshotType.Jpeg,
                    Quality = 72,
                    FullPage = false,
                }
            );
            await page.Context.CloseAsync();
        }
        Assert.NotEmpty(Directory.EnumerateFiles(folder!, "board-light.jpg"));
    }

    private static string NameOf(string screen) =>
        NotInNames().Replace(screen.Split('?')[0].Trim('/'), "-") is { Length: > 0 } name ? name[..Math.Min(40, name.Length)] : "brief";

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex NotInNames();
}
