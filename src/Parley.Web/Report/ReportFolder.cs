using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Parley.Web.Server;

namespace Parley.Web.Report;

/// <summary>The folder that a report is written into.</summary>
internal sealed class ReportFolder
{
    private readonly string _root;
    private readonly ConcurrentDictionary<string, long> _sizes = new(StringComparer.Ordinal);

    private ReportFolder(string root) => _root = root;

    /// <summary>Bytes of all files.</summary>
    public long Bytes => _sizes.Values.Sum();

    /// <summary>Opens a folder, made where there is none; throws where it cannot be written or holds something.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="force">True to write into one that holds something.</param>
    public static ReportFolder Open(string path, bool force)
    {
        try
        {
            if (File.Exists(path))
                throw Refused(path, "it is a file");
            Directory.CreateDirectory(path);
            if (!force && Directory.EnumerateFileSystemEntries(path).Any())
                throw new ProblemException(WebProblems.ReportFolderNotEmpty(path));
            return new ReportFolder(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw Refused(path, e.Message);
        }
    }

    /// <summary>The whole path of a file.</summary>
    public string PathOf(string file) => Path.Combine(_root, file.Replace('/', Path.DirectorySeparatorChar));

    /// <summary>Writes a file, with its folders.</summary>
    public async Task Write(string file, ReadOnlyMemory<byte> bytes)
    {
        var path = PathOf(file);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllBytesAsync(path, bytes);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Refused(_root, e.Message);
        }
        _sizes[file] = bytes.Length;
    }

    private static ProblemException Refused(string path, string why) =>
        new(WebProblems.ReportFolderRefused(path, why), StatusCodes.Status500InternalServerError);
}
