namespace Parley.Models;

/// <summary>A model folder that must not be used: a file is missing, truncated, altered or of another version. The message says which.</summary>
public sealed class InvalidModelException(string message) : Exception(message)
{
    /// <summary>True where the files are whole, but were made for an older version of Parley.</summary>
    public bool IsOutdated { get; init; }
}
