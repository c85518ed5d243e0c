using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Components;

namespace Parley.Web.Parts;

/// <summary>Writes SVG: what Razor cannot, since it takes <c>text</c> for a word of its own. All text is escaped; colours come from classes.</summary>
internal sealed class SvgText
{
    private readonly StringBuilder _text = new();
    private readonly Stack<string> _open = new();

    /// <summary>Begins an element.</summary>
    public SvgText Open(string element, params ReadOnlySpan<(string Name, object? Value)> attributes)
    {
        Begin(element, attributes);
        _text.Append('>');
        _open.Push(element);
        return this;
    }

    /// <summary>Ends the element begun last.</summary>
    public SvgText Close()
    {
        _text.Append("</").Append(_open.Pop()).Append('>');
        return this;
    }

    /// <summary>An element with nothing in it.</summary>
    public SvgText Empty(string element, params ReadOnlySpan<(string Name, object? Value)> attributes)
    {
        Begin(element, attributes);
        _text.Append("/>");
        return this;
    }

    /// <summary>An element with text alone.</summary>
    public SvgText Text(string element, string text, params ReadOnlySpan<(string Name, object? Value)> attributes)
    {
        Begin(element, attributes);
        _text.Append('>').Append(WebUtility.HtmlEncode(text)).Append("</").Append(element).Append('>');
        return this;
    }

    /// <summary>What was written, for a page.</summary>
    public MarkupString Markup => new(_text.ToString());

    /// <summary>A number as SVG has it.</summary>
    public static string Number(double value) => Math.Round(value, 1).ToString(CultureInfo.InvariantCulture);

    private void Begin(string element, ReadOnlySpan<(string Name, object? Value)> attributes)
    {
        _text.Append('<').Append(element);
        foreach (var (name, value) in attributes)
            if (value is not null)
                _text.Append(' ').Append(name).Append("=\"").Append(WebUtility.HtmlEncode(Spell(value))).Append('"');
    }

    private static string Spell(object value) =>
        value is double number ? Number(number) : Convert.ToString(value, CultureInfo.InvariantCulture)!;
}
