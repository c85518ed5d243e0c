namespace Parley.Syntax;

/// <summary>The names of relations as treebanks spell them.</summary>
public static class Relations
{
    private static readonly string[] s_names =
    [
        "acl",
        "acl:relcl",
        "advcl",
        "advcl:relcl",
        "advmod",
        "amod",
        "appos",
        "aux",
        "aux:pass",
        "case",
        "cc",
        "cc:preconj",
        "ccomp",
        "compound",
        "compound:prt",
        "conj",
        "cop",
        "csubj",
        "csubj:outer",
        "csubj:pass",
        "dep",
        "det",
        "det:predet",
        "discourse",
        "dislocated",
        "expl",
        "fixed",
        "flat",
        "goeswith",
        "iobj",
        "list",
        "mark",
        "nmod",
        "nmod:desc",
        "nmod:poss",
        "nmod:unmarked",
        "nsubj",
        "nsubj:outer",
        "nsubj:pass",
        "nummod",
        "obj",
        "obl",
        "obl:agent",
        "obl:unmarked",
        "orphan",
        "parataxis",
        "punct",
        "reparandum",
        "root",
        "vocative",
        "xcomp",
    ];

    /// <summary>For each relation, a bit for itself and for each whose subtype it is.</summary>
    private static readonly ulong[] s_within = [.. s_names.Select(Within)];

    /// <summary>The treebanks' spelling: <c>nsubj:pass</c>.</summary>
    public static string Name(this Relation relation) => s_names[(int)relation];

    /// <summary>The relation of that spelling; of its main part where the subtype is unknown; <see cref="Relation.Dep"/> where that is unknown too.</summary>
    public static Relation Parse(string name)
    {
        var at = Array.IndexOf(s_names, name);
        if (at < 0 && name.IndexOf(':') is > 0 and var colon)
            at = Array.IndexOf(s_names, name[..colon]);
        return at < 0 ? Relation.Dep : (Relation)at;
    }

    /// <summary>True when the relation is <paramref name="main"/> or a subtype of it (<c>nsubj:pass</c> is nsubj).</summary>
    public static bool Is(this Relation relation, Relation main) => (s_within[(int)relation] & (1UL << (int)main)) != 0;

    private static ulong Within(string name)
    {
        var within = 0UL;
        for (var main = 0; main < s_names.Length; main++)
            if (
                name.StartsWith(s_names[main], StringComparison.Ordinal)
                && (name.Length == s_names[main].Length || name[s_names[main].Length] == ':')
            )
                within |= 1UL << main;
        return within;
    }
}
