using System.Collections.Immutable;
using Parley.Records;

namespace Parley.Ledger;

/// <summary>Keeps readings of many articles. An article is kept once, by its id, however often it comes.</summary>
public interface ILedger
{
    /// <summary>Keeps a reading whole or not at all; false when its article is there already, then nothing changes.</summary>
    bool Keep(Reading reading);

    /// <summary>True when the article with that id is kept.</summary>
    bool Holds(string articleId);

    /// <summary>All readings, ordered by day of publication (unknown ones last), then by article id.</summary>
    ImmutableArray<Reading> Readings();
}
