using System.Net;

namespace Parley.Intake.Feeds;

/// <summary>Cuts XML, sound or not, into tags and text. Nothing is looked up and nothing expands: what a document type declares is passed over.</summary>
/// <remarks>
/// Names are given in lower case, without the prefixes that are usual for the formats themselves (<c>atom:</c>). References are read as HTML has them, since feeds
/// use those without declaring them. Depth costs nothing. After <see cref="MostFaults"/> faults it ends.
/// </remarks>
/// <param name="xml">The text.</param>
internal sealed class XmlTokens(string xml)
{
    private const int LongestTag = 16_384;
    private const int MostFaults = 1000;

    private int _at;
    private int _faults;
    private bool _isBack;
    private (int Start, int End) _attributes;

    /// <summary>What the token is.</summary>
    public XmlTokenKind Kind { get; private set; }

    /// <summary>The name of a tag.</summary>
    public string Name { get; private set; } = "";

    /// <summary>True for a tag that is its own end.</summary>
    public bool IsEmpty { get; private set; }

    /// <summary>A text, its references read.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Where the token begins.</summary>
    public int Start { get; private set; }

    /// <summary>What is wrong, in a few words each.</summary>
    public SortedSet<string> Faults { get; } = new(StringComparer.Ordinal);

    /// <summary>Goes to the next token; false at the end.</summary>
    public bool Next()
    {
        if (_isBack)
        {
            _isBack = false;
            return Kind != XmlTokenKind.None;
        }
        while (_at < xml.Length && _faults < MostFaults)
        {
            Start = _at;
            var length = xml.AsSpan(_at).IndexOf('<');
            if (length != 0)
            {
                Take(_at, length < 0 ? xml.Length : _at + length);
                return true;
            }
            if (ReadMarkup())
                return true;
        }
        Kind = XmlTokenKind.None;
        return false;
    }

    /// <summary>Has the next call give this token again.</summary>
    public void Back() => _isBack = true;

    /// <summary>The text between two places, as it is written.</summary>
    public string Raw(int start, int end) => xml[start..end];

    /// <summary>An attribute of a tag, without regard to case and prefix; null where it has none.</summary>
    public string? Attribute(string name)
    {
        var rest = xml.AsSpan(_attributes.Start, _attributes.End - _attributes.Start);
        while (true)
        {
            rest = rest.TrimStart();
            var end = rest.IndexOfAny("= \t\r\n");
            if (end <= 0)
                return null;
            var key = rest[..end];
            rest = rest[end..].TrimStart();
            if (rest.IsEmpty || rest[0] != '=')
                continue;
            rest = rest[1..].TrimStart();
            if (rest.IsEmpty)
                return null;
            var close = rest[0] is '"' or '\'' ? rest[1..].IndexOf(rest[0]) + 1 : rest.IndexOfAny(" \t\r\n");
            var value = rest[0] is '"' or '\'' ? rest[1..(close <= 0 ? rest.Length : close)] : rest[..(close < 0 ? rest.Length : close)];
            if (key[(key.LastIndexOf(':') + 1)..].Equals(name, StringComparison.OrdinalIgnoreCase))
                return WebUtility.HtmlDecode(value.ToString()).Trim();
            rest = close <= 0 ? [] : rest[(close + (rest[0] is '"' or '\'' ? 1 : 0))..];
        }
    }

    /// <summary>Reads what begins with an angle bracket; false where it is passed over.</summary>
    private bool ReadMarkup()
    {
        var rest = xml.AsSpan(_at);
        if (rest.StartsWith("<!--"))
            return Skip("-->", 4, "a remark without an end");
        if (rest.StartsWith("<![CDATA["))
        {
            var end = rest.IndexOf("]]>");
            if (end < 0)
                Fault("it breaks off");
            Kind = XmlTokenKind.Text;
            Text = Plain(rest[9..(end < 0 ? rest.Length : end)].ToString());
            _at += end < 0 ? rest.Length : end + 3;
            return true;
        }
        if (rest.StartsWith("<?"))
            return Skip("?>", 2, "an instruction without an end");
        if (rest.StartsWith("<!"))
            return SkipDeclaration(rest);
        var isEnd = rest.Length > 1 && rest[1] == '/';
        var close = TagEnd(rest);
        var first = isEnd ? 2 : 1;
        if (close < 0 || first >= rest.Length || !(char.IsLetter(rest[first]) || rest[first] == '_'))
        {
            Fault(close < 0 ? "it breaks off" : "an angle bracket that begins no tag");
            Take(_at, _at + 1);
            return true;
        }
        ReadTag(rest[first..close], isEnd, first);
        _at += close + 1;
        return true;
    }

