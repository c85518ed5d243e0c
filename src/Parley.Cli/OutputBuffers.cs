using System.Buffers;
using System.Collections.Concurrent;

namespace Parley.Cli;

/// <summary>Room for results as UTF-8 on their way from the core that made them to the output; used again and again.</summary>
internal sealed class OutputBuffers
{
    /// <summary>A larger buffer is not kept.</summary>
    private const int MostKept = 4 * 1024 * 1024;

    private readonly ConcurrentBag<ArrayBufferWriter<byte>> _free = [];

    /// <summary>An empty buffer.</summary>
    public ArrayBufferWriter<byte> Rent() => _free.TryTake(out var buffer) ? buffer : new ArrayBufferWriter<byte>(65536);

    /// <summary>Takes back a buffer whose content is written.</summary>
    public void Return(ArrayBufferWriter<byte> buffer)
    {
        if (buffer.Capacity > MostKept)
            return;
        buffer.ResetWrittenCount();
        _free.Add(buffer);
    }
}
