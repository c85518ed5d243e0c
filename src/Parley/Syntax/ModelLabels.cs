using Parley.Models;

namespace Parley.Syntax;

/// <summary>What the classes of a language model's heads mean, in the order in which it numbers them.</summary>
public sealed record ModelLabels
{
    /// <summary>Universal tags (<c>NOUN</c>).</summary>
    public required string[] Upos { get; init; }

    /// <summary>Penn tags (<c>NNS</c>).</summary>
    public required string[] Xpos { get; init; }

    /// <summary>Joint features (<c>Mood=Ind|Tense=Past</c>; <c>_</c> for none).</summary>
    public required string[] Features { get; init; }

    /// <summary>Lemma scripts: see <see cref="LemmaScript"/>.</summary>
    public required string[] Lemmas { get; init; }

    /// <summary>Names: <c>O</c>, <c>B-PER</c>, <c>I-PER</c> …</summary>
    public required string[] Names { get; init; }

    /// <summary>Relations (<c>nsubj:pass</c>).</summary>
    public required string[] Relations { get; init; }

    /// <summary>Lemmas by form and tag, which go before the scripts.</summary>
    public required LemmaTable KnownLemmas { get; init; }

    /// <summary>The semantic heads; null for a model that reads syntax alone, as some tests use.</summary>
    public SemanticLabels? Semantics { get; init; }

    /// <summary>The labels of a model file: section <c>labels</c>, a line for each head (its name and its classes, tabs between), and a table of lemmas.</summary>
    /// <exception cref="InvalidModelException">A head is missing, or the model is of the kind before semantic heads.</exception>
    public static ModelLabels Of(SectionFile file)
    {
        var lines = file.Text("labels").Split('\n');
        var semantics =
            SemanticLabels.Of(Find)
            ?? throw new InvalidModelException("The model has no semantic heads: it is of an older kind; use the models of this version.")
            {
                IsOutdated = true,
            };
        return new ModelLabels
        {
            Upos = Classes("upos"),
            Xpos = Classes("xpos"),
            Features = Classes("features"),
            Lemmas = Classes("lemmas"),
            Names = Classes("names"),
            Relations = Classes("relations"),
            KnownLemmas = LemmaTable.Of(file),
            Semantics = semantics,
        };

        string[] Classes(string head) => Find(head) ?? throw new InvalidModelException($"The model's labels do not list {head}.");

        string[]? Find(string head)
        {
            foreach (var line in lines)
                if (line.StartsWith(head, StringComparison.Ordinal) && line.Length > head.Length && line[head.Length] == '\t')
                    return line[(head.Length + 1)..].Split('\t');
            return null;
        }
    }
}
