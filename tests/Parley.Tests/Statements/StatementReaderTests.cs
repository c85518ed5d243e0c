using Parley.Actors;
using Parley.Mentions;
using Parley.Places;
using Parley.Records;
using Parley.Statements;
using Parley.Syntax;
using Parley.Tests.Syntax;
using Parley.Times;
using Xunit;

namespace Parley.Tests.Statements;

/// <summary>Statements over trees written by hand, so that they hold whatever the model.</summary>
public sealed class StatementReaderTests
{
    private const string Mayor =
        "The/DET/DT/the/2/det mayor/NOUN/NN/mayor/3/nsubj said/VERB/VBD/say/0/root that/SCONJ/IN/that/8/mark "
        + "the/DET/DT/the/6/det bridge/NOUN/NN/bridge/8/nsubj:pass was/AUX/VBD/be/8/aux:pass closed/VERB/VBN/close/3/ccomp +./PUNCT/././3/punct";

    [Fact]
    public void A_clause_behind_its_cue_is_content_with_that_and_without_full_stop()
    {
        var statement = Assert.Single(Read(Mayor));
        Assert.Equal(("The mayor", "said", "that the bridge was closed"), statement);
    }

    [Fact]
    public void A_denied_report_is_no_statement() =>
        Assert.Empty(
            Read(
                "He/PRON/PRP/he/4/nsubj did/AUX/VBD/do/4/aux not/PART/RB/not/4/advmod say/VERB/VB/say/0/root "
                    + "it/PRON/PRP/it/7/nsubj was/AUX/VBD/be/7/cop over/ADJ/JJ/over/4/ccomp +./PUNCT/././4/punct"
            )
        );

    [Fact]
    public void A_quotation_broken_by_its_cue_is_one_statement()
    {
        var statement = Assert.Single(
            Read(
                "“/PUNCT/``/“/4/punct +It/PRON/PRP/it/4/nsubj is/AUX/VBZ/be/4/cop bad/ADJ/JJ/bad/7/ccomp +,/PUNCT/,/,/4/punct +”/PUNCT/''/”/4/punct "
                    + "said/VERB/VBD/say/0/root Anna/PROPN/NNP/Anna/7/nsubj +./PUNCT/././7/punct\n"
                    + "“/PUNCT/``/“/4/punct +We/PRON/PRP/we/4/nsubj must/AUX/MD/must/4/aux leave/VERB/VB/leave/0/root +./PUNCT/././4/punct +”/PUNCT/''/”/4/punct"
            )
        );
        Assert.Equal(("Anna", "said", "“It is bad,” / “We must leave.”"), statement);
    }

    [Fact]
    public void A_tree_that_makes_no_sense_throws_nothing()
    {
        var random = new Random(20220329);
        var relations = Enum.GetValues<Relation>();
        string[] forms =
        [
            "said",
            "“",
            "”",
            "\"",
            "the",
            "mayor",
            ",",
            ".",
            "accused",
            "of",
            "Moscow",
            "that",
            "according",
            "to",
            "he",
            "claim",
            "by",
            ":",
        ];
        for (var round = 0; round < 300; round++)
        {
            var length = random.Next(1, 30);
            var line = string.Join(
                ' ',
                Enumerable
                    .Range(0, length)
                    .Select(word =>
                    {
                        var form = forms[random.Next(forms.Length)];
                        var lemma =
                            form is "said" ? "say"
                            : form is "accused" ? "accuse"
                            : form;
                        var tag = char.IsLetter(form[0])
                            ? random.Next(3) == 0
                                ? "NOUN/NN"
                                : "VERB/VBD"
                            : "PUNCT/.";
                        return $"{form}/{tag}/{lemma}/{random.Next(word + 1)}/{relations[random.Next(relations.Length)].Name()}";
                    })
            );
            var parsed = HandTree.Read(line);
            foreach (var statement in Table(parsed).Statements)
                Assert.All(
                    statement.Content.Concat(statement.Evidence),
                    span => Assert.True(0 <= span.Start && span.Start < span.End && span.End <= parsed.Text.Length)
                );
        }
    }

    private static StatementTable Table(ParsedText parsed) =>
        new StatementReader().Read(
            parsed,
            new MentionTable([], [], [], [], []),
            new ActorTable(parsed, [], []),
            new PlaceTable(parsed, [], []),
            new TimeTable(parsed, [], [])
        );

    private static List<(string Speaker, string Cue, string Content)> Read(string lines)
    {
        var parsed = HandTree.Read(lines);
        string Of(Span? span) => span is { } at ? at.Of(parsed.Text).ToString() : "-";
        return
        [
            .. Table(parsed)
                .Statements.Select(statement =>
                    (Of(statement.SpeakerSpan), statement.Cue, string.Join(" / ", statement.Content.Select(span => Of(span))))
                ),
        ];
    }
}
