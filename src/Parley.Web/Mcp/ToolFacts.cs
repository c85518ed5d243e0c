using System.Collections.Immutable;

namespace Parley.Web.Mcp;

/// <summary>Gathers facts, leaving out what is not known.</summary>
internal sealed class ToolFacts
{
    private readonly ImmutableArray<ToolFact>.Builder _facts = ImmutableArray.CreateBuilder<ToolFact>();

    /// <summary>All of them.</summary>
    public ImmutableArray<ToolFact> All => _facts.ToImmutable();

    /// <summary>Adds a fact where it is known.</summary>
    public ToolFacts Add(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            _facts.Add(new ToolFact(name, value));
        return this;
    }

    /// <summary>Adds one fact for each of several.</summary>
    public ToolFacts Add(string name, IEnumerable<string> values)
    {
        foreach (var value in values)
            Add(name, value);
        return this;
    }
}
