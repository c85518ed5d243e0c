using System.Security.Cryptography;

namespace Parley.Exports.RoCrate;

/// <summary>A target that notes size and SHA-256 of every file that goes through it.</summary>
/// <param name="inner">Where the files go.</param>
/// <param name="folder">The folder under the target, with a slash behind it; empty for none.</param>
/// <param name="files">Where the notes go, in order.</param>
internal sealed class HashingTarget(ExportTarget inner, string folder, List<CrateFile> files) : ExportTarget
{
    /// <inheritdoc/>
    public override Stream Open(string file) =>
        new Hashing(inner.Open(folder + file), note => files.Add(note with { Path = folder + file }));

    private sealed class Hashing(Stream output, Action<CrateFile> note) : Stream
    {
        private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        private long _written;
        private bool _isClosed;

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => _written;

        public override long Position
        {
            get => _written;
            set => throw new NotSupportedException();
        }

        public override void Flush() => output.Flush();

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            _hash.AppendData(buffer);
            output.Write(buffer);
            _written += buffer.Length;
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing && !_isClosed)
            {
                _isClosed = true;
                note(new CrateFile("", _written, Convert.ToHexStringLower(_hash.GetHashAndReset())));
                _hash.Dispose();
                output.Dispose();
            }
            base.Dispose(disposing);
        }
    }
}
