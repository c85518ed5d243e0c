namespace Parley.Intake.Pdf;

/// <summary>PDF files.</summary>
internal sealed class PdfFormat : IInputFormat
{
    /// <summary>Some programs write a few bytes before the mark.</summary>
    private const int Looked = 1024;

    public bool Fits(InputSource source) =>
        source.Stream.Head.StartsWith("%PDF-"u8)
        || (source.Extension == ".pdf" && source.Stream.Head[..Math.Min(source.Stream.Head.Length, Looked)].IndexOf("%PDF-"u8) >= 0);

    public IEnumerable<RawInput> Read(InputSource source, InputDoor door) => [TextFormat.Whole(source, RawKind.Pdf)];
}