    private void ReadTag(ReadOnlySpan<char> tag, bool isEnd, int first)
    {
        IsEmpty = !isEnd && tag.EndsWith("/");
        var length = tag.IndexOfAny(" \t\r\n/");
        var name = (length < 0 ? tag : tag[..length]).ToString().ToLowerInvariant();
        var mark = name.IndexOf(':', StringComparison.Ordinal);
        Name =
            mark > 0 && name[..mark] is "atom" or "atom10" or "a10" or "rss" or "rdf" or "sm" or "sitemap" or "ns0" or "ns1"
                ? name[(mark + 1)..]
                : name;
        Kind = isEnd ? XmlTokenKind.End : XmlTokenKind.Start;
        var start = Start + first + (length < 0 ? tag.Length : length);
        _attributes = (start, Start + first + tag.Length - (IsEmpty && length >= 0 ? 1 : 0));
        if (_attributes.End < _attributes.Start)
            _attributes = (start, start);
    }

    /// <summary>The bracket that ends a tag, outside of quotation marks; -1 where none does within bounds.</summary>
    private static int TagEnd(ReadOnlySpan<char> rest)
    {
        rest = rest[..Math.Min(rest.Length, LongestTag)];
        var quote = '\0';
        for (var at = 1; at < rest.Length; at++)
        {
            var letter = rest[at];
            if (quote != '\0')
                quote = letter == quote ? '\0' : quote;
            else if (letter == '>')
                return at;
            else if (letter is '"' or '\'' && rest[at - 1] is '=' or ' ')
                quote = letter;
            else if (letter == '<')
                return -1;
        }
        // A quotation mark that nothing closes.
        return rest.IndexOf('>');
    }

    private bool SkipDeclaration(ReadOnlySpan<char> rest)
    {
        var (open, close) = (rest.IndexOf('['), rest.IndexOf('>'));
        if (open >= 0 && open < close)
        {
            Fault("declarations of its own, which are not used");
            var end = rest.IndexOf(']');
            close =
                end < 0 ? -1
                : rest[end..].IndexOf('>') is >= 0 and var after ? end + after
                : -1;
        }
        _at = close < 0 ? xml.Length : _at + close + 1;
        return false;
    }

    private bool Skip(string end, int from, string fault)
    {
        var at = xml.AsSpan(_at + from).IndexOf(end);
        if (at < 0)
            Fault(fault);
        _at = at < 0 ? xml.Length : _at + from + at + end.Length;
        return false;
    }

    private void Take(int start, int end)
    {
        Kind = XmlTokenKind.Text;
        Text = Plain(WebUtility.HtmlDecode(xml[start..end]));
        _at = end;
    }

    /// <summary>The text without the control characters that XML forbids.</summary>
    private string Plain(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\0', '\u0008') && !text.AsSpan().ContainsAnyInRange('\u000b', '\u001f'))
            return text;
        var plain = new string([.. text.Where(letter => letter is >= ' ' or '\n' or '\t' or '\r')]);
        if (plain.Length < text.Length)
            Fault("control characters");
        return plain;
    }

    private void Fault(string what)
    {
        _faults++;
        Faults.Add(what);
    }
}

/// <summary>What a token of XML is.</summary>
internal enum XmlTokenKind
{
    /// <summary>The end.</summary>
    None,

    /// <summary>A tag that begins an element.</summary>
    Start,

    /// <summary>A tag that ends one.</summary>
    End,

    /// <summary>Text.</summary>
    Text,
}
