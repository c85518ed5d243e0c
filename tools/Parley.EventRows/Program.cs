using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Parley.Actors;
using Parley.Events;
using Parley.Lexicons;
using Parley.Mentions;
using Parley.Models;
using Parley.Onnx;
using Parley.Places;
using Parley.Statements;
using Parley.Syntax;
using Parley.Syntax.Fast;
using Parley.Text;
using Parley.Times;

namespace Parley.EventRows;

/// <summary>
/// Prints the features that the event stage sees in the marked articles, for tools/train/compose_events.py to learn weights from:
/// <c>Parley.EventRows [--fast] document.jsonl [marked.jsonl ...] > rows.tsv</c>. Sentences and words are taken as they are given; with marked
/// sentences their marks stand in for what the semantic heads read.
/// </summary>
internal static class Program
{
    private static void Main(string[] arguments)
    {
        var isFast = arguments[0] == "--fast";
        if (isFast)
            arguments = arguments[1..];
        var folder = ModelManifest.FindFolder(isFast ? "en-fast" : "en") ?? throw new InvalidOperationException("There is no model.");
        using ILanguageModel model = isFast ? FastLanguageModel.Open(folder) : OnnxLanguageModel.Open(folder);
        var syntax = new SyntaxReader(model);
        using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), 65536);
        var marks = arguments.Length > 1 ? Marks.Read(arguments[1..]) : null;
        foreach (var line in File.ReadLines(arguments[0]))
        {
            using var document = JsonDocument.Parse(line);
            var (tokens, starts, numbers) = Words(document.RootElement.GetProperty("sentences"));
            Write(
                output,
                Composition.Of(model.Name),
                document.RootElement.GetProperty("document").GetString()!,
                syntax.Read(tokens),
                starts,
                numbers,
                marks
            );
            Console.Error.Write('.');
        }
    }

    private static void Write(
        StreamWriter output,
        Composition composition,
        string document,
        ParsedText parsed,
        List<int> starts,
        List<string> numbers,
        Marks? marks
    )
    {
        var mentions = new MentionReader().Read(parsed);
        if (marks is not null)
            mentions = new MentionTable(
                marks.Of(document, starts, numbers),
                mentions.Statements,
                mentions.Undertakings,
                mentions.Positions,
                mentions.Passages
            );
        var actors = new ActorReader().Read(parsed);
        var places = new PlaceReader().Read(parsed, actors);
        var times = new TimeReader().Read(parsed);
        var statements = new StatementReader().Read(parsed, mentions, actors, places, times);
        var countries = new Countries(actors);
        var tellings = EventReader.ReadTellings(parsed, mentions, actors, places, times, statements, countries);
        Keeping.Judge(tellings, composition);
        foreach (var actor in actors.Actors)
            output.Write($"actor\t{document}\t{actor.Id}\t{actor.Code}\t{actor.Kind}\t{actor.Name.Replace('\t', ' ')}\n");
        var features = new FeatureList(composition.Parties, isNamed: true);
        for (var i = 0; i < tellings.Count; i++)
        {
            features.Clear();
            KeepFeatures.Add(tellings[i], tellings, i, features);
            output.Write(
                $"keep\t{document}\t{Key(tellings[i])}\t{tellings[i].Mention.Probability:0.000}\t{string.Join('|', features.Names)}\n"
            );
            output.Write(
                $"telling\t{document}\t{Key(tellings[i])}\t{tellings[i].Type}\t{tellings[i].Status}\t{tellings[i].Place?.Country}\t{Ids(tellings[i].Doers)}\t{Ids(tellings[i].Targets)}\n"
            );
            for (var e = i - 1; e >= 0; e--)
                if (PairFeatures.MayJoin(tellings[e], tellings[i]))
                {
                    features.Clear();
                    PairFeatures.Add(tellings[e], tellings[i], features);
                    output.Write($"pair\t{document}\t{Key(tellings[e])}\t{Key(tellings[i])}\t{string.Join('|', features.Names)}\n");
                }
        }

        var happenings = Joining.Join(tellings, composition);
        var sides = new PartySides(parsed, actors, countries);
        var known = new PartyFeatures(sides, happenings);
        foreach (var asTarget in (bool[])[false, true])
        {
            foreach (var one in happenings)
            {
                var told = string.Join(
                    ' ',
                    (asTarget ? one.Targets : one.Doers).Select(party => Countries.SideOf(party.Actor).Replace(' ', '_'))
                );
                foreach (var side in sides.All)
                    if (known.MayFill(one, asTarget, side.Number))
                    {
                        features.Clear();
                        known.Add(one, asTarget, side, features);
                        output.Write(
                            $"party\t{document}\t{Key(one.Best)}\t{(asTarget ? "target" : "doer")}\t{side.Name}\t{told}\t{string.Join('|', features.Names)}\n"
                        );
                    }
            }
            PartyJudge.Judge(happenings, asTarget, sides, known, features, composition);
        }

        string Key(Telling telling) => $"{numbers[telling.Sentence]}:{telling.Trigger.Index - starts[telling.Sentence]}";
        static string Ids(List<Party> parties) => string.Join(' ', parties.Select(party => party.Actor.Id));
    }

    private static (TokenizedText Tokens, List<int> Starts, List<string> Numbers) Words(JsonElement sentences)
    {
        var text = new StringBuilder();
        var words = new List<Word>();
        var ranges = ImmutableArray.CreateBuilder<WordRange>();
        var (starts, numbers) = (new List<int>(), new List<string>());
        foreach (var sentence in sentences.EnumerateObject())
        {
            starts.Add(words.Count);
            numbers.Add(sentence.Name);
            foreach (var form in sentence.Value.EnumerateArray().Select(word => word.GetString()!))
            {
                words.Add(new Word(text.Length, text.Length + form.Length, WordFlags.SpaceAfter));
                text.Append(form).Append(' ');
            }
            words[^1] = words[^1] with { Flags = words[^1].Flags | WordFlags.EndsSentence };
            ranges.Add(new WordRange(starts[^1], words.Count));
        }
        return (ArticleTextReader.FromWords(text.ToString(), [.. words], ranges.ToImmutable()), starts, numbers);
    }
}
