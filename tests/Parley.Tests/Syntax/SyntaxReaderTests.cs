using CsCheck;
using Parley.Records;
using Parley.Syntax;
using Parley.Text;
using Xunit;

namespace Parley.Tests.Syntax;

public sealed class SyntaxReaderTests
{
    [Fact]
    public void A_proposed_end_stands_unless_the_model_is_sure_that_it_is_none()
    {
        Assert.Equal(["He left.", "We stayed."], Sentences("He left. We stayed.", _ => -1));
        Assert.Equal(["He left. We stayed."], Sentences("He left. We stayed.", _ => -9));
    }

    [Fact]
    public void The_model_may_end_a_sentence_where_nothing_was_proposed() =>
        Assert.Equal(["He left", "we stayed."], Sentences("He left we stayed.", form => form == "left" ? 4 : -9));

    [Fact]
    public void An_end_seen_behind_the_next_opening_quotation_mark_is_put_before_it() =>
        Assert.Equal(["He left.", "“We stayed,” she said."], Sentences("He left. “We stayed,” she said.", form => form == "“" ? 1 : -9));

    [Fact]
    public void A_contraction_is_never_cut_by_a_sentence_end() =>
        Assert.Equal(["We don't know."], Sentences("We don't know.", form => form == "do" ? 9 : -9));

    [Fact]
    public void Each_sentence_is_a_tree_with_one_root()
    {
        var parsed = Parse("He left. We stayed at home.", new RuleModel());
        Assert.Equal([-1, 0, 1, -1, 3, 4, 5, 6], parsed.Heads);
        Assert.Equal(Relation.Root, parsed[3].Relation);
        Assert.Equal(Relation.Nsubj, parsed[4].Relation);
    }

    [Fact]
    public void Names_begin_with_a_B_whatever_the_scores_say()
    {
        var parsed = Parse("Then he saw Jane Roe there.", new RuleModel());
        Assert.Contains(new NameMention(new WordRange(3, 5), NameType.Person), parsed.Names);
    }

    [Fact]
    public void Listed_lemmas_go_before_scripts() => Assert.Equal("mouse", Parse("Mice ran.", new RuleModel())[0].Lemma);

    [Fact]
    public void Long_paragraphs_are_scored_in_chunks_and_lose_no_word()
    {
        var model = new RuleModel { ChunkWords = 10 };
        var parsed = Parse(
            string.Join(' ', Enumerable.Repeat("One two three four.", 20)) + " " + string.Join(' ', Enumerable.Repeat("word", 95)),
            model
        );
        Assert.All(model.Chunks, chunk => Assert.True(chunk.Length <= 10));
        Assert.Equal(parsed.Count, parsed.Sentences.Sum(sentence => sentence.Length));
        Assert.All(parsed.Sentences.Take(20), sentence => Assert.Equal(5, sentence.Length));
    }

    [Fact]
    public void A_sentence_that_is_cut_for_the_model_is_whole_in_the_record()
    {
        var parsed = Parse(string.Join(' ', Enumerable.Repeat("word", 95)), new RuleModel { ChunkWords = 10 });
        var sentence = Assert.Single(parsed.Sentences);
        Assert.Equal(95, sentence.Length);
        Assert.Single(parsed.Heads, -1);
    }

    [Fact]
    public void Furniture_has_words_but_no_sentences()
    {
        var parsed = Parse("The guns were silent.\n\nShare it", new RuleModel());
        Assert.Single(parsed.Sentences);
        Assert.Equal(7, parsed.Count);
        Assert.Equal(-1, parsed.SentenceOf(6));
        Assert.Equal(Relation.Dep, parsed[6].Relation);
    }

    [Fact]
    public void Any_text_parses_into_sentences_that_hold_all_words() =>
        Gen
            .Char.Array[0, 120]
            .Sample(chars =>
            {
                var parsed = Parse(new string(chars), new RuleModel { ChunkWords = 7 }, isExtracted: true);
                var at = 0;
                foreach (var sentence in parsed.Sentences)
                {
                    Assert.Equal(at, sentence.Start);
                    at = sentence.End;
                }
                Assert.Equal(parsed.Count, at);
            });

    private static string[] Sentences(string text, Func<string, float> endOf)
    {
        var parsed = Parse(text, new RuleModel { EndOf = endOf });
        return [.. parsed.Sentences.Select(sentence => parsed.SpanOf(sentence).Of(text).ToString())];
    }

    private static ParsedText Parse(string text, RuleModel model, bool isExtracted = false) =>
        new SyntaxReader(model).Read(new ArticleTextReader().Read(new SourceDocument { Text = text, IsExtracted = isExtracted }));
}
