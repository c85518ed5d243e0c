using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Parley.Answers;
using Parley.Corrections;
using Parley.Ledger;
using Parley.Records;

namespace Parley.Cli.Archives;

/// <summary>
/// What a ledger holds, as lines in one order: two ledgers hold the same where the lines are the same, however they came to it. Who added an article and when,
/// numbers of rows and bytes on disk are left out. Readings are told by their hash.
/// </summary>
internal static class LedgerDump
{
    private static readonly string[] s_kinds = ["account", "board", "position", "queue"];

    /// <summary>The lines. The ledger is brought up to date first, and a line of each article is held.</summary>
    public static IEnumerable<string> Lines(ILedger ledger)
    {
        foreach (var article in ledger.Articles(ReadingQuery.All, all: true).OrderBy(article => article.Id, StringComparer.Ordinal))
            yield return Line("article", json => Write(json, ledger, article));
        foreach (var function in LedgerFunctions.All)
        foreach (var kind in s_kinds)
        foreach (var row in ledger.Derived(function, new DerivedQuery(kind)).OrderBy(row => row.Id, StringComparer.Ordinal))
            yield return Line($"{function.Name} {kind}", json => Write(json, row));
        foreach (var (kind, count) in ledger.Statistics().Records)
            yield return Line("records", json => json.WriteNumber(kind, count));
        foreach (var correction in ledger.Corrections())
            yield return Line("correction", json => json.WriteString("body", CorrectionJson.Write(correction)));
        foreach (var note in ledger.SourceNotes())
            yield return Line("outlet", json => json.WriteString("note", note.ToString()));
    }

    private static void Write(Utf8JsonWriter json, ILedger ledger, ArticleEntry article)
    {
        json.WriteString("id", article.Id);
        json.WriteString("source", article.Source);
        json.WriteString("url", article.Url);
        json.WriteString("publisher", article.Publisher);
        json.WriteString("title", article.Title);
        json.WriteString("published", article.Published);
        json.WriteString("run", article.Run);
        json.WriteString("next", article.NextVersion);
        json.WriteString("copyOf", article.CopyOf);
        json.WriteBoolean("removed", article.Removed is not null);
        if (ledger.FindUncorrected(article.Id) is { } reading)
            json.WriteString("reading", Hash(ReadingJson.Write(reading)));
        if (ledger.Document(article.Id) is { } document)
            json.WriteString("document", Hash(TextOf(document)));
        foreach (var change in ledger.VersionChanges(article.Id))
            json.WriteString(change.IsGone ? "gone" : "came", $"{change.Kind} {change.Id} {change.Words}");
    }

    private static void Write(Utf8JsonWriter json, DerivedRow row)
    {
        json.WriteString("id", row.Id);
        json.WriteString("party", row.Party);
        json.WriteString("topic", row.Topic);
        json.WriteString("day", row.Day);
        json.WriteString("state", row.State);
        json.WriteNumber("rank", row.Rank);
        json.WriteString("body", row.Body);
    }

    private static string TextOf(SourceDocument document) =>
        $"{document} {string.Join(' ', document.Headings.Select(heading => $"{heading.Start}-{heading.End}"))}";

    private static string Line(string what, Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }
        return $"{what} {Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length)}";
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
