using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Parley.Actors;
using Parley.Events;
using Parley.Figures;
using Parley.Links;
using Parley.Mentions;
using Parley.Places;
using Parley.Positions;
using Parley.Records;
using Parley.Statements;
using Parley.Syntax;
using Parley.Text;
using Parley.Times;
using Parley.Undertakings;

namespace Parley.EvidenceWeights;

/// <summary>Rows of marked articles: words and sentences are taken as given, the undertakings and their evidence are the marks'.</summary>
internal sealed class MarkedRows(ILanguageModel model)
{
    private static readonly (string Field, string Label)[] s_bearings = [("for", "for"), ("against", "against"), ("doubts", "doubt")];
    private readonly SyntaxReader _syntax = new(model);

    /// <summary>The rows of a file of marked articles.</summary>
    public IEnumerable<Row> Read(string file)
    {
        foreach (var line in File.ReadLines(file))
        {
            using var document = JsonDocument.Parse(line);
            foreach (var row in Read(document.RootElement))
                yield return row;
        }
    }

    private IEnumerable<Row> Read(JsonElement document)
    {
        var (tokens, at) = Words(document.GetProperty("sentences"), document.GetProperty("date").GetString());
        var parsed = _syntax.Read(tokens);
        var reading = Read(parsed);
        var number = 0;
        foreach (var undertaking in document.GetProperty("undertakings").EnumerateArray())
        {
            number++;
            List<int> told =
            [
                .. undertaking.GetProperty("tellings").EnumerateArray().Select(word => At(at, word, 0)).Where(start => start >= 0),
            ];
            if (told.Count == 0 || Pledge(undertaking, reading, told) is not { } pledge)
                continue;
            ImmutableArray<Span> spans =
            [
                .. reading
                    .Undertakings.SelectMany(read => read.Evidence)
                    .Where(span => told.Any(start => span.Start <= start && start < span.End)),
                .. told.Select(start => new Span(start, start + 1)),
            ];
            foreach (var pair in EvidenceWeigher.Pairs(pledge, reading, spans))
                yield return RowMaker.Make(
                    document.GetProperty("document").GetString()!,
                    $"{number}",
                    Label(undertaking, at, pair.Record),
                    pair,
                    weight: 1
                );
        }
    }

    private static Pledge? Pledge(JsonElement undertaking, Reading reading, List<int> told)
    {
        var code = undertaking.GetProperty("by").GetString()!;
        var party = Side.Of(
            new Actor
            {
                Id = "a0",
                Name = code,
                Code = code,
                Kind = ActorKind.Government,
                Mentions = [],
                Evidence = [],
            },
            []
        );
        var kind = JsonSerializer.Deserialize<UndertakingKind>($"\"{undertaking.GetProperty("kind").GetString()}\"");
        var read = reading.Undertakings.FirstOrDefault(read =>
            told.Any(start => read.Evidence.Any(span => span.Start <= start && start < span.End))
        );
        var sentence = reading.Article.Sentences.FirstOrDefault(span => span.Start <= told[0] && told[0] < span.End);
        var matter = EvidenceWords.Matter(new Span(told[0], sentence.End).Of(reading.Article.Text));
        return read is not null && UndertakingPledge.Of(read, reading) is { } pledge
            ? pledge with
            {
                Party = party,
                Kind = kind,
            }
            : new Pledge
            {
                Party = party,
                Kind = kind,
                Matter = [.. matter],
            };
    }

    private static string Label(JsonElement undertaking, Dictionary<(int, int), Span> at, EvidenceRecord record)
    {
        foreach (var (field, label) in s_bearings)
            if (undertaking.TryGetProperty(field, out var marks))
                foreach (var mark in marks.EnumerateArray())
                    if (Fits(mark, at, record))
                        return label;
        return "none";
    }

    private static bool Fits(JsonElement mark, Dictionary<(int, int), Span> at, EvidenceRecord record)
    {
        var word = At(at, mark, 1);
        bool Has(Span span) => span.Start <= word && word < span.End;
        if (word < 0)
            return false;
        if (mark[0].GetString() == "e")
            return record.Event is { } happening ? Has(happening.Trigger) || happening.Evidence.Length > 1 && happening.Evidence.Any(Has)
                : record.Statement is { } by ? by.Content.Any(Has)
                : Has(record.Span);
        return record.Event is null && (record.Statement is { } said ? said.CueSpan is { } cue && Has(cue) : Has(record.Span));
    }

    private static int At(Dictionary<(int, int), Span> at, JsonElement word, int from) =>
        at.TryGetValue((word[from].GetInt32(), word[from + 1].GetInt32()), out var span) ? span.Start : -1;

    private Reading Read(ParsedText parsed)
    {
        var mentions = new MentionReader().Read(parsed);
        var actors = new ActorReader().Read(parsed);
        var places = new PlaceReader().Read(parsed, actors);
        var times = new TimeReader().Read(parsed);
        var figures = new FigureReader().Read(parsed, times);
        var statements = new StatementReader().Read(parsed, mentions, actors, places, times);
        var events = new EventReader(model.Name).Read(parsed, mentions, actors, places, times, statements);
        var undertakings = new UndertakingReader().Read(parsed, mentions, actors, places, times, statements, events);
        var positions = new PositionReader(model.Name).Read(parsed, mentions, actors, places, times, statements);
        return new LinkReader().Read(parsed, actors, places, times, figures, statements, events, undertakings, positions);
    }

    private static (TokenizedText Tokens, Dictionary<(int, int), Span> At) Words(JsonElement sentences, string? published)
    {
        var text = new StringBuilder();
        var words = new List<Word>();
        var ranges = ImmutableArray.CreateBuilder<WordRange>();
        var at = new Dictionary<(int, int), Span>();
        foreach (var sentence in sentences.EnumerateObject())
        {
            var (start, number) = (words.Count, int.Parse(sentence.Name, System.Globalization.CultureInfo.InvariantCulture));
            foreach (var form in sentence.Value.EnumerateArray().Select(word => word.GetString()!))
            {
                at[(number, words.Count - start)] = new Span(text.Length, text.Length + form.Length);
                words.Add(new Word(text.Length, text.Length + form.Length, WordFlags.SpaceAfter));
                text.Append(form).Append(' ');
            }
            words[^1] = words[^1] with { Flags = words[^1].Flags | WordFlags.EndsSentence };
            ranges.Add(new WordRange(start, words.Count));
        }
        return (ArticleTextReader.FromWords(text.ToString(), [.. words], ranges.ToImmutable(), published), at);
    }
}
