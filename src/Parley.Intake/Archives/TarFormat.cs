using System.Text;

namespace Parley.Intake.Archives;

/// <summary>tar archives: the files in their order, each read as if it lay there alone.</summary>
/// <remarks>A reader of its own: the base library's takes a header's word for how much memory to have.</remarks>
internal sealed class TarFormat : IInputFormat
{
    private const int Block = 512;

    /// <summary>Long names and the like.</summary>
    private const int LongestHeader = 1 << 20;

    public bool Fits(InputSource source) => source.Stream.Head is { Length: >= Block } head && IsHeader(head[..Block]);

    public IEnumerable<RawInput> Read(InputSource source, InputDoor door)
    {
        var header = new byte[Block];
        var any = false;
        string? longName = null;
        while (true)
        {
            var count = source.Stream.ReadAtLeast(header, Block, throwOnEndOfStream: false);
            if (count == 0 || (count == Block && header.AsSpan().IndexOfAnyExcept((byte)0) < 0))
                break;
            if (count < Block || !IsHeader(header))
            {
                yield return RawInput.Failed(
                    source.Name,
                    IntakeProblems.DamagedArchive(source.Name, count < Block ? "it breaks off" : "what follows a file is no header")
                );
                yield break;
            }
            var (size, kind) = (Number(header.AsSpan(124, 12)), (char)header[156]);
            if (size < 0)
            {
                yield return RawInput.Failed(source.Name, IntakeProblems.DamagedArchive(source.Name, "a length is none"));
                yield break;
            }
            using var part = new PartStream(source.Stream, size);
            if (kind is 'x' or 'L')
                longName = size > LongestHeader ? null : NameIn(part, size, kind) ?? longName;
            else if (kind is '0' or '\0' or '7')
            {
                var name = longName ?? NameOf(header);
                longName = null;
                if (!PartNames.IsPassedOver(name))
                {
                    any = true;
                    var label = PartNames.Label(source.Name, name);
                    foreach (var input in InputDoor.Guarded(label, door.Read(source.Part(label, part))))
                        yield return input;
                }
            }
            else if (kind != 'g')
                longName = null;
            if (part.SkipRest(Block))
                continue;
            yield return RawInput.Failed(source.Name, IntakeProblems.DamagedArchive(source.Name, "it breaks off"));
            yield break;
        }
        if (!any)
            yield return RawInput.Failed(source.Name, IntakeProblems.NothingInside(source.Name, "no file that may be a text"));
    }

    /// <summary>True where the check sum is right, as chance hardly has it.</summary>
    private static bool IsHeader(ReadOnlySpan<byte> header)
    {
        var sum = 8 * ' ';
        for (var i = 0; i < Block; i++)
            sum += i is >= 148 and < 156 ? 0 : header[i];
        return header[0] != 0 && Number(header.Slice(148, 8)) == sum;
    }

    /// <summary>A number in octal figures, or in bytes where the first has its highest bit; -1 where it is none.</summary>
    private static long Number(ReadOnlySpan<byte> field)
    {
        if ((field[0] & 0x80) != 0)
        {
            long binary = field[0] & 0x3F;
            foreach (var b in field[1..])
            {
                if (binary > long.MaxValue >> 9)
                    return -1;
                binary = binary << 8 | b;
            }
            return binary;
        }
        var number = 0L;
        foreach (var b in field.Trim(" \0"u8))
        {
            if (b is < (byte)'0' or > (byte)'7')
                return -1;
            number = number * 8 + b - '0';
        }
        return number;
    }

    private static string NameOf(ReadOnlySpan<byte> header)
    {
        var name = Text(header[..100]);
        var prefix = header.Slice(257, 5).SequenceEqual("ustar"u8) ? Text(header.Slice(345, 155)) : "";
        return prefix.Length > 0 ? $"{prefix}/{name}" : name;
    }

    private static string Text(ReadOnlySpan<byte> field) =>
        Encoding.UTF8.GetString(field.IndexOf((byte)0) is >= 0 and var end ? field[..end] : field);

    /// <summary>The long name that a header of GNU or POSIX gives to the file after it; null where it gives none.</summary>
    private static string? NameIn(PartStream part, long size, char kind)
    {
        var bytes = new byte[size];
        bytes = bytes[..part.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
        if (kind == 'L')
            return Text(bytes);
        const string path = " path=";
        foreach (var line in Encoding.UTF8.GetString(bytes).Split('\n'))
            if (line.IndexOf(path, StringComparison.Ordinal) is > 0 and < 12 and var at)
                return line[(at + path.Length)..];
        return null;
    }
}
