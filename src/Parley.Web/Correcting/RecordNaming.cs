using Parley.Answers;
using Parley.Corrections;
using Parley.Intake;
using Parley.Ledger;
using Parley.Records;
using Parley.Web.Server;

namespace Parley.Web.Correcting;

/// <summary>Finds the records that forms and programs name: the first digits of the article's id, a stroke, and the id in the article.</summary>
internal static class RecordNaming
{
    /// <summary>The reading and the key of a record; throws where there is none.</summary>
    public static (Reading Reading, RecordKey Key) Find(ILedger ledger, string name)
    {
        var cut = name.LastIndexOf('/');
        if (cut > 0 && SentenceAnswer.Find(ledger, name[..cut]) is { } id && ledger.Find(id) is { } reading)
            if (RecordFinder.KeyOf(reading, name[(cut + 1)..]) is { } key)
                return (reading, key);
        throw new ProblemException(Problems.NoRecordInLedger(name, "it may have been taken out, or read anew: see /corrections"), 404);
    }

    /// <summary>The name that was typed for another record: <c>3c0ea192/a1</c>, or the id, the words or the name of one of the same article.</summary>
    public static string Typed(Reading reading, string typed)
    {
        if (typed.Split(' ')[0] is var first && first.Contains('/', StringComparison.Ordinal))
            return first;
        if (RecordFinder.KeyOf(reading, first) is { } byId)
            return RecordCard.NameOf(reading.Article.Id, byId.Id);
        var named = reading
            .Actors.Where(actor => actor.Name.Equals(typed, StringComparison.OrdinalIgnoreCase) || RecordCard.ActorWords(actor) == typed)
            .ToList();
        return named is [var only] ? RecordCard.NameOf(reading.Article.Id, only.Id) : typed;
    }
}
