using Microsoft.Playwright;
using Xunit;

namespace Parley.Browser;

/// <summary>Hands that have no mouse: they press keys and see what has the focus.</summary>
internal sealed class Keyboard(IPage page)
{
    private const int MostSteps = 400;

    /// <summary>Presses a key.</summary>
    public Task Press(string key) => page.Keyboard.PressAsync(key);

    /// <summary>Steps on with a key until what has the focus matches; fails where it never does.</summary>
    /// <param name="selector">What is wanted.</param>
    /// <param name="text">Words that are in it; null for any.</param>
    /// <param name="key">The key to step with.</param>
    public async Task StepTo(string selector, string? text = null, string key = "Tab")
    {
        for (var step = 0; step < MostSteps; step++)
        {
            await Press(key);
            if (
                await page.EvaluateAsync<bool>(
                    "([selector, text]) => document.activeElement.matches(selector) && (text === null || document.activeElement.textContent.includes(text))",
                    new[] { selector, text }
                )
            )
            {
                Assert.True(
                    await page.EvaluateAsync<bool>(InSight),
                    $"what has the focus is hidden: {await page.EvaluateAsync<string>("document.activeElement.outerHTML.slice(0, 200)")}"
                );
                return;
            }
        }
        Assert.Fail($"{key} never leads to {selector} {text} on {page.Url}");
    }

    /// <summary>Steps to a link and follows it.</summary>
    public async Task Follow(string selector, string? text = null, string key = "Tab")
    {
        await StepTo(selector, text, key);
        await Press("Enter");
    }

    /// <summary>True where something of the focused element can be seen: nothing that sticks covers all of it.</summary>
    private const string InSight = """
        (() => {
          const one = document.activeElement;
          return [...one.getClientRects()].some((box) => {
            for (const [x, y] of [[box.left + 2, box.top + 2], [box.left + box.width / 2, box.top + box.height / 2], [box.right - 2, box.bottom - 2]]) {
              const there = document.elementFromPoint(x, y);
              if (there && (one.contains(there) || there.contains(one))) return true;
            }
            return false;
          });
        })()
        """;
}
