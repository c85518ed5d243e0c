using System.CommandLine;
using System.Text.Json;
using Parley.Corrections;
using Parley.Ledger;
using Parley.Records;

namespace Parley.Cli;

/// <summary><c>parley search</c>: words in the texts and names of a ledger, with the records that stand there.</summary>
internal static class SearchCommand
{
    private const int Shown = 20;
    private const int MostSentences = 3;

    /// <summary>Letters by which two forms of one word may differ at their end.</summary>
    private const int Ending = 3;

    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var words = new Argument<string[]>("WORD")
        {
            Description = "Words that all stand in an article, its names or topics; \"several words\" stand together.",
            Arity = ArgumentArity.OneOrMore,
        };
        var query = new LedgerQuery();
        var limit = new Option<int>("--limit")
        {
            Description = "The most articles.",
            HelpName = "N",
            DefaultValueFactory = _ => Shown,
        };
        var command = new Command("search", "Searches the texts and records of a ledger; shows the sentences and the records in them.")
        {
            words,
            limit,
        };
        query.AddTo(command);
        command.SetAction(call =>
        {
            var session = Session.Of(call);
            var question = query.Of(call);
            session.LedgerName = question.File;
            using var ledger = question.Open();
            var asked = string.Join(
                ' ',
                call.GetRequiredValue(words).Select(word => word.Contains(' ') && !word.Contains('"') ? $"\"{word}\"" : word)
            );
            var found = ledger
                .Search(
                    new SearchQuery(asked)
                    {
                        AsOf = question.AsOf,
                        Party = question.Party,
                        Topic = question.Topic,
                        Limit = call.GetValue(limit),
                    }
                )
                .Select(id => ledger.Find(id)!)
                .ToList();
            var looked = asked.Split([' ', '"'], StringSplitOptions.RemoveEmptyEntries);
            if (question.Json)
                session.Output.WriteLine(JsonText.Of(json => Write(json, found, looked)));
            else if (found.Count == 0)
                session.Output.WriteLine("nothing found");
            else
                foreach (var reading in found)
                    Write(session, reading, looked);
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>The sentences with most of the words, in the order of the text.</summary>
    private static IEnumerable<Span> Sentences(Reading reading, string[] words) =>
        reading
            .Article.Sentences.Select(sentence => (Sentence: sentence, Count: Count(sentence.Of(reading.Article.Text), words)))
            .Where(pair => pair.Count > 0)
            .OrderByDescending(pair => pair.Count)
            .ThenBy(pair => pair.Sentence)
            .Take(MostSentences)
            .Select(pair => pair.Sentence)
            .Order();

    private static int Count(ReadOnlySpan<char> sentence, string[] words)
    {
        var count = 0;
        foreach (var word in words)
        foreach (var range in sentence.SplitAny(" ,.;:!?()“”\"'’"))
            if (IsForm(sentence[range], word))
            {
                count++;
                break;
            }
        return count;
    }

    private static bool IsForm(ReadOnlySpan<char> found, string word)
    {
        var stem = word.AsSpan(0, word.Length > 2 * Ending ? word.Length - Ending + 1 : word.Length);
        return found.StartsWith(stem, StringComparison.OrdinalIgnoreCase) && found.Length <= word.Length + Ending;
    }

    private static List<(RecordKind Kind, string Id)> Records(Reading reading, Span sentence) =>
        [
            .. RecordFinder
                .All(reading)
                .Where(record => record.Kind > RecordKind.Time && sentence.Contains(record.Evidence))
                .Select(record => (record.Kind, record.Id)),
        ];

    private static void Write(Session session, Reading reading, string[] words)
    {
        var article = reading.Article;
        session.Output.WriteLine(
            $"{ArticleNames.Short(article.Id)}  {ReadingOrder.Day(reading) ?? ""}  {article.Publisher ?? "–"}  {article.Title}"
                .TrimEnd()
                .ReplaceLineEndings(" ")
        );
        foreach (var sentence in Sentences(reading, words))
        {
            var records = string.Join(' ', Records(reading, sentence).Select(record => record.Id));
            session.Output.WriteLine(
                $"  “{sentence.Of(article.Text)}”{(records.Length > 0 ? $"  {records}" : "")}".ReplaceLineEndings(" ")
            );
        }
    }

    private static void Write(Utf8JsonWriter json, List<Reading> found, string[] words)
    {
        json.WriteStartArray();
        foreach (var reading in found)
        {
            json.WriteStartObject();
            json.WriteString("article", reading.Article.Id);
            json.WriteString("source", reading.Article.Source);
            json.WriteString("publisher", reading.Article.Publisher);
            json.WriteString("published", reading.Article.Published);
            json.WriteString("title", reading.Article.Title);
            json.WriteStartArray("sentences");
            foreach (var sentence in Sentences(reading, words))
            {
                json.WriteStartObject();
                json.WriteString("sentence", sentence.Of(reading.Article.Text));
                json.WriteNumber("start", sentence.Start);
                json.WriteNumber("end", sentence.End);
                json.WriteStartArray("records");
                foreach (var (kind, id) in Records(reading, sentence))
                {
                    json.WriteStartObject();
                    json.WriteString("id", id);
                    json.WriteString("kind", CorrectionJson.Spell(kind));
                    json.WriteEndObject();
                }
                json.WriteEndArray();
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
