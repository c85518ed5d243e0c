using System.Collections.Immutable;
using System.Text;
using Parley.Records;
using Parley.Text;

namespace Parley.Tests.Syntax;

/// <summary>Words for a language model, given with blanks between them; no blocks.</summary>
internal static class SpacedText
{
    /// <summary>The words of some sentences, one after the other.</summary>
    public static TokenizedText Of(params string[] sentences)
    {
        var text = new StringBuilder();
        var words = new List<Word>();
        foreach (var form in sentences.SelectMany(sentence => sentence.Split(' ')))
        {
            words.Add(new Word(text.Length, text.Length + form.Length, WordFlags.SpaceAfter));
            text.Append(form).Append(' ');
        }
        var all = text.ToString();
        return new TokenizedText
        {
            Text = all,
            Words = [.. words],
            Blocks = ImmutableArray<Block>.Empty,
            Article = new Article { Id = "", Text = all },
        };
    }
}
