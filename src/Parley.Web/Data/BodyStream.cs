using System.IO.Pipelines;

namespace Parley.Web.Data;

/// <summary>The body of an answer as a stream to write to, sent on piece by piece: a file may be larger than memory.</summary>
/// <param name="pipe">Where it goes.</param>
/// <param name="cancel">Ends it.</param>
internal sealed class BodyStream(PipeWriter pipe, CancellationToken cancel) : Stream
{
    private const int ChunkBytes = 1 << 16;

    private long _written;
    private int _unsent;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => _written;

    public override long Position
    {
        get => _written;
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            var part = buffer[..Math.Min(buffer.Length, ChunkBytes)];
            part.CopyTo(pipe.GetSpan(part.Length));
            pipe.Advance(part.Length);
            _written += part.Length;
            _unsent += part.Length;
            buffer = buffer[part.Length..];
            if (_unsent >= ChunkBytes)
                Send();
        }
    }

    /// <summary>What is written is sent when there is enough of it, and at the end; nobody waits for less.</summary>
    public override void Flush() { }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing && _unsent > 0)
            Send();
        base.Dispose(disposing);
    }

    private void Send()
    {
        // The ledger is lent to this thread alone, so it waits for the reader here.
        pipe.FlushAsync(cancel).AsTask().GetAwaiter().GetResult();
        _unsent = 0;
    }
}
