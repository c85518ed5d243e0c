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
        }
    }
}
