namespace Parley.Intake;

/// <summary>A stream that is to be told and read, and what is known of it.</summary>
/// <param name="Name">What people call it: the file, the address, or the archive and the part of it.</param>
/// <param name="Stream">Its bytes, of which the first can be looked at.</param>
internal sealed record InputSource(string Name, HeadStream Stream)
{
    /// <summary>By which name its kind is told, where that is not the name: an address's path.</summary>
    public string? FileName { get; init; }

    /// <summary>What is known of the text from outside.</summary>
    public InputFacts Facts { get; init; } = InputFacts.None;

    /// <summary>In how many archives it lies.</summary>
    public int Depth { get; init; }

    /// <summary>How many addresses led to it.</summary>
    public int Hops { get; init; }

    /// <summary>True where the user asked for the network: addresses in it are fetched.</summary>
    public bool Follows { get; init; }

    /// <summary>The ending of its file in lower case, with the dot; that of gzip is left out.</summary>
    public string Extension
    {
        get
        {
            var name = FileName ?? Name;
            if (name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
                name = name[..^3];
            return System.IO.Path.GetExtension(name).ToLowerInvariant();
        }
    }

    /// <summary>A part of it, of bytes that are all there.</summary>
    public InputSource Part(string name, ReadOnlyMemory<byte> content, InputFacts facts) =>
        this with
        {
            Name = name,
            FileName = null,
            Stream = new HeadStream(content),
            Facts = facts,
            Depth = Depth + 1,
        };

    /// <summary>A part of it.</summary>
    public InputSource Part(string name, Stream stream) =>
        this with
        {
            Name = name,
            FileName = null,
            Stream = new HeadStream(stream),
            Facts = InputFacts.None,
            Depth = Depth + 1,
        };
}
