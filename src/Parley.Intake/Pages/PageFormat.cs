using System.Globalization;

namespace Parley.Intake.Pages;

/// <summary>HTML pages: one text, or one for each story.</summary>
internal sealed class PageFormat : IInputFormat
{
    public bool Fits(InputSource source) => ContentKind.Of(source.Extension, source.Stream.Text) == RawKind.Page;

    public IEnumerable<RawInput> Read(InputSource source, InputDoor door) => Stories(TextFormat.Whole(source, RawKind.Page));

    /// <summary>The stories of a page that holds several; else the input as it is.</summary>
    private static IEnumerable<RawInput> Stories(RawInput input)
    {
        if (input.Problem is not null || !MayHoldStories(input.Content.Span))
            return [input];
        var (html, _, _) = Decoding.Decode(input.Name, input.Content.Span, page: true, input.Facts.Charset);
        if (html is null || PageNesting.IsTooDeep(html))
            return [input];
        var stories = Page.Read(html);
        return stories.Count switch
        {
            0 => [input],
            1 => [input with { Story = stories[0] }],
            _ => stories.Select(
                (story, i) => input with { Name = $"{input.Name}#{(i + 1).ToString(CultureInfo.InvariantCulture)}", Story = story }
            ),
        };
    }

    /// <summary>A look at the bytes, since most pages hold one story and are parsed later, on all cores.</summary>
    private static bool MayHoldStories(ReadOnlySpan<byte> page) =>
        (page.IndexOf("<article"u8) is >= 0 and var first && page[(first + 1)..].IndexOf("<article"u8) >= 0)
        || page.IndexOf("live"u8) >= 0
            && (page.IndexOf("liveBlogUpdate"u8) >= 0 || page.IndexOf("live-"u8) >= 0 || page.IndexOf("liveblog"u8) >= 0);
}
