namespace Parley.Intake.Addresses;

/// <summary>What a server answered.</summary>
internal sealed record Fetched : IDisposable
{
    /// <summary>Where it was found in the end.</summary>
    public required Uri Address { get; init; }

    /// <summary>The content, unpacked; null where there is none.</summary>
    public Stream? Content { get; init; }

    /// <summary>Its kind in lower case ("text/html"); null where it is not said.</summary>
    public string? ContentType { get; init; }

    /// <summary>The encoding that the server names.</summary>
    public string? Charset { get; init; }

    /// <summary>What the server says of this state of the content.</summary>
    public AddressEntry? Entry { get; init; }

    /// <summary>True where it has not changed.</summary>
    public bool IsUnchanged { get; init; }

    /// <summary>Why there is nothing; null where there is.</summary>
    public Problem? Problem { get; init; }

    /// <summary>How long the server wants to be left alone; null where it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>True where it may be there another time: the server was busy or away.</summary>
    public bool MayComeLater { get; init; }

    /// <inheritdoc/>
    public void Dispose() => Content?.Dispose();
}
