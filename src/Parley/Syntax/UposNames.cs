namespace Parley.Syntax;

/// <summary>The names of universal tags as treebanks spell them.</summary>
public static class UposNames
{
    private static readonly string[] s_names =
    [
        "X",
        "ADJ",
        "ADP",
        "ADV",
        "AUX",
        "CCONJ",
        "DET",
        "INTJ",
        "NOUN",
        "NUM",
        "PART",
        "PRON",
        "PROPN",
        "PUNCT",
        "SCONJ",
        "SYM",
        "VERB",
    ];

    /// <summary>The treebanks' spelling: <c>PROPN</c>.</summary>
    public static string Name(this Upos upos) => s_names[(int)upos];
}
