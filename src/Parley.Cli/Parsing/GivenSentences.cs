using System.Collections.Immutable;
using System.Text;
using Parley.Syntax;
using Parley.Text;

namespace Parley.Cli.Parsing;

/// <summary>CoNLL-U that was handed in: its comments, token lines and sentences are kept, and of its columns only ID, FORM and spacing are read.</summary>
internal sealed class GivenSentences
{
    private readonly List<string> _lines;
    private readonly List<int> _wordOfLine;

    private GivenSentences(List<string> lines, List<int> wordOfLine, TokenizedText tokens) =>
        (_lines, _wordOfLine, Tokens) = (lines, wordOfLine, tokens);

    /// <summary>The words and sentences.</summary>
    public TokenizedText Tokens { get; }

    /// <summary>Reads CoNLL-U. Lines that are neither comments, nor tokens, nor empty are kept as they are.</summary>
    public static GivenSentences Read(string conllu)
    {
        var lines = new List<string>();
        var wordOfLine = new List<int>();
        var text = new StringBuilder();
        var words = new List<Word>();
        var sentences = ImmutableArray.CreateBuilder<WordRange>();
        var (sentenceStart, tokenLast, tokenSpace, isOpen) = (0, 0, true, false);
        foreach (var raw in conllu.Split('\n'))
        {
            var line = raw.TrimEnd('\r');
            lines.Add(line);
            wordOfLine.Add(-1);
            var columns = line.Split('\t');
            if (line.Length == 0)
            {
                EndSentence();
                continue;
            }
            if (line[0] == '#' || columns.Length < 2 || columns[1].Length == 0)
                continue;
            var hasSpace = columns.Length < 10 || !columns[9].Split('|').Contains("SpaceAfter=No");
            if (columns[0].Split('-') is [_, var last] && int.TryParse(last, out var lastWord))
                (tokenLast, tokenSpace) = (lastWord, hasSpace);
            else if (int.TryParse(columns[0], out var number))
                AddWord(number, columns[1], hasSpace);
        }
        EndSentence();
        return new GivenSentences(lines, wordOfLine, ArticleTextReader.FromWords(text.ToString(), [.. words], sentences.ToImmutable()));

        void AddWord(int number, string form, bool hasSpace)
        {
            var isInToken = number <= tokenLast;
            var continues = isInToken && isOpen;
            isOpen = isInToken && number < tokenLast;
            var space = isInToken ? number == tokenLast && tokenSpace : hasSpace;
            var flags = (continues ? WordFlags.ContinuesToken : WordFlags.None) | (space ? WordFlags.SpaceAfter : WordFlags.None);
            words.Add(new Word(text.Length, text.Length + form.Length, flags));
            text.Append(form);
            if (space)
                text.Append(' ');
            wordOfLine[^1] = words.Count - 1;
        }

        void EndSentence()
        {
            if (words.Count > sentenceStart)
            {
                words[^1] = words[^1] with { Flags = words[^1].Flags | WordFlags.EndsSentence };
                sentences.Add(new WordRange(sentenceStart, words.Count));
            }
            (sentenceStart, tokenLast, isOpen) = (words.Count, 0, false);
        }
    }

    /// <summary>The same lines, with the columns of each word filled in.</summary>
    public string Write(ParsedText parsed)
    {
        var output = new StringBuilder();
        for (var i = 0; i < _lines.Count; i++)
        {
            var word = _wordOfLine[i];
            if (word < 0)
                output.Append(_lines[i]);
            else
            {
                var columns = _lines[i].Split('\t');
                output.Append(columns[0]).Append('\t').Append(columns[1]).Append('\t');
                Conllu.AppendColumns(output, parsed, word, parsed.Sentences[parsed.SentenceOf(word)]);
                output
                    .Append("\t_\t")
                    .Append(columns.Length >= 10 && columns[9].Split('|').Contains("SpaceAfter=No") ? "SpaceAfter=No" : "_");
            }
            if (i + 1 < _lines.Count)
                output.Append('\n');
        }
        if (_lines.Count > 0 && _lines[^1].Length > 0)
            output.Append("\n\n");
        return output.ToString();
    }
}
