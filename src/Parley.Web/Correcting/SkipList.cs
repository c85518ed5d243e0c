using System.Collections.Immutable;
using System.Security.Cryptography;
using Parley.Corrections;
using Parley.Ledger;
using Parley.Web.Work;

namespace Parley.Web.Correcting;

/// <summary>The cards that were passed over, with reasons. They are no corrections: nothing is said of the records, so the ledger's log does not have them.</summary>
internal sealed class SkipList
{
    private const string File = "skips.jsonl";

    private readonly WorkFolder _work;
    private readonly Lock _gate = new();
    private ImmutableArray<Skip> _inForce = [];

    public SkipList(WorkFolder work)
    {
        _work = work;
        foreach (var line in work.Lines(File))
            if (WorkJson.Read<Skip>(line) is { } skip)
                Take(skip);
    }

    /// <summary>Those that are not taken back, oldest first.</summary>
    public ImmutableArray<Skip> InForce
    {
        get
        {
            lock (_gate)
                return _inForce;
        }
    }

    /// <summary>Passes a record over.</summary>
    public Skip Add(RecordKey record, Note note) => Write(new Skip(NewId(), record, note.By, Instant.Of(note.At), note.Why));

    /// <summary>Takes a skip back; false where there is none of that id.</summary>
    public bool TakeBack(string id, Note note)
    {
        if (!InForce.Any(skip => skip.Id == id))
            return false;
        Write(new Skip(NewId(), null, note.By, Instant.Of(note.At), note.Why, id));
        return true;
    }

    private Skip Write(Skip skip)
    {
        lock (_gate)
        {
            _work.Append(File, WorkJson.Write(skip));
            Take(skip);
        }
        return skip;
    }

    private void Take(Skip skip) =>
        _inForce = skip.Undoes is { } undone ? _inForce.RemoveAll(other => other.Id == undone) : _inForce.Add(skip);

    private static string NewId() => "k" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));
}
