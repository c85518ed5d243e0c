using Parley.Corrections;
using Parley.Ledger;
using Parley.Records;

namespace Parley.Answers;

/// <summary>Finds the articles and records of a ledger that users name: the first digits of the article's id, a stroke, and the id in the article.</summary>
public static class RecordNames
{
    private const int LeastDigits = 4;
    private const int OfferedDigits = 16;
    private const int MostArticles = 4;
    private const int MostRecords = 12;

    /// <summary>The id of an article that is named by the first digits of its id, by its source or by its address; throws where it is none or more than one.</summary>
    /// <exception cref="RequestException">There is no one such article.</exception>
    public static string FindArticle(ILedger ledger, string name)
    {
        var ids = name.Length >= LeastDigits && name.All(char.IsAsciiHexDigitLower) ? ledger.IdsThatBegin(name, MostArticles) : [];
        if (ids.Length == 0)
            ids =
            [
                .. ledger
                    .Articles(ReadingQuery.All, all: true)
                    .Where(article => article.Source == name || article.Url == name)
                    .Select(article => article.Id),
            ];
        if (ids.Length == 1)
            return ids[0];
        throw new RequestException(
            RequestFault.NoArticle,
            "article",
            name,
            ids.Length == 0
                ? "see them with: parley articles"
                : $"name one of {string.Join(", ", ids.Take(MostArticles).Select(id => id[..Math.Min(id.Length, OfferedDigits)]))}"
        );
    }

    /// <summary>The reading and the key of a record; throws where there is none.</summary>
    /// <exception cref="RequestException">There is no one such record.</exception>
    public static (Reading Reading, RecordKey Key) Find(ILedger ledger, string name)
    {
        var cut = name.LastIndexOfAny(['/', ':']);
        if (cut <= 0)
            throw Missing(name, "write it as 3c0ea192/e4: the article and the record");
        var reading = ledger.Find(FindArticle(ledger, name[..cut]))!;
        if (RecordFinder.KeyOf(reading, name[(cut + 1)..]) is { } key)
            return (reading, key);
        var there = RecordFinder.All(reading).Where(record => record.Kind > RecordKind.Time).Select(record => record.Id).ToList();
        throw Missing(name, $"the article has {string.Join(", ", there.Take(MostRecords))}{(there.Count > MostRecords ? " …" : "")}");
    }

    private static RequestException Missing(string name, string toDo) => new(RequestFault.NoRecord, "record", name, toDo);
}
