using System.Text;
using System.Text.Json;
using Parley.Actors;
using Parley.Lexicons;
using Parley.Mentions;
using Parley.Models;
using Parley.Onnx;
using Parley.Places;
using Parley.Positions;
using Parley.Records;
using Parley.Statements;
using Parley.Syntax;
using Parley.Syntax.Fast;
using Parley.Times;
using Parley.Undertakings;

namespace Parley.PositionRows;

/// <summary>
/// Prints the features of every side and stance that the stage of positions weighs in marked sentences, with whether the marks have them, for
/// tools/train/compose_positions.py to learn weights from: <c>Parley.PositionRows [--fast] marked.jsonl … > rows.tsv</c>. Sentences of one article are read together.
/// </summary>
/// <remarks>A line: <c>at</c>, article, word, first word of its clause and that behind, side, stance, the marks that it meets, features; or <c>lost</c>, article, word, its form: a marked position of a named party that nothing stands for.</remarks>
internal static class Program
{
    private static void Main(string[] arguments)
    {
        var isFast = arguments[0] == "--fast";
        var folder = ModelManifest.FindFolder(isFast ? "en-fast" : "en") ?? throw new InvalidOperationException("There is no model.");
        using ILanguageModel model = isFast ? FastLanguageModel.Open(folder) : OnnxLanguageModel.Open(folder);
        var syntax = new SyntaxReader(model);
        using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), 65536);
        foreach (var article in MarkedArticle.Read(arguments[(isFast ? 1 : 0)..]))
            Write(output, article, syntax.Read(article.Text));
    }

    private static void Write(StreamWriter output, MarkedArticle article, ParsedText parsed)
    {
        var mentions = new MentionReader().Read(parsed);
        var actors = new ActorReader().Read(parsed);
        var places = new PlaceReader().Read(parsed, actors);
        var statements = new StatementReader().Read(parsed, mentions, actors, places, new TimeReader().Read(parsed));
        var parties = new PartyReader(parsed, actors, statements);
        var features = new FeatureList(PositionWeights.Of("en").Scorer, isNamed: true);
        var topics = new TopicReader(parsed);
        var scorer = new PositionFeatures(parsed, mentions, parties, topics);
        var stances = new StanceReader(parsed, mentions, parties);
        var candidates = PositionReader.Candidates(parsed, mentions, parties, topics).ToList();
        var met = new HashSet<int>();
        foreach (var (one, isBeside) in candidates)
        {
            var word = one.Mention.Word;
            var near = Near(one);
            if (near.Exists(mark => article.Positions[mark].Party.IsEmpty || isBeside && article.Positions[mark].Word != word))
                continue;
            var own = near.FindAll(mark => IsOf(article.Positions[mark]));
            met.UnionWith(own);
            foreach (var stance in stances.Read(one).Where(stance => stance != PositionStance.Unclear))
            {
                features.Clear();
                scorer.Add(one, stance, isBeside, features);
                output.Write(
                    $"at\t{article.Name}\t{word}\t{one.Clause.Start}\t{one.Clause.End}\t{parties.SideOf(one.Party).Replace('\t', ' ')}\t{stance}\t{string.Join(' ', own.Where(mark => article.Positions[mark].Stance == stance))}\t{string.Join('|', features.Names)}\n"
                );
            }

            bool IsOf(MarkedPosition mark) =>
                mark.Party.Contains(one.Party.Word)
                || mark.Party.Any(party => parties.Read(parsed[party]).Any(named => parties.IsSame(named, one.Party)));
        }
        for (var mark = 0; mark < article.Positions.Length; mark++)
            if (!article.Positions[mark].Party.IsEmpty && !met.Contains(mark))
                output.Write($"lost\t{article.Name}\t{article.Positions[mark].Word}\t{parsed.Tokens.Form(article.Positions[mark].Word)}\n");

        // The marks at the word; where there are none, those in its clause: which word of a clause names the topic is a matter of taste. Of several
        // words that have none only the likeliest is a sample.
        List<int> Near(PositionCandidate one)
        {
            var all = Enumerable.Range(0, article.Positions.Length).ToList();
            var own = all.FindAll(mark => article.Positions[mark].Word == one.Mention.Word);
            return own.Count > 0 ? own : all.FindAll(mark => one.Clause.Contains(article.Positions[mark].Word));
        }
    }
}
