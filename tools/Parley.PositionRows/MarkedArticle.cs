using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Parley.Mentions;
using Parley.Records;
using Parley.Text;

namespace Parley.PositionRows;

/// <summary>Marked sentences of one article, or a marked sentence that stands alone, with their positions by word of the whole.</summary>
/// <param name="Name">A name of its own.</param>
/// <param name="Text">Its words.</param>
/// <param name="Positions">What is marked.</param>
internal sealed record MarkedArticle(string Name, TokenizedText Text, ImmutableArray<MarkedPosition> Positions)
{
    /// <summary>Reads files of marked sentences.</summary>
    public static IEnumerable<MarkedArticle> Read(IEnumerable<string> files) =>
        files
            .SelectMany(
                (file, at) =>
                    File.ReadLines(file).Select((line, number) => (Line: JsonDocument.Parse(line).RootElement, Key: $"{at}-{number}"))
            )
            .GroupBy(one => one.Line.TryGetProperty("document", out var document) ? document.GetString()! : one.Key)
            .Select(article => Of(article.Key, [.. article.Select(one => one.Line).OrderBy(Number)]));

    private static int Number(JsonElement line) => line.TryGetProperty("sentence", out var number) ? number.GetInt32() : 0;

    private static MarkedArticle Of(string name, List<JsonElement> lines)
    {
        var text = new StringBuilder();
        var words = new List<Word>();
        var ranges = ImmutableArray.CreateBuilder<WordRange>();
        var positions = ImmutableArray.CreateBuilder<MarkedPosition>();
        foreach (var line in lines)
        {
            var start = words.Count;
            foreach (var form in line.GetProperty("words").EnumerateArray().Select(word => word.GetString()!))
            {
                words.Add(new Word(text.Length, text.Length + form.Length, WordFlags.SpaceAfter));
                text.Append(form).Append(' ');
            }
            words[^1] = words[^1] with { Flags = words[^1].Flags | WordFlags.EndsSentence };
            ranges.Add(new WordRange(start, words.Count));
            foreach (var mark in line.GetProperty("positions").EnumerateArray())
                positions.Add(
                    new MarkedPosition(
                        start + mark.GetProperty("word").GetInt32(),
                        ClassNames.Parse<PositionStance>(mark.GetProperty("stance").GetString()!),
                        [.. mark.GetProperty("party").EnumerateArray().Select(word => start + word.GetInt32())]
                    )
                );
        }
        return new MarkedArticle(
            name,
            ArticleTextReader.FromWords(text.ToString(), [.. words], ranges.ToImmutable()),
            positions.ToImmutable()
        );
    }
}

/// <summary>A position as it is marked.</summary>
/// <param name="Word">The word that names the topic.</param>
/// <param name="Stance">The stance.</param>
/// <param name="Party">The words that name whose it is; empty where the sentence does not.</param>
internal sealed record MarkedPosition(int Word, PositionStance Stance, ImmutableArray<int> Party);
