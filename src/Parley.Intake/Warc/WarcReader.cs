using System.Globalization;
using System.Text;

namespace Parley.Intake.Warc;

/// <summary>Cuts a web archive (WARC 0.17 to 1.1) into records, holding one at a time.</summary>
/// <remarks>
/// A length is believed only up to where the next record begins: <c>WARC/1.</c> behind two ends of lines. So a record that claims to be longer than it is
/// swallows no other, and one that claims to be shorter costs itself alone.
/// </remarks>
/// <param name="stream">The archive, unpacked.</param>
internal sealed class WarcReader(Stream stream)
{
    private const int LongestHeader = 65_536;
    private const int MostHeaders = 200;

    private readonly byte[] _buffer = new byte[1 << 17];
    private int _start;
    private int _end;
    private bool _isAtEnd;
    private int _number;
    private bool _isLost;

    private static ReadOnlySpan<byte> Version => "WARC/"u8;

    private static ReadOnlySpan<byte> NextRecord => "\r\n\r\nWARC/1."u8;

    /// <summary>The next record; null at the end.</summary>
    public WarcRecord? Next()
    {
        while (true)
        {
            SkipLineEnds();
            if (!Have(Version.Length))
                return null;
            var wrong = _isLost || !Window.StartsWith(Version);
            _isLost = false;
            if (!Window.StartsWith(Version) && !SeekVersion())
                return null;
            var headers = Headers();
            if (headers is null)
            {
                _isLost = true;
                continue;
            }
            _number++;
            return Record(headers, wrong);
        }
    }

    /// <summary>Forgets what is buffered, after the stream was damaged; the next record is looked for.</summary>
    public void Restart()
    {
        (_start, _end, _isAtEnd, _isLost) = (0, 0, false, true);
    }

    private ReadOnlySpan<byte> Window => _buffer.AsSpan(_start, _end - _start);

    private WarcRecord Record(Dictionary<string, string> headers, bool wrong)
    {
        var type = headers.GetValueOrDefault("WARC-Type", "").ToLowerInvariant();
        var hasLength = long.TryParse(
            headers.GetValueOrDefault("Content-Length"),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var length
        );
        var isRead = type is "response" or "resource" or "conversion";
        var block = isRead ? new MemoryStream() : null;
        var (count, end) = TakeBlock(hasLength ? length : long.MaxValue, block);
        var isTooLong = isRead && count > RawInput.MaxBytes;
        return new WarcRecord(
            _number,
            type,
            headers,
            block is null || isTooLong ? default : block.GetBuffer().AsMemory(0, (int)block.Length)
        )
        {
            IsTooLong = isTooLong,
            HasWrongLength = wrong || !hasLength || end == BlockEnd.NextRecord,
            IsCut = hasLength && end == BlockEnd.Archive,
        };
    }

    private enum BlockEnd
    {
        Length,
        NextRecord,
        Archive,
    }

    /// <summary>Passes over a block and puts it into <paramref name="block"/> as far as it is not too long.</summary>
    private (long Count, BlockEnd End) TakeBlock(long length, MemoryStream? block)
    {
        var count = 0L;
        while (count < length)
        {
            if (_end - _start < NextRecord.Length && !Fill() && _start == _end)
                return (count, BlockEnd.Archive);
            var window = Window;
            var piece = (int)Math.Min(window.Length, length - count);
            // A mark that begins in this block, wherever it ends, ends it.
            var at = window.IndexOf(NextRecord);
            if (at >= 0 && at < piece)
                piece = at;
            else if (at < 0 && piece == window.Length && !_isAtEnd)
                piece = Math.Max(0, piece - NextRecord.Length + 1);
            if (block is not null && count + piece <= RawInput.MaxBytes)
                block.Write(window[..piece]);
            (_start, count) = (_start + piece, count + piece);
            if (at >= 0 && piece == at && count < length)
                return (count, BlockEnd.NextRecord);
            if (piece == 0 && count < length)
            {
                if (!Fill() && _start == _end)
                    return (count, BlockEnd.Archive);
            }
        }
        return (count, BlockEnd.Length);
    }

    /// <summary>The headers; null where there are none to an end within bounds.</summary>
    private Dictionary<string, string>? Headers()
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var (left, last) = (LongestHeader, (string?)null);
        // The line of the version.
        if (Line(ref left) is null)
        {
            // Without this, the same beginning would be met again and again.
            _start = Math.Min(_end, _start + Version.Length);
            return null;
        }
        for (var i = 0; i < MostHeaders; i++)
        {
            if (Line(ref left) is not { } line)
                return null;
            if (line.Length == 0)
                return headers;
            if (line[0] is ' ' or '\t' && last is not null)
            {
                headers[last] += line;
                continue;
            }
            var mark = line.IndexOf(':', StringComparison.Ordinal);
            if (mark <= 0)
                return null;
            last = line[..mark].Trim();
            if (!headers.TryAdd(last, line[(mark + 1)..].Trim()))
                last = null;
        }
        return null;
    }

    private string? Line(ref int left)
    {
        while (true)
        {
            var end = Window.IndexOf((byte)'\n');
            if (end > left || (end < 0 && _end - _start > left))
                return null;
            if (end >= 0)
            {
                var line = Encoding.UTF8.GetString(Window[..end].TrimEnd((byte)'\r'));
                _start += end + 1;
                left -= end + 1;
                return line;
            }
            if (!Fill())
                return null;
        }
    }

    private void SkipLineEnds()
    {
        do while (_start < _end && _buffer[_start] is (byte)'\r' or (byte)'\n')
            _start++;
        while (_start == _end && Fill());
    }

    /// <summary>Passes over what is no record; false where none follows.</summary>
    private bool SeekVersion()
    {
        while (true)
        {
            var at = Window.IndexOf("\nWARC/1."u8);
            if (at >= 0)
            {
                _start += at + 1;
                return true;
            }
            _start = Math.Max(_start, _end - 8);
            if (!Fill())
                return false;
        }
    }

    private bool Have(int count)
    {
        while (_end - _start < count)
            if (!Fill())
                return false;
        return true;
    }

    private bool Fill()
    {
        if (_isAtEnd)
            return false;
        if (_start > 0)
        {
            Buffer.BlockCopy(_buffer, _start, _buffer, 0, _end - _start);
            (_start, _end) = (0, _end - _start);
        }
        if (_end == _buffer.Length)
            return false;
        var count = stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += count;
        _isAtEnd = count == 0;
        return count > 0;
    }
}
