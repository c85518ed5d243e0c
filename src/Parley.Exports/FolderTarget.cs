namespace Parley.Exports;

/// <summary>A folder, made where it is not there.</summary>
/// <param name="folder">The folder.</param>
public sealed class FolderTarget(string folder) : ExportTarget
{
    private const int BufferBytes = 1 << 16;

    /// <summary>The files that were opened, in order, as paths under the folder.</summary>
    public IReadOnlyList<string> Files => _files;

    private readonly List<string> _files = [];

    /// <inheritdoc/>
    public override Stream Open(string file)
    {
        var path = Path.Combine(folder, file.Replace('/', Path.DirectorySeparatorChar));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        _files.Add(file);
        return new FileStream(path, FileMode.Create, FileAccess.ReadWrite, FileShare.Read, BufferBytes);
    }
}
