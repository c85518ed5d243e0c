using Parley.Text;

namespace Parley.Syntax;

/// <summary>Stage 2. In: words with proposed sentence ends. Out: sentences, tags, features, lemmas, trees and names.</summary>
/// <remarks>It decodes what a language model scores. The model lies in <c>models/</c>.</remarks>
public sealed class SyntaxReader(ILanguageModel model)
{
    /// <summary>Reads the syntax of a text.</summary>
    public ParsedText Read(TokenizedText tokens) => throw new NotImplementedException(model.Name);
}
