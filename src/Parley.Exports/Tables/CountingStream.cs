namespace Parley.Exports.Tables;

/// <summary>A stream that knows how much went into it, for writers that ask for the position, over one that may not (a pipe, a zip entry). It leaves the inner one open.</summary>
internal sealed class CountingStream(Stream inner) : Stream
{
    private long _written;

    public override bool CanRead => false;

    public override bool CanSeek => true;

    public override bool CanWrite => true;

    public override long Length => _written;

    public override long Position
    {
        get => _written;
        set => Seek(value, SeekOrigin.Begin);
    }

    public override void Flush() => inner.Flush();

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        inner.Write(buffer);
        _written += buffer.Length;
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin)
    {
        var wanted = origin == SeekOrigin.Begin ? offset : _written + offset;
        return wanted == _written ? wanted : throw new NotSupportedException();
    }

    public override void SetLength(long value) => throw new NotSupportedException();
}
