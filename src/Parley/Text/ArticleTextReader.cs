using Parley.Records;

namespace Parley.Text;

/// <summary>Stage 1. In: a text and what is known of it. Out: words, blocks, furniture and what the article says of itself.</summary>
public sealed class ArticleTextReader
{
    /// <summary>Reads the words of a document.</summary>
    public TokenizedText Read(SourceDocument document) => throw new NotImplementedException();
}
