namespace Parley.Intake;

/// <summary>A stream whose first bytes can be looked at before it is read.</summary>
internal sealed class HeadStream : Stream
{
    /// <summary>How many bytes are looked at: enough to tell text, page and JSON Lines, and mostly the encoding.</summary>
    public const int HeadBytes = 65536;

    private readonly Stream _inner;
    private readonly ReadOnlyMemory<byte> _head;
    private int _position;
    private string? _text;
    private bool _isDecoded;

    public HeadStream(Stream inner)
    {
        _inner = inner;
        var head = new byte[HeadBytes];
        _head = head.AsMemory(0, inner.ReadAtLeast(head, head.Length, throwOnEndOfStream: false));
        IsWhole = _head.Length < HeadBytes;
    }

    /// <summary>A stream of bytes that are all there.</summary>
    public HeadStream(ReadOnlyMemory<byte> content)
    {
        _inner = Null;
        _head = content;
        IsWhole = true;
    }

    /// <summary>The first bytes, read or not.</summary>
    public ReadOnlySpan<byte> Head => _head.Span[..Math.Min(_head.Length, HeadBytes)];

    /// <summary>The first bytes as text, without a byte-order mark; null where they are in no encoding.</summary>
    public string? Text
    {
        get
        {
            if (!_isDecoded)
            {
                var (encoding, mark) = Encodings.Guess(Head, complete: false, page: true);
                _text = encoding?.GetString(Head[mark..]);
                _isDecoded = true;
            }
            return _text;
        }
    }

    /// <summary>All bytes where <see cref="IsWhole"/>, else the first.</summary>
    public ReadOnlyMemory<byte> Known => _head;

    /// <summary>True when what is known is all there is.</summary>
    public bool IsWhole { get; }

    /// <summary>The stream below where it can be gone about in and nothing is lost by that; else null.</summary>
    public Stream? Seekable => _inner.CanSeek ? _inner : null;

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
        if (_position >= _head.Length)
            return _inner.Read(buffer);
        var count = Math.Min(buffer.Length, _head.Length - _position);
        _head.Span.Slice(_position, count).CopyTo(buffer);
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
