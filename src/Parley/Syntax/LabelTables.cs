namespace Parley.Syntax;

/// <summary>The classes of a model as the values that Parley works with.</summary>
internal sealed class LabelTables
{
    private readonly LemmaTable _known;

    /// <summary>Prepares the tables.</summary>
    public LabelTables(ModelLabels labels)
    {
        Upos = [.. labels.Upos.Select(ParseUpos)];
        UposNames = labels.Upos;
        Xpos = labels.Xpos;
        Features = [.. labels.Features.Select(features => features == "_" ? "" : features)];
        Lemmas = labels.Lemmas;
        Relations = [.. labels.Relations.Select(Syntax.Relations.Parse)];
        Names = new NameDecoder(labels.Names);
        _known = labels.KnownLemmas;
    }

    /// <summary>Universal tags by class.</summary>
    public Upos[] Upos { get; }

    /// <summary>Their names.</summary>
    public string[] UposNames { get; }

    /// <summary>Penn tags by class.</summary>
    public string[] Xpos { get; }

    /// <summary>Features by class, empty for none.</summary>
    public string[] Features { get; }

    /// <summary>Lemma scripts by class.</summary>
    public string[] Lemmas { get; }

    /// <summary>Relations by class.</summary>
    public Relation[] Relations { get; }

    /// <summary>The decoder of names.</summary>
    public NameDecoder Names { get; }

    /// <summary>The lemma of a form: listed for form and tag, else by the script.</summary>
    public string Lemma(ReadOnlySpan<char> form, short upos, short script) =>
        _known.Find(form, UposNames[upos]) ?? LemmaScript.Apply(Lemmas[script], form);

    private static Upos ParseUpos(string name)
    {
        for (var upos = Syntax.Upos.X; upos <= Syntax.Upos.Verb; upos++)
            if (upos.Name() == name)
                return upos;
        return Syntax.Upos.X;
    }
}
