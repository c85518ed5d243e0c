using Parley.Lexicons;
using Parley.Records;

namespace Parley.Ledger.Origins;

/// <summary>
/// Reads whom an article credits for its words: in the dateline, in the line of the author, on the last lines, in a note of a feed. Thanks to
/// those who "contributed to this report" are no credit.
/// </summary>
internal static class CreditReader
{
    private const int OpeningCharacters = 600;
    private const int ClosingCharacters = 600;
    private const int MostNameCharacters = 40;
    private const int LastLines = 3;

    private static readonly Lexicon s_notes = LexiconSet.Get("rules/origin-notes");
    private static readonly char[] s_between = [',', ';', '|', '/', '&'];

    /// <summary>The credit of an article; null where it has none. The first of dateline, byline, last lines, note that names an agency goes before one that names none.</summary>
    public static Credit? Read(Article article)
    {
        var opening = article.Text.AsSpan(0, Math.Min(article.Text.Length, OpeningCharacters));
        if (Dateline(opening) is { } agency)
            return new Credit(agency, CreditPlace.Dateline);
        var byline = Line(article.Byline, CreditPlace.Byline);
        var closing = byline?.Agency is null ? Closing(article.Text) : null;
        return byline?.Agency is null && closing?.Agency is not null ? closing : byline ?? closing;
    }

    /// <summary>The name in brackets or strokes behind place and date, before a dash: "KYIV, March 30 (Reuters) -", "MOSCOW, May 5. /TASS/.".</summary>
    private static string? Dateline(ReadOnlySpan<char> opening)
    {
        foreach (var range in opening.Split('\n'))
        {
            var line = opening[range].Trim();
            var open = line.IndexOfAny('(', '/');
            if (open < 2 || !IsPlaceAndDate(line[..open]))
                continue;
            var rest = line[(open + 1)..];
            var close = rest.IndexOf(line[open] == '(' ? ')' : '/');
            if (close < 0 || !IsName(rest[..close]))
                continue;
            var after = rest[(close + 1)..].TrimStart();
            if (after is [('-' or '–' or '—' or ':'), ..] || (line[open] == '/' && after is ['.', ..]))
                return OutletNames.Name(rest[..close]);
        }
        return null;
    }

    /// <summary>A place and a date: short, and no word begins with a small letter.</summary>
    private static bool IsPlaceAndDate(ReadOnlySpan<char> words)
    {
        if (words.Length > MostNameCharacters)
            return false;
        foreach (var range in words.Split(' '))
            if (words[range] is [var first, ..] && char.IsLower(first))
                return false;
        return true;
    }

    private static bool IsName(ReadOnlySpan<char> words) =>
        words.Length is > 1 and < MostNameCharacters && char.IsUpper(words[0]) && !words.ContainsAnyInRange('0', '9');

    /// <summary>The agency in a line of authors, or of credit.</summary>
    private static Credit? Line(ReadOnlySpan<char> line, CreditPlace place)
    {
        Credit? unnamed = null;
        foreach (var range in line.SplitAny(s_between))
        {
            var part = line[range].Trim();
            if (part.StartsWith("By ", StringComparison.OrdinalIgnoreCase))
                part = part[3..];
            if (part.EndsWith(" Staff", StringComparison.OrdinalIgnoreCase))
                part = part[..^6];
            if (
                part.LastIndexOf(" and ", StringComparison.OrdinalIgnoreCase) is > 0 and var and
                && Line(part[(and + 5)..], place) is { } behind
            )
                return behind;
            if (OutletNames.IsAgency(part))
                return new Credit(OutletNames.Name(part), place);
            if (OutletNames.IsUnnamed(part))
                unnamed = new Credit(null, place);
        }
        return unnamed;
    }

    private static Credit? Closing(ReadOnlySpan<char> text)
    {
        text = text.TrimEnd();
        var rest = text;
        Credit? unnamed = null;
        for (var i = 0; i < LastLines && rest.LastIndexOf('\n') is >= 0 and var at; i++, rest = rest[..at].TrimEnd())
        {
            var line = rest[(at + 1)..].Trim(" ()[]-–—*_.\r");
            if (line.StartsWith("Source:", StringComparison.OrdinalIgnoreCase))
                line = line[7..].Trim();
            if (line.Length < MostNameCharacters && Line(line, CreditPlace.LastLine) is { } credit)
                if (credit.Agency is not null)
                    return credit;
                else
                    unnamed = credit;
        }
        return unnamed ?? (HasNote(text[Math.Max(0, text.Length - ClosingCharacters)..]) ? new Credit(null, CreditPlace.Note) : null);
    }

    private static bool HasNote(ReadOnlySpan<char> closing)
    {
        for (var row = 0; row < s_notes.Count; row++)
            if (closing.Contains(s_notes.Cell(row, 0), StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }
}
