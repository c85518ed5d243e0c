namespace Parley.Exports;

/// <summary>One stream, for formats that make one file. It stays open.</summary>
/// <param name="output">The stream.</param>
public sealed class StreamTarget(Stream output) : ExportTarget
{
    private bool _isUsed;

    /// <inheritdoc/>
    public override Stream Open(string file)
    {
        if (_isUsed)
            throw new InvalidOperationException($"{file} is a second file, and there is one stream");
        _isUsed = true;
        return new KeptOpen(output);
    }

    /// <summary>A stream that is flushed where it would be closed.</summary>
    private sealed class KeptOpen(Stream inner) : Stream
    {
        private long _written;

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => _written;

        public override long Position
        {
            get => _written;
            set => throw new NotSupportedException();
        }

        public override void Flush() => inner.Flush();

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            inner.Write(buffer);
            _written += buffer.Length;
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                inner.Flush();
            base.Dispose(disposing);
        }
    }
}
