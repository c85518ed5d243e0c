namespace Parley.Intake;

/// <summary>A stream whose first bytes can be looked at before it is read.</summary>
internal sealed class HeadStream : Stream
{
    /// <summary>How many bytes are looked at: enough to tell text, page and JSON Lines, and mostly the encoding.</summary>
    public const int HeadBytes = 65536;

    private readonly Stream _inner;
    private readonly byte[] _head = new byte[HeadBytes];
    private readonly int _headLength;
    private int _position;

    public HeadStream(Stream inner)
    {
        _inner = inner;
        _headLength = inner.ReadAtLeast(_head, _head.Length, throwOnEndOfStream: false);
    }

    /// <summary>The first bytes, read or not.</summary>
    public ReadOnlySpan<byte> Head => _head.AsSpan(0, _headLength);

    /// <summary>True when the head is all there is.</summary>
    public bool IsWhole => _headLength < HeadBytes;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        if (_position >= _headLength)
            return _inner.Read(buffer);
        var count = Math.Min(buffer.Length, _headLength - _position);
        _head.AsSpan(_position, count).CopyTo(buffer);
        _position += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _inner.Dispose();
        base.Dispose(disposing);
    }
}
