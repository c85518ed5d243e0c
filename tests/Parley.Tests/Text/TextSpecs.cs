using System.Text;
using Parley.Records;
using Parley.Tests.Specs;
using Parley.Text;
using Xunit;

namespace Parley.Tests.Text;

public sealed class TextSpecs
{
    [Fact]
    public void Texts_are_cut_as_the_rule_book_says() => SpecFile.Check("text", Print, atLeast: 18);

    private static IEnumerable<string> Print(SpecExample example)
    {
        var text = new ArticleTextReader().Read(new SourceDocument { Text = example.Text });
        foreach (var block in text.Blocks)
        {
            var line = new StringBuilder().Append(block.Kind).Append(':');
            for (var word = block.Words.Start; word < block.Words.End; word++)
            {
                line.Append(text.Words[word].ContinuesToken ? " |" : " ").Append(text.Form(word));
                if ((text.Words[word].Flags & WordFlags.MayEndSentence) != 0)
                    line.Append(" //");
            }
            yield return line.ToString();
            if (Recased(text, block.Words) is { } recased)
                yield return "Seen as: " + recased;
        }
    }

    /// <summary>The words of a block as a model may see them; null where they are the forms.</summary>
    private static string? Recased(TokenizedText text, WordRange words)
    {
        var differs = false;
        var forms = new List<string>();
        for (var word = words.Start; word < words.End; word++)
        {
            forms.Add(text.ModelForm(word).ToString());
            differs |= !text.ModelForm(word).SequenceEqual(text.Form(word));
        }
        return differs ? string.Join(' ', forms) : null;
    }
}
