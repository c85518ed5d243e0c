using System.Globalization;
using System.Text.RegularExpressions;

namespace Parley.Web.Adding;

/// <summary>Names of files that came from elsewhere.</summary>
internal static partial class FileNames
{
    private const int MostCharacters = 200;

    /// <summary>A name as it may be shown and kept as the source: without folders and control characters, of bounded length.</summary>
    public static string Shown(string name, int number)
    {
        var last = name.Replace('\\', '/').Split('/')[^1];
        var plain = new string([
            .. last.Where(letter => !char.IsControl(letter) && letter is not ('\u202e' or '\u2066' or '\u2067' or '\u2068')),
        ]).Trim();
        if (plain.Length > MostCharacters)
            plain = plain[..(MostCharacters / 2)] + "…" + plain[^(MostCharacters / 2)..];
        return plain is "" or "." or ".." or "-" ? string.Create(CultureInfo.InvariantCulture, $"file-{number}") : plain;
    }

    /// <summary>The name in the job's folder: a number, and the ending, which says what it is.</summary>
    public static string Stored(int number, string name) =>
        string.Create(CultureInfo.InvariantCulture, $"f{number:0000}{Endings().Match(name).Value.ToLowerInvariant()}");

    [GeneratedRegex(@"(\.[A-Za-z0-9]{1,8}){0,2}$")]
    private static partial Regex Endings();
}
