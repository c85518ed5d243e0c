namespace Parley.Cli;

/// <summary>Which language model reads.</summary>
internal enum ModelChoice
{
    /// <summary>The transformer <c>models/en</c>, the default.</summary>
    Accurate,

    /// <summary>The convolutions <c>models/en-fast</c>, for archives.</summary>
    Fast,
}
