namespace Parley.Syntax;

/// <summary>The classes of a model as the values that Parley works with.</summary>
internal sealed class LabelTables
{
    /// <summary>Prepares the tables.</summary>
    public LabelTables(ModelLabels labels)
    {
        Upos = [.. labels.Upos.Select(ParseUpos)];
        Xpos = labels.Xpos;
        Features = [.. labels.Features.Select(features => features == "_" ? "" : features)];
        Lemmas = new Lemmas(labels);
        Relations = [.. labels.Relations.Select(Syntax.Relations.Parse)];
        Names = new NameDecoder(labels.Names);
        Semantics = labels.Semantics;
    }

    /// <summary>Universal tags by class.</summary>
    public Upos[] Upos { get; }

    /// <summary>Penn tags by class.</summary>
    public string[] Xpos { get; }

    /// <summary>Features by class, empty for none.</summary>
    public string[] Features { get; }

    /// <summary>Lemmas by form and class.</summary>
    public Lemmas Lemmas { get; }

    /// <summary>Relations by class.</summary>
    public Relation[] Relations { get; }

    /// <summary>The semantic heads; null where there are none.</summary>
    public SemanticLabels? Semantics { get; }

    /// <summary>The decoder of names.</summary>
    public NameDecoder Names { get; }

    private static Upos ParseUpos(string name)
    {
        for (var upos = Syntax.Upos.X; upos <= Syntax.Upos.Verb; upos++)
            if (upos.Name() == name)
                return upos;
        return Syntax.Upos.X;
    }
}
