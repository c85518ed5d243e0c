using System.Diagnostics;

namespace Parley.Intake.Addresses;

/// <summary>What a server sends, given up where it comes too slowly: one wait is bounded, and all together in proportion to what came.</summary>
/// <param name="inner">What is sent.</param>
/// <param name="response">Closed with the stream.</param>
/// <param name="name">What the problem is of.</param>
/// <param name="longest">The longest wait.</param>
internal sealed class WaitBoundStream(Stream inner, HttpResponseMessage response, string name, TimeSpan longest) : Stream
{
    /// <summary>Slower than this on the whole is given up, after twice the longest wait.</summary>
    private const long FewestBytesInASecond = 10_000;

    private TimeSpan _waited;
    private long _count;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _count;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        using var cancel = new CancellationTokenSource(longest);
        var start = Stopwatch.GetTimestamp();
        int read;
        try
        {
            read = inner.ReadAsync(buffer.AsMemory(offset, count), cancel.Token).AsTask().GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            throw new ProblemDataException(AddressProblems.TooSlow(name));
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw new ProblemDataException(AddressProblems.Unreachable(name, "the connection broke off"));
        }
        _waited += Stopwatch.GetElapsedTime(start);
        _count += read;
        if (_waited > 2 * longest + TimeSpan.FromSeconds((double)_count / FewestBytesInASecond))
            throw new ProblemDataException(AddressProblems.TooSlow(name));
        return read;
    }

    public override int Read(Span<byte> buffer)
    {
        var bytes = new byte[Math.Min(buffer.Length, 1 << 16)];
        var count = Read(bytes, 0, bytes.Length);
        bytes.AsSpan(0, count).CopyTo(buffer);
        return count;
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
            response.Dispose();
        }
        base.Dispose(disposing);
    }
}
