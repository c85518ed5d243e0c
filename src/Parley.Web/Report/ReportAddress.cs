using System.Security.Cryptography;
using System.Text;

namespace Parley.Web.Report;

/// <summary>A page of a report: its path, and at most one choice and one page number; each has a file of its own.</summary>
/// <param name="Path">The path (<c>/board</c>).</param>
/// <param name="Choices">Names and values, as an address has them (<c>view=table&amp;page=2</c>); empty for none.</param>
internal readonly record struct ReportAddress(string Path, string Choices = "")
{
    private static readonly string[] s_downloads = [".csv", ".json", ".jsonl", ".ndjson", ".geojson", ".txt", ".md"];

    /// <summary>The names that lead through a long list: kept beside a choice.</summary>
    private static readonly string[] s_paging = ["page", "first"];

    /// <summary>True for a file that is no page.</summary>
    public bool IsDownload => IsDownloadPath(Path);

    /// <summary>The page without its choice.</summary>
    public ReportAddress Plain => this with { Choices = "" };

    /// <summary>The file in the report's folder, with <c>/</c> between folders. Names are such that every system takes them.</summary>
    public string File
    {
        get
        {
            var name = Path == "/" ? "index" : string.Join('/', Path.Trim('/').Split('/').Select(Safe));
            var choice = Choices.Length == 0 ? "" : "~" + Safe(Choices.Replace('=', '-').Replace('&', '~'));
            return IsDownload ? name : $"{name}{choice}.html";
        }
    }

    /// <summary>
    /// The address that a link leads to. Choices are kept on the screens of the rail alone, one at a time: all of all pages would be more files than
    /// anybody opens.
    /// </summary>
    public static ReportAddress Of(string path, ReadOnlySpan<(string Name, string? Value)> choices)
    {
        if (path.LastIndexOf('/') > 0 || path == "/" || IsDownloadPath(path))
            return new ReportAddress(path);
        var kept = new List<string>();
        var others = 0;
        foreach (var (name, value) in choices)
        {
            var isPaging = s_paging.Contains(name);
            if (value is null || (isPaging && value is "0" or "1" && !(name == "first" && value == "1")))
                continue;
            if (!isPaging)
                others++;
            kept.Add($"{name}={Uri.EscapeDataString(value)}");
        }
        return new ReportAddress(path, others > 1 ? "" : string.Join('&', kept));
    }

    private static bool IsDownloadPath(string path) => s_downloads.Any(ending => path.EndsWith(ending, StringComparison.Ordinal));

    /// <summary>A name of small letters, digits and the like; one that is changed gets a part of its hash, so that no two become one.</summary>
    private static string Safe(string name)
    {
        var safe = string.Concat(
            name.Select(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '~' or '.' or '_' ? c : '_')
        );
        if (safe == name && safe.Length is > 0 and < 100 && safe[0] != '.' && safe[^1] != '.')
            return safe;
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 4));
        return $"{safe[..Math.Min(60, safe.Length)].Trim('.')}-{hash}";
    }
}
