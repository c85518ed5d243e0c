using System.Text;
using Parley.Records;
using Parley.Syntax;
using Parley.Text;

namespace Parley.Tests.Syntax;

/// <summary>
/// Texts with trees written by hand, so that rules over trees are tested without a language model: words as
/// <c>form/UPOS/XPOS/lemma/head/relation</c>, with <c>/PER</c>, <c>/ORG</c> or <c>/LOC</c> where a name begins and <c>/+</c> where it goes on; a line
/// a sentence, a blank line between paragraphs; the head counts from 1 in its sentence, 0 for the root; a <c>+</c> before the form joins it to the
/// word before; a lemma of <c>_</c> is the form in lower case.
/// </summary>
internal static class HandTree
{
    public static ParsedText Read(string lines)
    {
        var text = new StringBuilder();
        var words = new List<Word>();
        var sentences = new List<WordRange>();
        var blocks = new List<Block>();
        var rows = new List<string[]>();
        var heads = new List<int>();
        var blockStart = 0;
        foreach (var line in lines.Split('\n').Append(""))
        {
            if (line.Trim().Length == 0)
            {
                if (words.Count > blockStart)
                    blocks.Add(new Block(new WordRange(blockStart, words.Count), BlockKind.Paragraph));
                if (words.Count > blockStart)
                    text.Append("\n\n");
                blockStart = words.Count;
                continue;
            }
            var start = words.Count;
            foreach (var cell in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var row = cell.Split('/');
                var joins = row[0].Length > 1 && row[0][0] == '+';
                row[0] = joins ? row[0][1..] : row[0];
                if (!joins && words.Count > blockStart)
                {
                    text.Append(' ');
                    words[^1] = words[^1] with { Flags = WordFlags.SpaceAfter };
                }
                words.Add(new Word(text.Length, text.Length + row[0].Length, WordFlags.None));
                text.Append(row[0]);
                rows.Add(row);
                heads.Add(row[4] == "0" ? -1 : start + int.Parse(row[4], System.Globalization.CultureInfo.InvariantCulture) - 1);
            }
            sentences.Add(new WordRange(start, words.Count));
        }
        var tokens = new TokenizedText
        {
            Text = text.ToString(),
            Words = [.. words],
            Blocks = [.. blocks],
            Article = new Article { Id = "test", Text = text.ToString() },
        };
        return new ParsedText(
            tokens,
            [.. sentences],
            [.. rows.Select(row => Enum.Parse<Upos>(row[1], ignoreCase: true))],
            [.. rows.Select(row => row[2])],
            [.. rows.Select(row => row[5] == "det" && row[0] is "the" or "The" ? "Definite=Def|PronType=Art" : "")],
            [.. rows.Select(row => row[3] == "_" ? row[0].ToLowerInvariant() : row[3])],
            [.. heads],
            [.. rows.Select(row => Relations.Parse(row[5]))],
            [.. Names(rows)]
        );
    }

    private static IEnumerable<NameMention> Names(List<string[]> rows)
    {
        for (var word = 0; word < rows.Count; word++)
        {
            if (rows[word].Length < 7 || rows[word][6] == "+")
                continue;
            var end = word + 1;
            while (end < rows.Count && rows[end].Length > 6 && rows[end][6] == "+")
                end++;
            var type = rows[word][6] switch
            {
                "PER" => NameType.Person,
                "ORG" => NameType.Organization,
                _ => NameType.Place,
            };
            yield return new NameMention(new WordRange(word, end), type);
        }
    }
}
