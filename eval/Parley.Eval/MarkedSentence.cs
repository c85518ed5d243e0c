using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using Parley.Text;

namespace Parley.Eval;

/// <summary>A sentence whose words were given and marked by hand: see the guide beside the marks.</summary>
/// <param name="Words">The words.</param>
/// <param name="Marks">Its events, statements, undertakings, positions, limits and gaps by word numbers.</param>
internal sealed record MarkedSentence(string[] Words, JsonNode Marks)
{
    /// <summary>Reads a line of the marked corpus.</summary>
    public static MarkedSentence Read(JsonNode line) => new([.. TestData.Strings(line["words"])], line);

    /// <summary>The marks of a kind.</summary>
    public IEnumerable<JsonNode> Of(string kind) => Marks[kind]!.AsArray()!;

    /// <summary>The words of ranges, each given by its first and last word.</summary>
    public static IEnumerable<int> WordsOf(JsonNode? ranges) =>
        ranges!.AsArray().SelectMany(range => Enumerable.Range((int)range![0]!, (int)range[1]! - (int)range[0]! + 1));

    /// <summary>All sentences as a text of given words, a blank between two.</summary>
    public static TokenizedText Join(IReadOnlyList<MarkedSentence> sentences)
    {
        var text = new StringBuilder();
        var words = new List<Word>();
        var ranges = ImmutableArray.CreateBuilder<WordRange>();
        foreach (var sentence in sentences)
        {
            var first = words.Count;
            foreach (var form in sentence.Words)
            {
                words.Add(new Word(text.Length, text.Length + form.Length, WordFlags.SpaceAfter));
                text.Append(form).Append(' ');
            }
            words[^1] = words[^1] with { Flags = WordFlags.SpaceAfter | WordFlags.EndsSentence };
            ranges.Add(new WordRange(first, words.Count));
        }
        return ArticleTextReader.FromWords(text.ToString(), [.. words], ranges.ToImmutable());
    }
}
