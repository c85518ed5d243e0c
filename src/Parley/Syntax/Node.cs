using Parley.Records;
using Parley.Text;

namespace Parley.Syntax;

/// <summary>A word seen as a node of its dependency tree. A handle of two words: copy it freely.</summary>
/// <param name="Parsed">The text it belongs to.</param>
/// <param name="Index">Index of the word; -1 in <see cref="None"/>.</param>
public readonly record struct Node(ParsedText Parsed, int Index)
{
    /// <summary>No node: what a search gives that finds nothing.</summary>
    public static Node None => new(null!, -1);

    /// <summary>True for a node of a tree.</summary>
    public bool Exists => Index >= 0;

    /// <summary>The characters of the word.</summary>
    public ReadOnlySpan<char> Form => Parsed.Tokens.Form(Index);

    /// <summary>The lemma.</summary>
    public string Lemma => Parsed.Lemmas[Index];

    /// <summary>The universal tag.</summary>
    public Upos Upos => Parsed.UposTags[Index];

    /// <summary>The Penn tag.</summary>
    public string Xpos => Parsed.XposTags[Index];

    /// <summary>The relation to the head.</summary>
    public Relation Relation => Parsed.RelationTags[Index];

    /// <summary>The head; <see cref="None"/> for a root.</summary>
    public Node Head => Parsed.Heads[Index] is >= 0 and var head ? new Node(Parsed, head) : None;

    /// <summary>True when this word heads its sentence.</summary>
    public bool IsRoot => Parsed.Heads[Index] < 0;

    /// <summary>The range of the word in the text.</summary>
    public Span Span => Parsed.Tokens.Words[Index].Span;

    /// <summary>The run of words from the first to the last of the subtree.</summary>
    public WordRange Subtree => Parsed.Subtree(Index);

    /// <summary>The sentence of the word.</summary>
    public WordRange Sentence => Parsed.Sentences[Parsed.SentenceOf(Index)];

    /// <summary>The dependents, in the order of the text.</summary>
    public ChildNodes Children => new(this);

    /// <summary>True when the word has the feature, written as <c>Tense=Past</c>.</summary>
    public bool Has(string feature)
    {
        var all = Parsed.Features[Index];
        for (var at = all.IndexOf(feature, StringComparison.Ordinal); at >= 0; at = all.IndexOf(feature, at + 1, StringComparison.Ordinal))
            if ((at == 0 || all[at - 1] == '|') && (at + feature.Length == all.Length || all[at + feature.Length] == '|'))
                return true;
        return false;
    }

    /// <summary>True when the form is <paramref name="form"/>, without regard to case.</summary>
    public bool IsForm(string form) => Form.Equals(form, StringComparison.OrdinalIgnoreCase);

    /// <summary>The first dependent of that relation (or a subtype of it); <see cref="None"/> where there is none.</summary>
    public Node Child(Relation relation)
    {
        foreach (var child in Children)
            if (child.Relation.Is(relation))
                return child;
        return None;
    }

    /// <summary>The first dependent whose form is <paramref name="form"/>, without regard to case; <see cref="None"/> where there is none.</summary>
    public Node Child(string form)
    {
        foreach (var child in Children)
            if (child.IsForm(form))
                return child;
        return None;
    }

    /// <summary>The subject: nsubj, nsubj:pass, csubj; <see cref="None"/> where there is none.</summary>
    public Node Subject
    {
        get
        {
            foreach (var child in Children)
                if (child.Relation.Is(Relation.Nsubj) || child.Relation.Is(Relation.Csubj))
                    return child;
            return None;
        }
    }

    /// <summary>True when this node is <paramref name="ancestor"/> or below it.</summary>
    public bool IsWithin(Node ancestor)
    {
        for (var node = this; node.Exists; node = node.Head)
            if (node.Index == ancestor.Index)
                return true;
        return false;
    }

    /// <inheritdoc/>
    public override string ToString() => Exists ? $"{Form}/{Upos}/{Relation.Name()}" : "none";
}
