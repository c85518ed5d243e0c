using System.Globalization;
using System.Security.Cryptography;
using Parley.Intake;

namespace Parley.Cli.Archives;

/// <summary>
/// A file that is there whole or not at all: written beside its place, put on the disk, and then renamed. Its hash is made as it is written. Where the disk
/// does not take it (it is full), the call ends with a problem, and what was there before stays.
/// </summary>
internal sealed class AtomicFile : Stream
{
    /// <summary>The ending of what is not whole yet.</summary>
    public const string PartEnding = ".part";

    private readonly string _path;
    private readonly string _beside;
    private readonly FileStream _file;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long _written;
    private bool _isDone;

    /// <summary>Begins a file; its folder is made where it is not there.</summary>
    /// <param name="path">Its place.</param>
    public AtomicFile(string path)
    {
        _path = path;
        // Other machines may write the same file: a number of a process is not enough.
        _beside = $"{path}.{Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture)[..12]}{PartEnding}";
        _file = Guarded(() =>
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            return new FileStream(_beside, FileMode.CreateNew, FileAccess.Write, FileShare.Read | FileShare.Delete, 1 << 16);
        });
    }

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => _written;

    /// <inheritdoc/>
    public override long Position
    {
        get => _written;
        set => throw new NotSupportedException();
    }

    /// <summary>Writes a whole file at once.</summary>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        using var file = new AtomicFile(path);
        file.Write(content);
        file.Commit();
    }

    /// <summary>Deletes what others left unfinished of a file: of processes that were killed, or that made the same.</summary>
    public static void DeleteParts(string path)
    {
        try
        {
            foreach (var part in Directory.EnumerateFiles(Path.GetDirectoryName(path)!, $"{Path.GetFileName(path)}.*{PartEnding}"))
                File.Delete(part);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Another may hold it, or be faster: it does no harm.
        }
    }

    /// <summary>Puts the file in its place; gives its hash and length.</summary>
    public (string Sha256, long Bytes) Commit()
    {
        Guarded(() =>
        {
            _file.Flush(flushToDisk: true);
            _file.Dispose();
            File.Move(_beside, _path, overwrite: true);
            return true;
        });
        _isDone = true;
        return (Convert.ToHexStringLower(_hash.GetHashAndReset()), _written);
    }

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        try
        {
            _file.Write(buffer);
        }
        catch (Exception e) when (IsNoRoom(e))
        {
            throw Stop(e);
        }
        _hash.AppendData(buffer);
        _written += buffer.Length;
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Flush() { }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _hash.Dispose();
            if (!_isDone)
                GiveUp();
        }
        base.Dispose(disposing);
    }

    private void GiveUp()
    {
        try
        {
            _file.Dispose();
        }
        catch (Exception e) when (IsNoRoom(e))
        {
            // What is in the buffer has no room: it is thrown away anyhow.
        }
        try
        {
            File.Delete(_beside);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It is no file of the archive, and the next to write this one takes it away.
        }
    }

    /// <summary>No room, or no right. A file that is longer than its file system, or its user, may have is an argument out of range.</summary>
    private static bool IsNoRoom(Exception e) => e is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException;

    private T Guarded<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception e) when (IsNoRoom(e))
        {
            throw Stop(e);
        }
    }

    private ProblemException Stop(Exception e) => new(ArchiveProblems.CannotWrite(_path, e.Message), ExitCode.NothingRead);
}
