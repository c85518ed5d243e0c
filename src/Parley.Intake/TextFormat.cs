namespace Parley.Intake;

/// <summary>Plain text, and whatever is none of the other formats.</summary>
internal sealed class TextFormat : IInputFormat
{
    public bool Fits(InputSource source) => true;

    public IEnumerable<RawInput> Read(InputSource source, InputDoor door) => [Whole(source, RawKind.Text)];

    /// <summary>The whole stream as one text.</summary>
    public static RawInput Whole(InputSource source, RawKind kind)
    {
        var (content, problem) = Bytes(source.Name, source.Stream);
        return problem is not null
            ? RawInput.Failed(source.Name, problem)
            : new RawInput(source.Name, kind, content) { Facts = source.Facts };
    }

    /// <summary>All bytes of a stream, or why not.</summary>
    public static (ReadOnlyMemory<byte> Content, Problem? Problem) Bytes(string name, HeadStream stream)
    {
        if (stream.IsWhole)
            return stream.Known.Length > RawInput.MaxBytes ? (default, Problems.TooLong(name)) : (stream.Known, null);
        var content = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int count; (count = stream.Read(buffer)) > 0; content.Write(buffer, 0, count))
            if (content.Length + count > RawInput.MaxBytes)
                return (default, Problems.TooLong(name));
        return (content.GetBuffer().AsMemory(0, (int)content.Length), null);
    }
}
