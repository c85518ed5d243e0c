using Parley.Records;
using Parley.Syntax;
using Parley.Text;

namespace Parley.Tests.Actors;

/// <summary>Trees written by hand, so that rules over trees are tested without a language model.</summary>
internal static class HandTree
{
    /// <summary>
    /// One sentence a line; each word is <c>form/lemma/UPOS/head/relation</c>, with <c>/PER</c>, <c>/ORG</c> or <c>/LOC</c> where a name begins and <c>/+</c> where it goes on.
    /// Heads count from 1 in the sentence; 0 is the root. A lemma of <c>_</c> is the form in lower case.
    /// </summary>
    public static ParsedText Parse(string tree)
    {
        var text = new System.Text.StringBuilder();
        var words = new List<Word>();
        var rows = new List<string[]>();
        var heads = new List<int>();
        var sentences = new List<WordRange>();
        foreach (var line in tree.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var first = words.Count;
            foreach (var cell in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var row = cell.Split('/');
                var start = text.Length;
                text.Append(row[0]);
                words.Add(new Word(start, text.Length, WordFlags.SpaceAfter));
                text.Append(' ');
                rows.Add(row);
                heads.Add(row[3] == "0" ? -1 : first + int.Parse(row[3], System.Globalization.CultureInfo.InvariantCulture) - 1);
            }
            sentences.Add(new WordRange(first, words.Count));
        }
        var all = text.ToString();
        return new ParsedText(
            new TokenizedText
            {
                Text = all,
                Words = [.. words],
                Blocks = [new Block(new WordRange(0, words.Count), BlockKind.Paragraph)],
                Article = new Article { Id = "hand", Text = all },
            },
            [.. sentences],
            [.. rows.Select(row => Enum.Parse<Upos>(row[2], ignoreCase: true))],
            [
                .. rows.Select(row =>
                    row[2] == "NOUN" && row[0].EndsWith('s') && row[1] != "_" ? "NNS"
                    : row[2] == "NOUN" ? "NN"
                    : ""
                ),
            ],
            [
                .. rows.Select(row =>
                    row[4] == "det" && row[0].Equals("the", StringComparison.OrdinalIgnoreCase) ? "Definite=Def|PronType=Art" : ""
                ),
            ],
            [.. rows.Select(row => row[1] == "_" ? row[0].ToLowerInvariant() : row[1])],
            [.. heads],
            [.. rows.Select(row => Relations.Parse(row[4]))],
            [.. Names(rows)]
        );
    }

    private static IEnumerable<NameMention> Names(List<string[]> rows)
    {
        for (var word = 0; word < rows.Count; word++)
        {
            if (rows[word].Length < 6 || rows[word][5] == "+")
                continue;
            var end = word + 1;
            while (end < rows.Count && rows[end].Length > 5 && rows[end][5] == "+")
                end++;
            var type = rows[word][5] switch
            {
                "PER" => NameType.Person,
                "ORG" => NameType.Organization,
                _ => NameType.Place,
            };
            yield return new NameMention(new WordRange(word, end), type);
        }
    }
}
