namespace Parley.Intake.Archives;

/// <summary>The files of a folder and all folders in it, in the order of their names. Links to elsewhere and hidden files are passed over.</summary>
internal static class FolderTree
{
    private static readonly EnumerationOptions s_here = new()
    {
        AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden | FileAttributes.System,
        IgnoreInaccessible = true,
    };

    /// <summary>The files; of each folder, the names are held while it is gone through.</summary>
    public static IEnumerable<string> Files(string folder)
    {
        foreach (var name in Directory.EnumerateFiles(folder, "*", s_here).Order(StringComparer.Ordinal))
            if (!PartNames.IsPassedOver(Path.GetFileName(name)))
                yield return name;
        foreach (var inner in Directory.EnumerateDirectories(folder, "*", s_here).Order(StringComparer.Ordinal))
        foreach (var name in Files(inner))
            yield return name;
    }
}
