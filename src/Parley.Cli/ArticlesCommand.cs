using System.CommandLine;
using System.Text.Json;
using Parley.Ledger;

namespace Parley.Cli;

/// <summary><c>parley articles</c>: what a ledger was made of.</summary>
internal static class ArticlesCommand
{
    private const int NameWidth = 24;

    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var query = new LedgerQuery();
        var all = new Option<bool>("--all") { Description = "Show older versions and removed articles too." };
        var command = new Command("articles", "Lists the articles of a ledger: outlet, day, and which are copies or versions of which.")
        {
            all,
        };
        query.AddTo(command);
        command.SetAction(call =>
        {
            var session = Session.Of(call);
            var question = query.Of(call);
            session.LedgerName = question.File;
            using var ledger = question.Open();
            var entries = ledger.Articles(new ReadingQuery { AsOf = question.AsOf, Side = question.Party }, call.GetValue(all));
            if (question.Json)
                session.Output.WriteLine(Json(entries));
            else
                foreach (var entry in entries)
                    session.Output.WriteLine(Line(entry));
            return ExitCode.Done;
        });
        return command;
    }

    private static string Line(ArticleEntry entry)
    {
        var outlet = entry.Publisher ?? "–";
        var rest = entry.Title ?? entry.Source ?? "";
        if (entry.CopyOf is { } original)
            rest += $"  (copy of {ArticleNames.Short(original)})";
        if (entry.NextVersion is { } next)
            rest += $"  (older version of {ArticleNames.Short(next)})";
        if (entry.Removed is { } removed)
            rest += $"  (removed by {removed.By}{(removed.Why.Length > 0 ? $": {removed.Why}" : "")})";
        return $"{ArticleNames.Short(entry.Id)}  {(entry.Published ?? "").PadRight(10)[..10]}  {outlet.PadRight(NameWidth)}  {rest}".ReplaceLineEndings(
            " "
        );
    }

    private static string Json(IReadOnlyCollection<ArticleEntry> entries)
    {
        var sources = entries.ToDictionary(entry => entry.Id, entry => entry.Source, StringComparer.Ordinal);
        return JsonText.Of(json =>
        {
            json.WriteStartArray();
            foreach (var entry in entries)
            {
                json.WriteStartObject();
                json.WriteString("article", entry.Id);
                json.WriteString("source", entry.Source);
                json.WriteString("publisher", entry.Publisher);
                json.WriteString("published", entry.Published);
                json.WriteString("copyOf", entry.CopyOf is { } original ? sources.GetValueOrDefault(original) : null);
                json.WriteString("story", entry.Story);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        });
    }
}
