using Parley.Syntax;

namespace Parley.Figures;

/// <summary>What a quantity counts.</summary>
/// <param name="Argument">The node that stands in the sentence for the whole: the noun counted, or the number in "thousands of people".</param>
/// <param name="Noun">The noun counted; <see cref="Node.None"/> where the number stands alone.</param>
/// <param name="Class">Class of the noun in <c>lexicons/counted-nouns.tsv</c>; empty where it is not listed or there is none.</param>
internal readonly record struct Count(Node Argument, Node Noun, string Class);
