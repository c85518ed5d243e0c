namespace Parley.Statements;

/// <summary>What a <see cref="StatementReader"/> applies; the default is all of it. Change it by <c>with</c>.</summary>
public sealed record StatementReaderOptions
{
    /// <summary>The groups of rules in use; <see cref="StatementRules.All"/> unless one is to be left out, as when its worth is measured.</summary>
    public StatementRules Rules { get; init; } = StatementRules.All;
}
