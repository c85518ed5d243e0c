using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;

namespace Parley.Browser;

/// <summary>The article page, where scripts run: arcs over its words, the digits of its cards, what is left out as too unsure.</summary>
public sealed class ArticleTests(Desk desk)
{
    private const string Undertaking = ".entry[data-field=kind]";

    [Fact]
    public async Task A_card_that_is_chosen_has_arcs_to_what_it_names()
    {
        var page = await Article(desk.Address);
        await Assertions.Expect(page.Locator(".arcs path")).ToHaveCountAsync(0);
        await page.Locator($"{Undertaking} summary").First.FocusAsync();
        Assert.True(await page.Locator(".arcs path").CountAsync() > 0);
        // Each begins and ends within the text.
        Assert.True(
            await page.EvaluateAsync<bool>(
                "[...document.querySelectorAll('.arcs text')].every((one) => one.getBoundingClientRect().left >= document.querySelector('.paragraph').getBoundingClientRect().left)"
            )
        );
    }

    [Fact]
    public async Task A_digit_sets_another_value_of_the_card_and_it_is_taken_back()
    {
        await using var server = await desk.Another("digits.db");
        var page = await Article(server.Addresses[0]);
        var (hands, card) = (new Keyboard(page), page.Locator(Undertaking).First);
        var (id, before) = (await card.GetAttributeAsync("id"), await card.GetAttributeAsync("data-value"));
        await hands.StepTo($"#{id} summary", key: "j");
        await hands.Press("Enter");
        await Assertions.Expect(card.Locator(".values button").First).ToBeVisibleAsync();
        Assert.DoesNotContain(before!, await card.Locator(".values button").AllInnerTextsAsync());
        var wanted = Regex.Replace(await card.Locator(".values button").First.InnerTextAsync(), @"\s*1$", "");
        await hands.Press("1");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("done="));
        await Assertions.Expect(page.Locator($"#{id}")).ToHaveAttributeAsync("data-value", wanted);
        await Assertions.Expect(page.Locator(".said")).ToContainTextAsync("kind");
    }

    [Fact]
    public async Task E_leads_to_the_card_of_the_record_and_b_back_to_it()
    {
        var page = await Article(desk.Address);
        var (hands, id) = (new Keyboard(page), await page.Locator(Undertaking).First.GetAttributeAsync("id"));
        await hands.StepTo($"#{id} summary", key: "j");
        await hands.Press("e");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/queue\\?.*record="));
        await Assertions.Expect(page.Locator("#card")).ToBeFocusedAsync();
        await hands.Press("b");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex($"/articles/[0-9a-f]+[^#]*#{id}$"));
        await Assertions.Expect(page.Locator($"#{id} summary")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task What_is_less_sure_than_asked_is_left_out()
    {
        var page = await Article(desk.Address);
        var all = await page.Locator(".entry[data-sure]").CountAsync();
        await page.Locator("#least-sure").FocusAsync();
        await new Keyboard(page).Press("End");
        Assert.Equal(all, await page.Locator(".entry.unsure").CountAsync());
        await Assertions.Expect(page.Locator(".entry[data-sure]:visible")).ToHaveCountAsync(0);
        await new Keyboard(page).Press("Home");
        await Assertions.Expect(page.Locator(".entry.unsure")).ToHaveCountAsync(0);
    }

    private async Task<IPage> Article(Uri address)
    {
        var page = await desk.Open(new Uri(address, "/articles?topic=pledge").ToString());
        await page.Locator("main [data-record] a").Last.ClickAsync();
        await page.WaitForFunctionAsync("document.readyState === 'complete' && document.querySelector('.arcs') !== null");
        return page;
    }
}
