using Parley.Intake;
using Parley.Records;
using Xunit;

namespace Parley.Tests.Intake;

public sealed class PageStoryTests
{
    private static readonly string s_two = Page(
        "<title>The Paper</title>",
        $"<article><h2>Envoys stay</h2><p>{Pages.Filler}</p></article><article><h2>Goat found</h2><p>{Pages.Filler} So it was.</p></article>"
    );

    [Fact]
    public void A_page_of_several_stories_gives_each()
    {
        var taken = Taking.Take("page.html", Taking.Utf8(s_two));
        Assert.Equal(["Envoys stay", "Goat found"], taken.Select(story => story.Document!.Title));
        Assert.EndsWith("page.html#2", taken[1].Document!.Source, StringComparison.Ordinal);
    }

    [Fact]
    public void A_story_can_be_named_as_a_file()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("page.html", Taking.Utf8(s_two));
        Assert.Equal("Goat found", Assert.Single(InputFiles.Open(file + "#2", () => Stream.Null)).Story!.Title);
    }

    [Fact]
    public void The_story_with_the_title_of_the_page_is_the_one() =>
        Assert.Equal(
            "Goat found",
            Assert
                .Single(
                    Taking.Take("page.html", Taking.Utf8(s_two.Replace("<title>The Paper", "<title>Goat found", StringComparison.Ordinal)))
                )
                .Document!.Title
        );

    [Fact]
    public void Teasers_are_no_stories()
    {
        var page = Page(
            "<title>Envoys stay</title>",
            $"<article><h1>Envoys stay</h1><p>{Pages.Filler}</p><p>{Pages.Filler} Yes.</p></article><article><h2>Goat found</h2><p>It sat on a roof.</p></article>"
        );
        Assert.DoesNotContain("roof", Assert.Single(Taking.Take("page.html", Taking.Utf8(page))).Document!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_live_blog_is_cut_into_its_posts_with_their_times()
    {
        string Post(int hour) =>
            $"<div class=\"liveblog-post\"><time datetime=\"2022-03-30T{hour}:15:00Z\">{hour}:15</time><h3>Hour {hour}</h3><p>The envoys met at {hour}. They spoke for long.</p></div>";
        var posts = Taking
            .Take("page.html", Taking.Utf8(Page("<title>Live: the talks</title>", $"<div>{Post(12)}{Post(11)}{Post(10)}</div>")))
            .Select(taken => taken.Document!)
            .ToList();
        Assert.Equal(["2022-03-30T12:15:00Z", "2022-03-30T11:15:00Z", "2022-03-30T10:15:00Z"], posts.Select(post => post.Published));
        Assert.Equal("Hour 12\n\nThe envoys met at 12. They spoke for long.".Split("\n\n")[1], posts[0].Text);
    }

    private static string Page(string head, string body) =>
        $"<!doctype html><html><head>{head}</head><body><main>{body}</main></body></html>";
}
