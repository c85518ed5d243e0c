namespace Parley.Syntax;

/// <summary>Universal part-of-speech tags, in the order in which models number them.</summary>
public enum Upos : byte
{
#pragma warning disable CS1591, CA1720 // The tags are those of universaldependencies.org/u/pos
    X,
    Adj,
    Adp,
    Adv,
    Aux,
    Cconj,
    Det,
    Intj,
    Noun,
    Num,
    Part,
    Pron,
    Propn,
    Punct,
    Sconj,
    Sym,
    Verb,
#pragma warning restore CS1591, CA1720
}
