namespace Parley.Intake.Archives;

/// <summary>The next bytes of a stream, so many and no more. It does not close it.</summary>
internal sealed class PartStream(Stream inner, long length) : Stream
{
    private readonly long _length = length;
    private long _left = length;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => _length;

    public override long Position
    {
        get => _length - _left;
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        if (_left == 0 || buffer.IsEmpty)
            return 0;
        var count = inner.Read(buffer[..(int)Math.Min(buffer.Length, _left)]);
        _left -= count;
        return count;
    }

    /// <summary>Passes over what was not read, and what fills up the last block; false where the stream ends before.</summary>
    public bool SkipRest(int block)
    {
        var skip = _left + (block - _length % block) % block;
        _left = 0;
        var buffer = new byte[(int)Math.Min(skip, 1 << 16)];
        while (skip > 0)
        {
            var count = inner.Read(buffer, 0, (int)Math.Min(buffer.Length, skip));
            if (count == 0)
                return false;
            skip -= count;
        }
        return true;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
