using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Parley.Web.Server;

namespace Parley.Web.Users;

/// <summary>Who did what: a line of JSON for each, appended to a file beside the ledger that only its owner may read.</summary>
internal sealed class AuditLog : IDisposable
{
    private const int TailBytes = 1 << 20;

    private readonly Lock _gate = new();
    private readonly FileStream? _stream;
    private readonly string? _path;

    /// <summary>Opens the log of a server; throws where it cannot be written.</summary>
    public AuditLog(ServerOptions options)
    {
        _path = options.AuditFile;
        if (_path is null)
            return;
        var file = new FileStreamOptions
        {
            Mode = FileMode.Append,
            Access = FileAccess.Write,
            Share = FileShare.ReadWrite,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
            file.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            _stream = new FileStream(_path, file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ProblemException(UserProblems.AuditFails(_path, e.Message), StatusCodes.Status500InternalServerError);
        }
    }

    /// <summary>Appends a line.</summary>
    public void Add(AuditEntry entry)
    {
        if (_stream is null)
            return;
        byte[] line = [.. JsonSerializer.SerializeToUtf8Bytes(entry, UserJson.Default.AuditEntry), (byte)'\n'];
        lock (_gate)
            _stream.Write(line);
    }

    /// <summary>The last lines, newest first; lines that are damaged are left out.</summary>
    public ImmutableArray<AuditEntry> Last(int most)
    {
        if (_path is null || !File.Exists(_path))
            return [];
        using var stream = new FileStream(_path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        stream.Seek(-Math.Min(TailBytes, stream.Length), SeekOrigin.End);
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n').Reverse().Select(Read).OfType<AuditEntry>().Take(most)];
    }

    /// <inheritdoc/>
    public void Dispose() => _stream?.Dispose();

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
