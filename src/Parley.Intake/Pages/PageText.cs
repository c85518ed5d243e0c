using System.Text;
using AngleSharp.Dom;

namespace Parley.Intake.Pages;

/// <summary>The text of a cleaned article element: paragraphs, headings, list items and captions, each separated by a blank line.</summary>
internal sealed class PageText
{
    /// <summary>What tells of authors and page stands among so many last blocks, or in the last third.</summary>
    private const int LastBlocks = 5;

    private readonly List<PageBlock> _blocks = [];
    private readonly StringBuilder _block = new();
    private int _characters;
    private int _linked;
    private int _headings;

    /// <summary>The blocks below an element, without what <see cref="PageFurniture"/> tells, and without a block that was there before.</summary>
    public static List<PageBlock> Of(IElement element, PageMetadata metadata)
    {
        var text = new PageText();
        text.Walk(element, inLink: false);
        text.EndBlock();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var last = text._blocks.Count - Math.Min(LastBlocks, text._blocks.Count / 3);
        return [.. text._blocks.Where((block, i) => !PageFurniture.Is(block, i >= last, metadata) && seen.Add(block.Text))];
    }

    private void Walk(INode node, bool inLink)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText run)
                Append(run.Data, inLink);
            else if (child is IElement element && !IsLeftOut(element))
                WalkElement(element, inLink);
        }
    }

    private void WalkElement(IElement element, bool inLink)
    {
        if (element.LocalName == "br")
        {
            BreakLine();
            return;
        }
        var isBlock = IsBlock(element.LocalName);
        if (isBlock)
            EndBlock();
        var heading = element.LocalName is "h1" or "h2" or "h3" or "h4" or "h5" or "h6";
        _headings += heading ? 1 : 0;
        Walk(element, inLink || element.LocalName == "a");
        if (isBlock)
            EndBlock();
        _headings -= heading ? 1 : 0;
    }

    private void Append(string run, bool inLink)
    {
        foreach (var c in run)
        {
            if (!char.IsWhiteSpace(c))
            {
                _block.Append(c);
                _characters++;
                _linked += inLink ? 1 : 0;
            }
            else if (_block.Length > 0 && !char.IsWhiteSpace(_block[^1]))
                _block.Append(' ');
        }
    }

    private void BreakLine()
    {
        while (_block.Length > 0 && _block[^1] == ' ')
            _block.Length--;
        if (_block.Length > 0 && _block[^1] == '\n')
            EndBlock();
        else if (_block.Length > 0)
            _block.Append('\n');
    }

    private void EndBlock()
    {
        var block = _block.ToString().Trim();
        _block.Clear();
        if (block.Length > 0)
            AddBlock(new PageBlock(block, (double)_linked / _characters, _headings > 0));
        (_characters, _linked) = (0, 0);
    }

    private void AddBlock(PageBlock block)
    {
        // A large first letter stands in an element of its own.
        if (_blocks is [.., { Text.Length: 1, IsHeading: false } letter] && char.IsLower(block.Text[0]) && char.IsUpper(letter.Text[0]))
        {
            _blocks[^1] = block with { Text = letter.Text + block.Text };
            return;
        }
        _blocks.Add(block);
    }

    private static bool IsLeftOut(IElement element) =>
        element.LocalName
            is "script"
                or "style"
                or "noscript"
                or "template"
                or "nav"
                or "form"
                or "button"
                or "svg"
                or "iframe"
                or "object"
                or "select"
                or "head"
        || element.HasAttribute("hidden");

    private static bool IsBlock(string name) =>
        name
            is "p"
                or "div"
                or "section"
                or "article"
                or "main"
                or "header"
                or "footer"
                or "aside"
                or "h1"
                or "h2"
                or "h3"
                or "h4"
                or "h5"
                or "h6"
                or "ul"
                or "ol"
                or "li"
                or "dl"
                or "dt"
                or "dd"
                or "blockquote"
                or "pre"
                or "figure"
                or "figcaption"
                or "table"
                or "caption"
                or "tr"
                or "td"
                or "th"
                or "hr"
                or "details"
                or "summary"
                or "address"
                or "body";
}
