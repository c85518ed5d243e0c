namespace Parley.Exports;

/// <summary>Where the files of an export go: one stream, a folder, or an archive.</summary>
public abstract class ExportTarget
{
    /// <summary>Opens a file to be written; whoever writes closes it before the next.</summary>
    /// <param name="file">Its path under the target, with slashes; the main file of a format that makes only one may have any name.</param>
    public abstract Stream Open(string file);

    /// <summary>Writes text in UTF-8 without a byte-order mark.</summary>
    /// <param name="file">The file, as in <see cref="Open"/>.</param>
    /// <param name="text">The text.</param>
    public void WriteText(string file, string text)
    {
        using var stream = Open(file);
        stream.Write(System.Text.Encoding.UTF8.GetBytes(text));
    }
}
