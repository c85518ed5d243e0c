namespace Parley.Intake.JsonLines;

/// <summary>Cuts a stream into lines of bytes, holding one line at a time. A line above the limit is thrown away as it passes.</summary>
internal static class LineSplitter
{
    /// <summary>The lines without their ends; null for one longer than <see cref="RawInput.MaxBytes"/>.</summary>
    public static IEnumerable<byte[]?> Lines(Stream stream)
    {
        var buffer = new byte[65536];
        var line = new MemoryStream();
        var tooLong = false;
        for (int count; (count = stream.Read(buffer)) > 0; )
        {
            for (var start = 0; start < count; )
            {
                var end = Array.IndexOf(buffer, (byte)'\n', start, count - start);
                var piece = (end < 0 ? count : end) - start;
                tooLong |= line.Length + piece > RawInput.MaxBytes;
                if (!tooLong)
                    line.Write(buffer, start, piece);
                start += piece + 1;
                if (end < 0)
                    break;
                yield return tooLong ? null : line.ToArray();
                tooLong = false;
                Clear(ref line);
            }
        }
        if (tooLong || line.Length > 0)
            yield return tooLong ? null : line.ToArray();
    }

    private static void Clear(ref MemoryStream line)
    {
        if (line.Capacity > 4 * 1024 * 1024)
            line = new MemoryStream();
        line.SetLength(0);
    }
}
