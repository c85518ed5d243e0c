using Parley.Corrections;
using Parley.Intake;
using Parley.Ledger;
using Parley.Records;

namespace Parley.Cli;

/// <summary>Finds the records of a ledger that users name: the first digits of the article's id, a stroke, and the id in the article.</summary>
internal static class RecordNames
{
    private const int MostOffered = 12;

    /// <summary>The reading and the key of a record; throws where there is none.</summary>
    public static (Reading Reading, RecordKey Key) Find(ILedger ledger, string name)
    {
        var cut = name.LastIndexOfAny(['/', ':']);
        if (cut <= 0)
            throw Stop(name, "write it as 3c0ea192/e4: the article and the record");
        var reading = ledger.Find(ArticleNames.Find(ledger, name[..cut]))!;
        if (RecordFinder.KeyOf(reading, name[(cut + 1)..]) is { } key)
            return (reading, key);
        var there = RecordFinder.All(reading).Where(record => record.Kind > RecordKind.Time).Select(record => record.Id).ToList();
        throw Stop(name, $"the article has {string.Join(", ", there.Take(MostOffered))}{(there.Count > MostOffered ? " …" : "")}");
    }

    private static ProblemException Stop(string name, string toDo) => new(Problems.NoRecordInLedger(name, toDo), ExitCode.Usage);
}
