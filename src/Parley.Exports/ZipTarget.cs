using System.IO.Compression;

namespace Parley.Exports;

/// <summary>A zip archive, for folders that are sent in one piece. Its entries bear no time of their own, so the same files give the same bytes.</summary>
public sealed class ZipTarget : ExportTarget, IDisposable
{
    /// <summary>The first time that a zip entry can bear.</summary>
    private static readonly DateTimeOffset s_time = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ZipArchive _archive;

    /// <summary>An archive on a stream that stays open.</summary>
    /// <param name="output">The stream.</param>
    public ZipTarget(Stream output) => _archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);

    /// <inheritdoc/>
    public override Stream Open(string file)
    {
        var entry = _archive.CreateEntry(file, CompressionLevel.Optimal);
        entry.LastWriteTime = s_time;
        return entry.Open();
    }

    /// <summary>Writes the end of the archive.</summary>
    public void Dispose() => _archive.Dispose();
}
