namespace Parley.Intake.Word;

/// <summary>Word documents (.docx).</summary>
internal sealed class WordFormat : IInputFormat
{
    public bool Fits(InputSource source) =>
        source.Stream.Head.StartsWith((ReadOnlySpan<byte>)[0x50, 0x4B, 0x03, 0x04])
        && (source.Extension == ".docx" || source.Stream.Head.IndexOf("[Content_Types].xml"u8) >= 0);

    public IEnumerable<RawInput> Read(InputSource source, InputDoor door) => [TextFormat.Whole(source, RawKind.Word)];
}
