using System.Globalization;
using System.Text;
using Parley.Syntax;
using Parley.Text;

namespace Parley.Cli.Parsing;

/// <summary>Writes parsed texts as CoNLL-U, the format of Universal Dependencies.</summary>
internal static class Conllu
{
    /// <summary>One text: a new document, a new paragraph for each block, a multiword token for each contraction.</summary>
    public static string Write(ParsedText parsed)
    {
        var output = new StringBuilder();
        var id = OneLine(parsed.Tokens.Article.Source ?? parsed.Tokens.Article.Id[..12]);
        output.Append("# newdoc id = ").Append(id).Append('\n');
        var block = 0;
        for (var s = 0; s < parsed.Sentences.Length; s++)
        {
            var sentence = parsed.Sentences[s];
            var startsBlock = false;
            for (; block < parsed.Tokens.Blocks.Length && parsed.Tokens.Blocks[block].Words.Start <= sentence.Start; block++)
                startsBlock = true;
            if (startsBlock)
                output.Append("# newpar\n");
            output.Append(
                CultureInfo.InvariantCulture,
                $"# sent_id = {id}-{s + 1}\n# text = {OneLine(parsed.SpanOf(sentence).Of(parsed.Text))}\n"
            );
            AppendWords(output, parsed, sentence);
            output.Append('\n');
        }
        return output.ToString();
    }

    /// <summary>The columns LEMMA to DEPREL of a word, parted by tabs; the head counted from 1 in its sentence.</summary>
    public static void AppendColumns(StringBuilder output, ParsedText parsed, int word, WordRange sentence)
    {
        var head = parsed.Heads[word] < 0 ? 0 : parsed.Heads[word] - sentence.Start + 1;
        output.Append(Filled(OneLine(parsed.Lemmas[word]))).Append('\t').Append(parsed.UposTags[word].Name()).Append('\t');
        output.Append(Filled(parsed.XposTags[word])).Append('\t').Append(Filled(parsed.Features[word])).Append('\t');
        output.Append(CultureInfo.InvariantCulture, $"{head}\t{parsed.RelationTags[word].Name()}");
    }

    private static void AppendWords(StringBuilder output, ParsedText parsed, WordRange sentence)
    {
        var words = parsed.Tokens.Words;
        for (var word = sentence.Start; word < sentence.End; word++)
        {
            var last = word;
            while (last + 1 < sentence.End && words[last + 1].ContinuesToken)
                last++;
            var spacing = words[last].SpaceAfter ? "_" : "SpaceAfter=No";
            var number = word - sentence.Start + 1;
            if (last > word && !words[word].ContinuesToken)
                output.Append(
                    CultureInfo.InvariantCulture,
                    $"{number}-{number + last - word}\t{OneLine(parsed.Text.AsSpan(words[word].Start, words[last].End - words[word].Start))}\t_\t_\t_\t_\t_\t_\t_\t{spacing}\n"
                );
            var isAlone = last == word;
            for (; ; word++)
            {
                output.Append(CultureInfo.InvariantCulture, $"{word - sentence.Start + 1}\t{OneLine(parsed.Tokens.Form(word))}\t");
                AppendColumns(output, parsed, word, sentence);
                output.Append("\t_\t").Append(isAlone ? spacing : "_").Append('\n');
                if (word == last)
                    break;
            }
        }
    }

    private static string Filled(string cell) => cell.Length == 0 ? "_" : cell;

    /// <summary>Text with every run of white space and control characters as one blank.</summary>
    private static string OneLine(ReadOnlySpan<char> text)
    {
        var output = new StringBuilder(text.Length);
        foreach (var c in text)
            if (!char.IsWhiteSpace(c) && !char.IsControl(c))
                output.Append(c);
            else if (output.Length > 0 && output[^1] != ' ')
                output.Append(' ');
        return output.Length == 0 ? "_" : output.ToString().TrimEnd();
    }
}
