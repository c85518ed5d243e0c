namespace Parley.Intake;

/// <summary>A format that inputs come in: tells it, and cuts it into texts. One folder a format.</summary>
internal interface IInputFormat
{
    /// <summary>True where the first bytes, or the ending of the name, say that it is this.</summary>
    bool Fits(InputSource source);

    /// <summary>The texts in it, one after the other; one that cannot be read is there with its problem.</summary>
    IEnumerable<RawInput> Read(InputSource source, InputDoor door);
}
