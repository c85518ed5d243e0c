#if !FAST_MODEL_ONLY
using Parley.Exports;
using Parley.Intake;

namespace Parley.Cli;

/// <summary>Where <c>parley export</c> writes: standard output, a file that is there whole or not at all, a folder, or an archive.</summary>
internal static class ExportFiles
{
    private const string Archive = ".zip";

    /// <summary>Writes a format.</summary>
    public static void Write(Session session, IExportFormat format, ExportSource source, string? path, bool force)
    {
        try
        {
            if (path is null && format.IsFolder)
                throw new ProblemException(ExportProblems.NeedsFolder(format.Name), ExitCode.Usage);
            if (path is null)
                format.Write(source, new StreamTarget(new SessionStream(session)));
            else if (format.IsFolder && !path.EndsWith(Archive, StringComparison.OrdinalIgnoreCase))
                WriteFolder(format, source, path, force);
            else
                WriteFile(format, source, path);
        }
        catch (ExportException e)
        {
            throw new ProblemException(e.Problem, ExitCode.Usage);
        }
        catch (Exception e) when (path is not null && e is IOException or UnauthorizedAccessException)
        {
            throw new ProblemException(Problems.CannotWrite(path!, e.Message), ExitCode.Usage);
        }
    }

    private static void WriteFolder(IExportFormat format, ExportSource source, string folder, bool force)
    {
        if (!force && Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
            throw new ProblemException(ExportProblems.FolderNotEmpty(folder), ExitCode.Usage);
        format.Write(source, new FolderTarget(folder));
    }

    /// <summary>Writes beside the place and then renames, so that an older file stays whole where something goes wrong.</summary>
    private static void WriteFile(IExportFormat format, ExportSource source, string path)
    {
        var beside = $"{path}.{Environment.ProcessId}.part";
        try
        {
            using (var file = new FileStream(beside, FileMode.Create, FileAccess.ReadWrite, FileShare.Read, 1 << 16))
                if (format.IsFolder)
                {
                    using var archive = new ZipTarget(file);
                    format.Write(source, archive);
                }
                else
                    format.Write(source, new StreamTarget(file));
            File.Move(beside, path, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }
    }

    /// <summary>Standard output as a stream.</summary>
    private sealed class SessionStream(Session session) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Flush() => session.Output.Flush();

        public override void Write(byte[] buffer, int offset, int count) => session.Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer) => session.Write(buffer);

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
#endif
