using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace Parley.Tests.Web;

public sealed partial class ArticlePageTests(WebLedger web) : IClassFixture<WebLedger>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_list_has_all_articles_newest_first_with_what_copies_what()
    {
        var page = await web.Get("/articles");
        Assert.Contains("9 articles", page, StringComparison.Ordinal);
        Assert.Contains("The Harbour Gazette · copy of Continental Wire", page, StringComparison.Ordinal);
        Assert.True(page.IndexOf("7 Apr 2022", StringComparison.Ordinal) < page.IndexOf("28 Mar 2022", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("?outlet=Continental%20Wire", 1)]
    [InlineData("?asof=2022-03-28", 1)]
    [InlineData("?topic=pledge", 2)]
    [InlineData("?outlet=Nobody", 0)]
    public async Task The_list_is_filtered(string query, int count) =>
        Assert.Equal(count, (await web.Get("/articles" + query)).Split("<li data-record=").Length - 1);

    [Fact]
    public async Task An_article_has_its_text_marked_by_kind_and_a_card_for_each_record()
    {
        var (id, text) = await Agency();
        var page = await web.Get($"/articles/{id}");
        Assert.Matches("<mark class=\"undertaking line[0-9]\" data-of=\"u1\" id=\"text-u1\" aria-describedby=\"heading-u1\">", page);
        Assert.Contains("<li class=\"entry undertaking\" id=\"u1\" data-record=\"u1\"", page, StringComparison.Ordinal);
        Assert.Contains("By</dt><dd>Marta Lindqvist and Emre Yalcin", page, StringComparison.Ordinal);
        Assert.Contains("The Harbour Gazette, 30 Mar 2022", page, StringComparison.Ordinal);
        Assert.Contains("sharply reduce", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_strip_tells_whom_it_credits_and_how_much_of_it_is_copied()
    {
        using var list = JsonDocument.Parse(await web.Client.GetStringAsync("/api/v1/articles", Cancel));
        var copy = list
            .RootElement.GetProperty("items")
            .EnumerateArray()
            .Single(item => item.GetProperty("copyOf").ValueKind == JsonValueKind.String);
        var page = await web.Get($"/articles/{copy.GetProperty("id").GetString()![..16]}");
        Assert.Contains("Credit</dt><dd>Continental Wire, at the end", page, StringComparison.Ordinal);
        var share = int.Parse(Copied().Match(page).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(share, 40, 99);
        var (id, _) = await Agency();
        page = await web.Get($"/articles/{id}");
        Assert.Contains("Credit</dt><dd>Continental Wire, in the dateline", page, StringComparison.Ordinal);
        Assert.DoesNotMatch(Copied(), page);
    }

    [Fact]
    public async Task A_figure_that_can_mean_several_numbers_has_its_range_drawn_and_in_words()
    {
        var (id, _) = await Agency();
        var card = (await web.Get($"/articles/{id}"))
            .Split("<li class=\"entry figure\"")
            .First(card => card.Contains("at least 12", StringComparison.Ordinal));
        Assert.Contains("<svg class=\"range\"", card, StringComparison.Ordinal);
        Assert.Contains("12 or more", card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Arcs_lead_from_words_that_are_marked_to_words_that_are_marked()
    {
        var (id, _) = await Agency();
        var page = await web.Get($"/articles/{id}");
        var arcs = Arcs()
            .Matches(page)
            .SelectMany(match => match.Groups[2].Value.Split(' ').Select(arc => (From: match.Groups[1].Value, Arc: arc)));
        Assert.Contains(arcs, arc => arc.From == "u1" && arc.Arc.StartsWith("made-in:s", StringComparison.Ordinal));
        Assert.All(
            arcs,
            arc =>
            {
                Assert.Contains($"id=\"text-{arc.From}\"", page, StringComparison.Ordinal);
                Assert.Contains($"id=\"text-{arc.Arc.Split(':')[1]}\"", page, StringComparison.Ordinal);
            }
        );
        // From who says it: the words that name him are marked once.
        Assert.All(Speakers().Matches(page).GroupBy(match => match.Value), one => Assert.Single(one));
        Assert.NotEmpty(Speakers().Matches(page));
    }

    [Fact]
    public async Task The_digits_have_their_values_where_people_may_write()
    {
        var (id, _) = await Agency();
        var page = await web.Get($"/articles/{id}");
        Assert.Contains("data-field=\"kind\" data-value=\"", page, StringComparison.Ordinal);
        Assert.Contains("<ul data-choices=\"kind\">", page, StringComparison.Ordinal);
        await using var closed = await WorkbenchFixture.OfSamples(options => options with { IsReadOnly = true });
        Assert.DoesNotContain("data-choices", await closed.Get($"/articles/{id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_that_the_address_names_stand_out()
    {
        var (id, text) = await Agency();
        var start = text.IndexOf("to sharply reduce", StringComparison.Ordinal);
        Assert.Contains(
            $"<span class=\"cited\" id=\"s={start}-{start + 17}\">",
            await web.Get($"/articles/{id}?s={start}-{start + 17}"),
            StringComparison.Ordinal
        );
        // Words beyond the end are none.
        Assert.DoesNotContain("class=\"cited\"", await web.Get($"/articles/{id}?s=1-99999999"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/articles/ffffffffffff")]
    [InlineData("/articles/no-article")]
    [InlineData("/articles?page=0")]
    public async Task What_is_not_there_is_said(string path)
    {
        using var answer = await web.Client.GetAsync(path, Cancel);
        Assert.InRange((int)answer.StatusCode, 400, 404);
    }

    [Fact]
    public async Task Two_versions_of_an_article_show_what_differs()
    {
        await using var bench = await WorkbenchFixture.Empty();
        const string first = "KYIV, March 29 - Russia promised on Tuesday to sharply reduce military operations near Kyiv, its envoy said.";
        const string second = "The mayor of Irpin said that shells fell on the town at night.";
        foreach (var (day, text) in new[] { ("2022-03-29", first), ("2022-03-30", $"{first}\n\n{second}") })
        {
            await bench.Upload(
                [],
                ("text", text),
                ("published", day),
                ("outlet", "The Lantern"),
                ("address", "https://lantern.example/news/2022/talks-in-istanbul")
            );
            await bench.AllRead();
        }
        using var ledger = bench.Open();
        var newer = Assert.Single(ledger.Articles(Parley.Ledger.ReadingQuery.All)).Id;
        var page = await bench.Get($"/articles/{newer}");
        Assert.Contains("1 new and 0 gone paragraphs", page, StringComparison.Ordinal);
        Assert.Contains($"<ins>{second}</ins>", page, StringComparison.Ordinal);
        Assert.Contains("data-key=\"[\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_can_be_corrected_where_it_stands_and_taken_back()
    {
        await using var bench = await WorkbenchFixture.OfSamples();
        var queue = await bench.Get("/queue");
        var record = queue.Split("data-record=\"")[1].Split('"')[0];
        var (article, id) = (record.Split('/')[0], record.Split('/')[1]);
        Assert.Contains($"aria-label=\"Correct {record}\"", await bench.Get($"/articles/{article}"), StringComparison.Ordinal);
        var sent = await bench.Post("/corrections", ("verb", "accept"), ("record", record), ("back", $"/articles/{article}#{id}"));
        Assert.EndsWith($"#{id}", sent.Place, StringComparison.Ordinal);
        Assert.Contains("Right as it was read", await bench.Get(sent.Place!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_card_of_a_record_of_an_article_leads_back_to_it()
    {
        await using var bench = await WorkbenchFixture.OfSamples();
        var record = (await bench.Get("/queue")).Split("data-record=\"")[1].Split('"')[0];
        var back = $"/articles/{record.Split('/')[0]}#{record.Split('/')[1]}";
        var there = $"/queue?record={Uri.EscapeDataString(record)}&back={Uri.EscapeDataString(back)}";
        Assert.Contains($"href=\"{there}\" data-key=\"e\"", await bench.Get(back), StringComparison.Ordinal);
        var card = await bench.Get(there);
        Assert.Contains($"<a href=\"{back}\" data-key=\"b\"", card, StringComparison.Ordinal);
        Assert.Contains($"name=\"back\" value=\"{back}\"", card, StringComparison.Ordinal);
        // A value that cannot be used is told on the card, which still knows the way back.
        var wrong = await bench.Post(
            "/corrections",
            ("verb", "edit"),
            ("record", record),
            ("field", "words"),
            ("value", "no such words"),
            ("back", back)
        );
        Assert.Contains("Nothing was changed", wrong.Text, StringComparison.Ordinal);
        Assert.Contains(back, WebUtility.HtmlDecode(wrong.Text), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("//elsewhere.example/")]
    [InlineData("https://elsewhere.example/")]
    [InlineData("javascript:alert(1)")]
    public async Task A_card_never_leads_back_to_another_server(string back)
    {
        await using var bench = await WorkbenchFixture.OfSamples();
        var record = (await bench.Get("/queue")).Split("data-record=\"")[1].Split('"')[0];
        Assert.DoesNotContain(back, await bench.Get($"/queue?record={record}&back={Uri.EscapeDataString(back)}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_resource_has_the_whole_reading()
    {
        var (id, _) = await Agency();
        using var json = JsonDocument.Parse(await web.Client.GetStringAsync($"/api/v1/articles/{id}", Cancel));
        Assert.Equal("u1", json.RootElement.GetProperty("item").GetProperty("undertakings")[0].GetProperty("id").GetString());
    }

    [GeneratedRegex("<li class=\"entry [a-z]+\" id=\"([a-z]+[0-9]+)\"[^>]* data-arcs=\"([^\"]+)\"")]
    private static partial Regex Arcs();

    [GeneratedRegex("Copy of</dt><dd><a href=[^>]+>Continental Wire, [^<]+</a>, ([0-9]+) % of its own words")]
    private static partial Regex Copied();

    [GeneratedRegex(" id=\"from-s[0-9]+\"")]
    private static partial Regex Speakers();

    private async Task<(string Id, string Text)> Agency()
    {
        using var list = JsonDocument.Parse(await web.Client.GetStringAsync("/api/v1/articles", Cancel));
        var id = list
            .RootElement.GetProperty("items")
            .EnumerateArray()
            .Single(item => item.GetProperty("publisher").GetString() == "Continental Wire")
            .GetProperty("id")
            .GetString()![..16];
        using var one = JsonDocument.Parse(await web.Client.GetStringAsync($"/api/v1/articles/{id}", Cancel));
        return (id, one.RootElement.GetProperty("item").GetProperty("article").GetProperty("text").GetString()!);
    }
}
