using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json;
using Parley.Answers;
using Parley.Corrections;
using Parley.Ledger;

namespace Parley.Cli;

/// <summary><c>parley search</c>: words in the texts and names of a ledger, with the records that stand there.</summary>
internal static class SearchCommand
{
    private const int Shown = 20;

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
            var found = SearchAnswer.Of(
                ledger,
                new SearchQuery(asked)
                {
                    AsOf = question.AsOf,
                    Party = question.Party,
                    Topic = question.Topic,
                    Limit = call.GetValue(limit),
                }
            );
            if (question.Json)
                session.Output.WriteLine(JsonText.Of(json => Write(json, found)));
            else if (found.IsEmpty)
                session.Output.WriteLine("nothing found");
            else
                foreach (var answer in found)
                    Write(session, answer);
            return ExitCode.Done;
        });
        return command;
    }

    private static void Write(Session session, SearchAnswer answer)
    {
        var article = answer.Article;
        session.Output.WriteLine(
            $"{ArticleNames.Short(article.Id)}  {answer.Day ?? ""}  {article.Publisher ?? "–"}  {article.Title}"
                .TrimEnd()
                .ReplaceLineEndings(" ")
        );
        foreach (var (sentence, found) in answer.Sentences)
        {
            var records = string.Join(' ', found.Select(record => record.Id));
            session.Output.WriteLine(
                $"  “{sentence.Of(article.Text)}”{(records.Length > 0 ? $"  {records}" : "")}".ReplaceLineEndings(" ")
            );
        }
    }

    private static void Write(Utf8JsonWriter json, ImmutableArray<SearchAnswer> answers)
    {
        json.WriteStartArray();
        foreach (var answer in answers)
        {
            json.WriteStartObject();
            json.WriteString("article", answer.Article.Id);
            json.WriteString("source", answer.Article.Source);
            json.WriteString("publisher", answer.Article.Publisher);
            json.WriteString("published", answer.Article.Published);
            json.WriteString("title", answer.Article.Title);
            json.WriteStartArray("sentences");
            foreach (var (sentence, found) in answer.Sentences)
            {
                json.WriteStartObject();
                json.WriteString("sentence", sentence.Of(answer.Article.Text));
                json.WriteNumber("start", sentence.Start);
                json.WriteNumber("end", sentence.End);
                json.WriteStartArray("records");
                foreach (var (id, kind) in found)
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
