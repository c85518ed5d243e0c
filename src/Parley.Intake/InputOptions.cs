using Parley.Intake.Addresses;
using Parley.Intake.Tables;

namespace Parley.Intake;

/// <summary>How inputs are opened.</summary>
public sealed record InputOptions
{
    /// <summary>Opens standard input.</summary>
    public Func<Stream> StandardInput { get; init; } = static () => Stream.Null;

    /// <summary>Which columns of a table, or fields of JSON Lines, hold what; null for the usual names.</summary>
    public ColumnMap? Columns { get; init; }

    /// <summary>Fetches addresses; null where none may be fetched.</summary>
    public AddressFetcher? Fetcher { get; init; }

    /// <summary>What is known of addresses from runs before; null where each is fetched whole.</summary>
    public AddressBook? Book { get; init; }

    /// <summary>What time it is, by which dates in the future are told.</summary>
    public Func<DateTimeOffset> Now { get; init; } = static () => DateTimeOffset.UtcNow;
}
