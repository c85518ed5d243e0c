using System.Buffers.Binary;
using System.IO.Compression;

namespace Parley.Intake.Archives;

/// <summary>ZIP archives, and web archives in them (WACZ): the files in their order, each read as if it lay there alone.</summary>
/// <remarks>Names of files are labels only. A stream that cannot be gone about in is put into a file that the system removes; nothing else is written.</remarks>
internal sealed class ZipFormat : IInputFormat
{
    /// <summary>An archive's list is held in memory, some 300 bytes a file.</summary>
    private const long MostParts = 500_000;

    /// <summary>All files together may be so many times the archive: parts of archives may overlap.</summary>
    private const int MostTimesInAll = 1000;

    /// <summary>An archive within an archive is copied; it may be so long.</summary>
    private const long LongestInner = 2_000_000_000;

    private static ReadOnlySpan<byte> Mark => [0x50, 0x4B, 0x03, 0x04];

    private static ReadOnlySpan<byte> EndMark => [0x50, 0x4B, 0x05, 0x06];

    public bool Fits(InputSource source) => source.Stream.Head.StartsWith(Mark) || source.Stream.Head.StartsWith(EndMark);

    public IEnumerable<RawInput> Read(InputSource source, InputDoor door)
    {
        var name = source.Name;
        using var file = Seekable(source);
        if (PartsOf(file) is > MostParts and var parts)
        {
            yield return RawInput.Failed(name, IntakeProblems.TooManyParts(name, parts));
            yield break;
        }
        var (archive, problem) = Open(name, file);
        if (archive is null)
        {
            yield return RawInput.Failed(name, problem!);
            yield break;
        }
        using (archive)
        {
            var (any, unpacked) = (false, 0L);
            foreach (var entry in archive.Entries)
            {
                if (PartNames.IsPassedOver(entry.FullName) || IsDescription(source, entry.FullName))
                    continue;
                any = true;
                var label = PartNames.Label(name, entry.FullName);
                BoundedStream? stream = null;
                foreach (var input in InputDoor.Guarded(label, Part(source, door, entry, label, file.Length, made => stream = made)))
                    yield return input.Problem is { Code: "PRL0027" } && input.Name == label
                        ? RawInput.Failed(label, IntakeProblems.DamagedArchive(label, "its data do not unpack"))
                        : input;
                unpacked += stream?.Count ?? 0;
                if (unpacked <= BoundedStream.Harmless * 10 || unpacked / MostTimesInAll <= file.Length)
                    continue;
                yield return RawInput.Failed(name, IntakeProblems.Bomb(name));
                yield break;
            }
            if (!any)
                yield return RawInput.Failed(name, IntakeProblems.NothingInside(name, "no file that may be a text"));
        }
    }

    private static IEnumerable<RawInput> Part(
        InputSource source,
        InputDoor door,
        ZipArchiveEntry entry,
        string label,
        long length,
        Action<BoundedStream> made
    )
    {
        Stream inner;
        try
        {
            inner = entry.Open();
        }
        catch (InvalidDataException e)
        {
            throw new ProblemDataException(IntakeProblems.DamagedArchive(label, e.Message.TrimEnd('.')));
        }
        // What the archive says of its own lengths may be a lie; it cannot be more than the file.
        var packed = Math.Min(entry.CompressedLength, length);
        using var stream = new BoundedStream(inner, label, () => packed);
        made(stream);
        foreach (var input in door.Read(source.Part(label, stream)))
            yield return input;
    }

    /// <summary>A WACZ describes itself in files of JSON beside its archive.</summary>
    private static bool IsDescription(InputSource source, string part) =>
        source.Extension == ".wacz" && !part.StartsWith("archive/", StringComparison.OrdinalIgnoreCase);

    private static (ZipArchive? Archive, Problem? Problem) Open(string name, Stream file)
    {
        try
        {
            file.Position = 0;
            var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            _ = archive.Entries.Count;
            return (archive, null);
        }
        catch (Exception e) when (e is InvalidDataException or ArgumentException or EndOfStreamException or OverflowException)
        {
            return (null, IntakeProblems.DamagedArchive(name, "its list of files cannot be read"));
        }
    }

    private static Stream Seekable(InputSource source)
    {
        if (source.Stream.IsWhole)
            return new MemoryStream(source.Stream.Known.ToArray());
        if (source.Stream.Seekable is { } file)
            return new SharedStream(file);
        var copy = new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
            new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.ReadWrite,
                Options = FileOptions.DeleteOnClose,
                BufferSize = 1 << 16,
            }
        );
        try
        {
            var buffer = new byte[1 << 16];
            for (int count; (count = source.Stream.Read(buffer)) > 0; copy.Write(buffer, 0, count))
                if (copy.Length > LongestInner)
                    throw new ProblemDataException(Problems.TooLong(source.Name));
            return copy;
        }
        catch
        {
            copy.Dispose();
            throw;
        }
    }

    /// <summary>How many files the archive's end says that there are; 0 where it has no end.</summary>
    private static long PartsOf(Stream file)
    {
        var tail = new byte[(int)Math.Min(file.Length, 66_000)];
        file.Position = file.Length - tail.Length;
        file.ReadExactly(tail);
        var at = tail.AsSpan().LastIndexOf(EndMark);
        if (at < 0 || at + 22 > tail.Length)
            return 0;
        var parts = BinaryPrimitives.ReadUInt16LittleEndian(tail.AsSpan(at + 10));
        // The long form stands before the short one: 20 bytes that point to it, and itself.
        var longForm = tail.AsSpan(0, at).LastIndexOf((ReadOnlySpan<byte>)[0x50, 0x4B, 0x06, 0x06]);
        return parts == ushort.MaxValue && longForm >= 0 && longForm + 40 <= tail.Length
            ? (long)Math.Min(BinaryPrimitives.ReadUInt64LittleEndian(tail.AsSpan(longForm + 32)), long.MaxValue)
            : parts;
    }

    /// <summary>A stream of another owner, which is not closed.</summary>
    private sealed class SharedStream(Stream inner) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => false;

        public override long Length => inner.Length;

        public override long Position
        {
            get => inner.Position;
            set => inner.Position = value;
        }

        public override int Read(Span<byte> buffer) => inner.Read(buffer);

        public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);

        public override long Seek(long offset, SeekOrigin origin) => inner.Seek(offset, origin);

        public override void Flush() { }

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
