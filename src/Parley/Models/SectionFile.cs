using System.Buffers.Binary;
using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;
using System.Text;

namespace Parley.Models;

/// <summary>A file of named arrays, mapped into memory and used where it lies.</summary>
/// <remarks>
/// Eight bytes <c>PARLEY01</c>; the number of sections (4 bytes) and 4 bytes of nothing; for each section its name (24 bytes of ASCII, zeros behind),
/// its offset and its length in bytes (8 bytes each); then the sections, each at a multiple of 64 bytes. Little-endian throughout.
/// </remarks>
public sealed unsafe class SectionFile : IDisposable
{
    private const int NameBytes = 24,
        EntryBytes = NameBytes + 16,
        HeadBytes = 16;

    private readonly string _path;
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private readonly byte* _start;
    private readonly Dictionary<string, (long Offset, long Length)> _sections = new(StringComparer.Ordinal);

    private SectionFile(string path, MemoryMappedFile file)
    {
        _path = path;
        _file = file;
        _view = file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref _start);
    }

    /// <summary>Maps a file.</summary>
    /// <exception cref="InvalidModelException">It is no such file.</exception>
    public static SectionFile Open(string path)
    {
        var length = new FileInfo(path).Length;
        if (length < HeadBytes)
            Throw.BadFile(path, "it is too short");
        var made = new SectionFile(path, MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read));
        try
        {
            made.ReadSections(length);
            return made;
        }
        catch
        {
            made.Dispose();
            throw;
        }
    }

    /// <summary>Where a section lies and how many values it has; it stays there until the file is disposed of.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="count">How many values it must have; -1 for any number.</param>
    /// <exception cref="InvalidModelException">There is no such section, or it has another length.</exception>
    public T* At<T>(string name, long count)
        where T : unmanaged
    {
        var (offset, length) = Find(name);
        if (count >= 0 && length != count * sizeof(T))
            Throw.BadFile(_path, $"section {name} has {length} bytes where {count * sizeof(T)} are wanted");
        return (T*)(_start + offset);
    }

    /// <summary>How many values a section has.</summary>
    /// <exception cref="InvalidModelException">There is no such section.</exception>
    public long Count<T>(string name)
        where T : unmanaged => Find(name).Length / sizeof(T);

    /// <summary>A copy of a section.</summary>
    /// <exception cref="InvalidModelException">There is no such section.</exception>
    public T[] Copy<T>(string name)
        where T : unmanaged
    {
        var (offset, length) = Find(name);
        return MemoryMarshal.Cast<byte, T>(new ReadOnlySpan<byte>(_start + offset, checked((int)length))).ToArray();
    }

    /// <summary>A section of UTF-8 text.</summary>
    /// <exception cref="InvalidModelException">There is no such section.</exception>
    public string Text(string name)
    {
        var (offset, length) = Find(name);
        return Encoding.UTF8.GetString(_start + offset, checked((int)length));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
        _file.Dispose();
    }

    private (long Offset, long Length) Find(string name)
    {
        if (!_sections.TryGetValue(name, out var found))
            Throw.BadFile(_path, $"it has no section {name}");
        return found;
    }

    private void ReadSections(long length)
    {
        if (!new ReadOnlySpan<byte>(_start, 8).SequenceEqual("PARLEY01"u8))
            Throw.BadFile(_path, "it does not begin with PARLEY01");
        var count = BinaryPrimitives.ReadInt32LittleEndian(new ReadOnlySpan<byte>(_start + 8, 4));
        if (count < 0 || HeadBytes + (long)count * EntryBytes > length)
            Throw.BadFile(_path, $"it names {count} sections");
        for (var i = 0; i < count; i++)
        {
            var entry = new ReadOnlySpan<byte>(_start + HeadBytes + i * EntryBytes, EntryBytes);
            var name = Encoding.ASCII.GetString(entry[..NameBytes]).TrimEnd('\0');
            var offset = BinaryPrimitives.ReadInt64LittleEndian(entry[NameBytes..]);
            var bytes = BinaryPrimitives.ReadInt64LittleEndian(entry[(NameBytes + 8)..]);
            if (offset < 0 || bytes < 0 || offset > length || bytes > length - offset)
                Throw.BadFile(_path, $"section {name} lies beyond its end");
            _sections[name] = (offset, bytes);
        }
    }
}
