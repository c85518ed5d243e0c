using System.Text;
using AngleSharp.Html.Parser;
using Parley.Intake.Pages;

namespace Parley.Intake.Feeds;

/// <summary>Texts of items, which may hold markup.</summary>
internal static class FeedText
{
    private const int ShortText = 200;

    /// <summary>The words of a text with markup.</summary>
    public static string Plain(string html) =>
        PageNesting.IsTooDeep(html) ? "" : new HtmlParser().ParseDocument(html).Body?.TextContent.Trim() ?? "";

    /// <summary>About how many characters of words it has.</summary>
    public static int Length(string? text)
    {
        if (text is null)
            return 0;
        var (count, inTag) = (0, false);
        foreach (var letter in text)
        {
            inTag = letter == '<' || (inTag && letter != '>');
            count += inTag || letter == '>' ? 0 : 1;
        }
        return count;
    }

    /// <summary>The text of an item as an input: a page where it holds markup.</summary>
    public static RawInput Input(string name, string text, InputFacts facts)
    {
        // In a few words no article would be found.
        if (Length(text) < ShortText && text.Contains('<', StringComparison.Ordinal))
            text = Plain(text);
        if (
            !text.Contains("</", StringComparison.Ordinal)
            && !text.Contains("/>", StringComparison.Ordinal)
            && !text.Contains("<p", StringComparison.OrdinalIgnoreCase)
        )
            return new RawInput(name, RawKind.Text, Encoding.UTF8.GetBytes(text)) { Facts = facts };
        return new RawInput(
            name,
            RawKind.Page,
            Encoding.UTF8.GetBytes($"<html><head><meta charset=\"utf-8\"></head><body><article>{text}</article></body></html>")
        )
        {
            Facts = facts,
        };
    }
}
