namespace Parley.Intake.Archives;

/// <summary>Names of files within archives and folders. They are labels: nothing is ever written under them.</summary>
internal static class PartNames
{
    private const int MostCharacters = 300;

    /// <summary>Files beside pages that hold no article.</summary>
    private static readonly HashSet<string> s_passedOver = new(StringComparer.OrdinalIgnoreCase)
    {
        ".png",
        ".jpg",
        ".jpeg",
        ".gif",
        ".webp",
        ".avif",
        ".svg",
        ".ico",
        ".bmp",
        ".tif",
        ".tiff",
        ".css",
        ".js",
        ".mjs",
        ".map",
        ".woff",
        ".woff2",
        ".ttf",
        ".otf",
        ".eot",
        ".mp3",
        ".mp4",
        ".m4a",
        ".webm",
        ".ogg",
        ".wav",
        ".mov",
        ".avi",
        ".cdx",
        ".cdxj",
        ".idx",
        ".db",
        ".lock",
        ".tmp",
        ".part",
        ".md5",
        ".sha256",
        ".exe",
        ".dll",
        ".so",
        ".class",
        ".pyc",
    };

    /// <summary>The name of a part as it may be shown: no way up, no drive, no control characters, of bounded length.</summary>
    public static string Label(string archive, string part)
    {
        var plain = new string([
            .. part.Where(letter => !char.IsControl(letter) && letter is not (>= '\u202a' and <= '\u202e' or >= '\u2066' and <= '\u2069')),
        ]);
        var steps = plain
            .Replace('\\', '/')
            .Split('/', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(step => step is not ("." or "..") && !(step.Length == 2 && step[1] == ':'));
        var label = string.Join('/', steps);
        if (label.Length > MostCharacters)
            label = label[..(MostCharacters / 2)] + "…" + label[^(MostCharacters / 2)..];
        return $"{archive}/{(label.Length == 0 ? "unnamed" : label)}";
    }

    /// <summary>True for a file that is passed over in silence: images, style, scripts, hidden files, indexes of archives.</summary>
    public static bool IsPassedOver(string part)
    {
        var name = part[(part.LastIndexOfAny(['/', '\\']) + 1)..];
        return name.Length == 0
            || name[0] == '.'
            || s_passedOver.Contains(Path.GetExtension(name))
            || part.StartsWith("__MACOSX/", StringComparison.Ordinal)
            || name.EndsWith(".cdx.gz", StringComparison.OrdinalIgnoreCase)
            || name is "Thumbs.db" or "desktop.ini";
    }
}
