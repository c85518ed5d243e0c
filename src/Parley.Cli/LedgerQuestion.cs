using System.Collections.Immutable;
using Parley.Answers;
using Parley.Ledger;
using Parley.Records;

namespace Parley.Cli;

/// <summary>What a call asks of a ledger.</summary>
internal sealed record LedgerQuestion : Question
{
    /// <summary>The file of the ledger.</summary>
    public required string File { get; init; }

    /// <summary>Whom to tell that something takes its time; null for nobody.</summary>
    public Session? Session { get; init; }

    /// <summary>True where JSON is wanted.</summary>
    public bool Json { get; init; }

    /// <summary>Opens the ledger, which tells on standard error where it has to weigh all anew; throws when there is none.</summary>
    public ILedger Open()
    {
        var ledger = LedgerFile.Open(File);
        if (Session is { } session)
            ledger.Refreshing = new ReweighingLine(session).Show;
        return ledger;
    }

    /// <inheritdoc cref="LedgerReadings.Of"/>
    public ImmutableArray<Reading> Readings()
    {
        using var ledger = Open();
        return LedgerReadings.Of(ledger, this);
    }

    /// <summary>Throws, with near names, where neither an actor of the readings nor one of the parties is the one that is asked for.</summary>
    /// <param name="readings">The readings that count; they are looked at only where none of the parties is the one.</param>
    /// <param name="parties">Codes and names of all parties before the choice.</param>
    public void CheckParty(IEnumerable<Reading> readings, IEnumerable<(string? Code, string? Name)> parties) =>
        CheckParty(() => readings, parties);

    /// <summary>The same of readings that are not asked for before they are looked at: even to list those of a large ledger takes its time.</summary>
    public void CheckParty(Func<IEnumerable<Reading>> readings, IEnumerable<(string? Code, string? Name)> parties)
    {
        if (Party is not null && !parties.Any(party => IsParty(party.Code, party.Name)))
            LedgerReadings.CheckParty(this, parties.Concat(LedgerReadings.Actors(readings())));
    }

    /// <inheritdoc cref="LedgerReadings.CheckParty"/>
    public void CheckParty(IEnumerable<(string? Code, string? Name)> parties) => LedgerReadings.CheckParty(this, parties);
}
