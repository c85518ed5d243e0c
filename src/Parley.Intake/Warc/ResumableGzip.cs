using System.IO.Compression;
using Parley.Intake.Archives;

namespace Parley.Intake.Warc;

/// <summary>Gzip of many members, as web archives are packed: where one is damaged, what follows can still be unpacked.</summary>
internal sealed class ResumableGzip : Stream
{
    private readonly PackedBytes _packed;
    private readonly string _name;
    private BoundedStream _plain;

    /// <param name="packed">The packed bytes; not closed.</param>
    /// <param name="name">What problems are of.</param>
    public ResumableGzip(Stream packed, string name)
    {
        _packed = new PackedBytes(packed);
        _name = name;
        _plain = Unpack();
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Goes on at the next member after damage; false where there is none.</summary>
    public bool Resume()
    {
        _plain.Dispose();
        if (!_packed.SeekMember())
            return false;
        _plain = Unpack();
        return true;
    }

    public override int Read(Span<byte> buffer) => _plain.Read(buffer);

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _plain.Dispose();
        base.Dispose(disposing);
    }

    private BoundedStream Unpack()
    {
        var start = _packed.Count;
        return new(new GZipStream(_packed, CompressionMode.Decompress, leaveOpen: true), _name, () => _packed.Count - start);
    }

    /// <summary>The packed bytes, of which the last that were handed out can be searched again.</summary>
    private sealed class PackedBytes(Stream inner) : Stream
    {
        private readonly byte[] _buffer = new byte[1 << 16];
        private int _handed;
        private int _next;
        private int _end;
        private long _before;
        private long _resumed = -1;

        /// <summary>Bytes handed out so far.</summary>
        public long Count => _before + _next;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => Count;
            set => throw new NotSupportedException();
        }

        public override int Read(Span<byte> buffer)
        {
            if (_next == _end && !Fill())
                return 0;
            var count = Math.Min(buffer.Length, _end - _next);
            _buffer.AsSpan(_next, count).CopyTo(buffer);
            (_handed, _next) = (_next, _next + count);
            return count;
        }

        /// <summary>Puts the next member's beginning before what is handed out next; false where there is none.</summary>
        public bool SeekMember()
        {
            // The damage was met in the bytes handed out last; a member may have begun in them.
            _next = Math.Max(_handed, (int)Math.Max(0, _resumed + 1 - _before));
            while (true)
            {
                if (_next > _end)
                    _next = _end;
                var at = _buffer.AsSpan(_next, _end - _next).IndexOf(Unpacking.GzipMark);
                if (at >= 0)
                {
                    _next += at;
                    _handed = _next;
                    _resumed = Count;
                    return true;
                }
                // The mark may be cut in two.
                var kept = Math.Min(2, _end - _next);
                _next = _end - kept;
                if (!Fill())
                    return false;
            }
        }

        /// <summary>Reads on, behind what is not handed out; false at the end.</summary>
        private bool Fill()
        {
            var left = _end - _next;
            _before += _next;
            _buffer.AsSpan(_next, left).CopyTo(_buffer);
            (_handed, _next, _end) = (0, 0, left);
            var count = inner.Read(_buffer.AsSpan(left));
            _end += count;
            return count > 0;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
