using Parley.Lexicons;

namespace Parley.Text;

/// <summary>Finds addresses of pages and mail that are one word.</summary>
internal sealed class Addresses(string text)
{
    /// <summary>The most characters before the @ of an address (RFC 5321, 4.5.3.1.1).</summary>
    private const int MostLocal = 64;

    /// <summary>True when a run without white space may hold an address.</summary>
    public static bool MayHold(ReadOnlySpan<char> run) =>
        run.Contains('@')
        || run.Contains("://", StringComparison.Ordinal)
        || run.Contains("www.", StringComparison.OrdinalIgnoreCase)
        || run.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase);

    /// <summary>The length of the address at <paramref name="start"/>, or 0.</summary>
    public int Match(int start, int end)
    {
        if (!char.IsAsciiLetterOrDigit(text[start]) || (start > 0 && char.IsAsciiLetterOrDigit(text[start - 1])))
            return 0;
        var run = text.AsSpan(start, end - start);
        var length = IsPage(run) ? run.Length : Mail(run);
        return length == 0 ? 0 : Trim(run[..length]);
    }

    private static bool IsPage(ReadOnlySpan<char> run)
    {
        if (run.StartsWith("www.", StringComparison.OrdinalIgnoreCase) || run.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
            return run.Length > 7;
        var scheme = 0;
        while (scheme < run.Length && scheme < 12 && char.IsAsciiLetter(run[scheme]))
            scheme++;
        return scheme > 0 && run[scheme..].StartsWith("://", StringComparison.Ordinal);
    }

    private static int Mail(ReadOnlySpan<char> run)
    {
        var at = 0;
        while (at < run.Length && at < MostLocal && (char.IsAsciiLetterOrDigit(run[at]) || run[at] is '.' or '_' or '-' or '+' or '%'))
            at++;
        if (at == 0 || at + 1 >= run.Length || run[at] != '@' || !char.IsAsciiLetterOrDigit(run[at + 1]))
            return 0;
        for (at++; at < run.Length && (char.IsAsciiLetterOrDigit(run[at]) || run[at] is '.' or '-' or '_'); at++) { }
        return at;
    }

    /// <summary>Leaves out the punctuation of the sentence behind an address.</summary>
    private static int Trim(ReadOnlySpan<char> address)
    {
        var length = address.Length;
        while (length > 1)
        {
            var last = address[length - 1];
            var isMark = Characters.IsQuote(last) || last is '.' or ',' or ';' or ':' or '!' or '?' or ']' or '>' or '}' or '|' or '*';
            if (!isMark && !(last == ')' && !address[..length].Contains('(')))
                break;
            length--;
        }
        var cut = address[..length].IndexOfAny("<>\"\u201D");
        return cut > 0 ? cut : length;
    }
}
