namespace Parley.Intake.Tables;

/// <summary>
/// Keeps cells of CSV files from being taken for formulas: a spreadsheet reckons what begins with =, +, -, @ (also in full width), a tab or a line end, and
/// what it reckons may call programs. Such a text gets an apostrophe in front, as one would write it by hand; so does one that begins with apostrophes and then such a
/// character, so that <see cref="Plain"/> gives every text back.
/// </summary>
public static class FormulaGuard
{
    /// <summary>A text as it is written.</summary>
    public static string Guarded(string text) => IsFormula(text) ? "'" + text : text;

    /// <summary>The text that was written.</summary>
    public static string Plain(string cell) => cell.StartsWith('\'') && IsFormula(cell) ? cell[1..] : cell;

    /// <summary>True for a text that begins as a formula does, apostrophes before it aside.</summary>
    public static bool IsFormula(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text[0] is > '@' and < '＋')
            return false;
        var rest = text.TrimStart('\'');
        return !rest.IsEmpty && rest[0] is '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠' or '\t' or '\r' or '\n';
    }
}
