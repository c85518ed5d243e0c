namespace Parley.Models;

/// <summary>A model folder that must not be used: a file is missing, truncated or altered. The message names the file.</summary>
public sealed class InvalidModelException(string message) : Exception(message);
