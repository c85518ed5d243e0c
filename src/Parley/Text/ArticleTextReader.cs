using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Parley.Records;

namespace Parley.Text;

/// <summary>Stage 1. In: a text and what is known of it. Out: words, blocks, furniture and what the article says of itself.</summary>
/// <remarks>
/// Words are cut as in the English Web Treebank. Sentence ends are certain where a block ends and proposed elsewhere; the syntax
/// stage settles them. Rules and words: <c>rules/furniture.tsv</c>, <c>lexicons/abbreviations.tsv</c> and its neighbours. Any string can be read, in linear time.
/// </remarks>
public sealed class ArticleTextReader
{
    /// <summary>Reads the words of a document.</summary>
    public TokenizedText Read(SourceDocument document)
    {
        var text = document.Text;
        var words = new List<Word>(text.Length / 5 + 1);
        var blocks = ReadBlocks(text, words, mayHoldFurniture: !document.IsExtracted, document);
        var masthead = new Masthead(text, words, blocks);
        if (!document.IsExtracted)
            masthead.Read(document.Title);
        var dateline = FindDateline(text, words, blocks);
        var told = document.Published ?? masthead.Published;
        var isDated = told is not null || dateline is { Line.Date: ['1' or '2', _, _, _, '-', ..] };
        var published = isDated ? told : AddressDate.Of(document.Url);
        var article = new Article
        {
            Id = IdOf(text),
            Source = document.Source,
            Url = document.Url,
            Publisher = document.Publisher ?? masthead.Publisher,
            Section = document.Section ?? masthead.Section,
            Title = document.Title ?? masthead.Title,
            Byline = document.Byline ?? masthead.Byline,
            Dateline = InYear(dateline?.Line, published),
            Published = published,
            DatedByAddress = told is null && published is not null,
            Text = text,
            Furniture = FurnitureSpans(words, blocks),
        };
        var all = words.ToArray();
        return new TokenizedText
        {
            Text = text,
            Words = all,
            Blocks = [.. blocks],
            Article = article,
            Dateline = dateline?.Words ?? default,
            Recased = Recasing.Read(text, all, blocks),
        };
    }

    /// <summary>Takes words and sentences as they are given, each sentence a block of its own; looks for nothing else.</summary>
    /// <param name="text">The text that the words point into.</param>
    /// <param name="words">The words, in order.</param>
    /// <param name="sentences">The sentences, in order, together all words.</param>
    /// <param name="published">ISO date of publication; null when unknown.</param>
    public static TokenizedText FromWords(string text, Word[] words, ImmutableArray<WordRange> sentences, string? published = null) =>
        new()
        {
            Text = text,
            Words = words,
            Blocks = [.. sentences.Select(sentence => new Block(sentence, BlockKind.Paragraph))],
            Article = new Article
            {
                Id = IdOf(text),
                Text = text,
                Published = published,
            },
            HasGivenSentences = true,
        };

    private static List<Block> ReadBlocks(string text, List<Word> words, bool mayHoldFurniture, SourceDocument document)
    {
        var tokenizer = new Tokenizer(text, words);
        var blocks = new List<Block>();
        foreach (var run in Lines.Join(text))
        {
            var rest = run;
            if (blocks.Count == 0 && mayHoldFurniture && TitleLength(text, run, document.Title) is > 0 and var length)
            {
                AddBlock(new Span(run.Start, run.Start + length), BlockKind.Heading);
                rest = new Span(run.Start + length, run.End);
            }
            AddBlock(rest, document.Headings.Contains(rest) ? BlockKind.Heading : null);
        }
        // A heading heads something: a line that is the whole text is a sentence that lacks its stop.
        if (blocks is [{ Kind: BlockKind.Heading } alone])
            blocks[0] = alone with { Kind = BlockKind.Paragraph };
        return blocks;

        void AddBlock(Span span, BlockKind? kind)
        {
            var first = words.Count;
            tokenizer.Read(span.Start, span.End);
            var range = new WordRange(first, words.Count);
            if (range.Length == 0)
                return;
            SentenceEnds.Mark(text, words, range);
            blocks.Add(new Block(range, kind ?? Furniture.Classify(text, words, range, mayHoldFurniture)));
        }
    }

    /// <summary>The length of a known title that opens a longer run, as in pages whose breaks were lost; else 0.</summary>
    private static int TitleLength(string text, Span run, string? title)
    {
        var trimmed = title.AsSpan().Trim();
        if (
            trimmed.Length < 12
            || run.Length < trimmed.Length + 20
            || !run.Of(text).StartsWith(trimmed, StringComparison.OrdinalIgnoreCase)
        )
            return 0;
        var next = run.Start + trimmed.Length;
        if (text[next] == '.')
            next++;
        return Characters.IsBlank(text[next]) ? next - run.Start : 0;
    }

    /// <summary>Gives a dateline without a year the year of publication, or the one before where it would lie in the future.</summary>
    private static Dateline? InYear(Dateline? line, string? published)
    {
        if (
            line?.Date is not { Length: 10 } date
            || !date.StartsWith("XXXX-", StringComparison.Ordinal)
            || published is not { Length: >= 10 }
        )
            return line;
        var isNext = string.CompareOrdinal(date[5..], published[5..10]) > 0;
        var year = int.Parse(published.AsSpan(0, 4), System.Globalization.CultureInfo.InvariantCulture) - (isNext ? 1 : 0);
        return line with { Date = $"{year:0000}{date[4..]}" };
    }

    private static (Dateline Line, WordRange Words)? FindDateline(string text, List<Word> words, List<Block> blocks)
    {
        var reader = new DatelineReader(text, words);
        var looked = 0;
        foreach (var block in blocks)
        {
            if (block.Kind is not (BlockKind.Paragraph or BlockKind.ListItem))
                continue;
            if (reader.Match(block.Words) is { } found)
                return found;
            // Only the first paragraphs of the report can carry one.
            if (++looked == 2)
                break;
        }
        return null;
    }

    private static ImmutableArray<Span> FurnitureSpans(List<Word> words, List<Block> blocks)
    {
        var spans = ImmutableArray.CreateBuilder<Span>();
        foreach (var block in blocks)
            if (block.Kind == BlockKind.Furniture)
                spans.Add(new Span(words[block.Words.Start].Start, words[block.Words.End - 1].End));
        return spans.ToImmutable();
    }

    private static string IdOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
