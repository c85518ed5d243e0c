namespace Parley.Intake.Archives;

/// <summary>An unpacked stream that ends with a problem where it grows far beyond what is packed.</summary>
/// <param name="inner">The unpacked bytes.</param>
/// <param name="name">What the problem is of.</param>
/// <param name="packed">How many packed bytes were used so far, or are there in all.</param>
internal sealed class BoundedStream(Stream inner, string name, Func<long> packed) : Stream
{
    /// <summary>So many times its size may anything be unpacked to. Text packs to a twentieth at best.</summary>
    public const int MostTimes = 100;

    /// <summary>What is shorter than this unpacked is let pass: lists of nothing but zeros, small pages of blanks.</summary>
    public const long Harmless = 10_000_000;

    private long _count;

    /// <summary>Unpacked bytes so far.</summary>
    public long Count => _count;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _count;
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        var count = inner.Read(buffer);
        _count += count;
        if (_count > Harmless && _count / MostTimes > packed())
            throw new ProblemDataException(IntakeProblems.Bomb(name));
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
            inner.Dispose();
        base.Dispose(disposing);
    }
}
