using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Parley.Web.Server;

namespace Parley.Web.Users;

/// <summary>
/// Who did what: a line of JSON for each, appended to a file beside the ledger that only its owner may read. A file that is full is put aside under the
/// time at which it was (<c>NAME.20260102T030405678Z</c>), and the oldest of more than twenty goes. Servers that share a ledger share the file.
/// </summary>
internal sealed class AuditLog
{
    /// <summary>The most files that were put aside and are kept.</summary>
    public const int MostKept = 20;

    private const int TailBytes = 1 << 20;
    private const int MostTries = 200;
    private const string Stamp = "yyyyMMdd'T'HHmmssfff'Z'";

    /// <summary>How long to wait while another server writes.</summary>
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(5);

    private readonly Lock _gate = new();
    private readonly ServerOptions _options;
    private readonly string? _path;

    /// <summary>Opens the log of a server; throws where it cannot be written.</summary>
    public AuditLog(ServerOptions options)
    {
        (_options, _path) = (options, options.AuditFile);
        if (_path is null)
            return;
        try
        {
            Open(_path).Dispose();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ProblemException(UserProblems.AuditFails(_path, e.Message), StatusCodes.Status500InternalServerError);
        }
    }

    /// <summary>Appends a line.</summary>
    public void Add(AuditEntry entry)
    {
        if (_path is null)
            return;
        byte[] line = [.. JsonSerializer.SerializeToUtf8Bytes(entry, UserJson.Default.AuditEntry), (byte)'\n'];
        lock (_gate)
        {
            using var file = Open(_path);
            if (file.Length > 0 && file.Length + line.Length > _options.AuditBytes)
            {
                // While the full file is open no other server gets at it.
                PutAside(_path);
                using var empty = Open(_path);
                Write(empty, line);
            }
            else
                Write(file, line);
        }
    }

    /// <summary>The last lines, newest first; lines that are damaged are left out.</summary>
    public ImmutableArray<AuditEntry> Last(int most)
    {
        if (_path is null)
            return [];
        // What was put aside a moment ago still is the last.
        var files = PutAsideFiles(_path).Take(1).Prepend(_path).Where(File.Exists);
        return [.. files.SelectMany(Tail).Take(most)];
    }

    /// <summary>The files that were put aside, newest first.</summary>
    public static IEnumerable<string> PutAsideFiles(string path) =>
        Directory
            .EnumerateFiles(Path.GetDirectoryName(Path.GetFullPath(path))!, Path.GetFileName(path) + ".*Z")
            .OrderDescending(StringComparer.Ordinal);

    /// <summary>Opens the file to append to it, alone.</summary>
    private static FileStream Open(string path)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.Append,
            Access = FileAccess.Write,
            // Windows renames an open file only so; elsewhere only None keeps others out.
            Share = OperatingSystem.IsWindows() ? FileShare.Delete : FileShare.None,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return Patiently(() => new FileStream(path, options));
    }

    /// <summary>Waits while another server has the file open.</summary>
    private static FileStream Patiently(Func<FileStream> open)
    {
        for (var tries = 0; ; tries++)
            try
            {
                return open();
            }
            catch (IOException e)
                when (e is not (FileNotFoundException or DirectoryNotFoundException or PathTooLongException) && tries < MostTries)
            {
                Thread.Sleep(s_pause);
            }
    }

    private static void Write(FileStream file, byte[] line)
    {
        // Another may have written between the opening and the lock.
        file.Seek(0, SeekOrigin.End);
        file.Write(line);
    }

    private void PutAside(string path)
    {
        File.Move(path, $"{path}.{_options.Now().UtcDateTime.ToString(Stamp, CultureInfo.InvariantCulture)}", overwrite: false);
        foreach (var old in PutAsideFiles(path).Skip(MostKept).ToList())
            File.Delete(old);
    }

    private static IEnumerable<AuditEntry> Tail(string path)
    {
        using var stream = Patiently(() => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        stream.Seek(-Math.Min(TailBytes, stream.Length), SeekOrigin.End);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n').Reverse().Select(Read).OfType<AuditEntry>().ToList();
    }

    private static AuditEntry? Read(string line)
    {
        try
        {
            return line.Length == 0 ? null : JsonSerializer.Deserialize(line, UserJson.Default.AuditEntry);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
