namespace Parley.Eval;

/// <summary>A gold record, a found one, or both where the scorer pairs them.</summary>
/// <param name="Article">Name of the article.</param>
/// <param name="Kind">statements, events, undertakings or positions.</param>
/// <param name="Gold">Id of the gold record; null where there is none.</param>
/// <param name="Found">Id of the found record; null where there is none.</param>
/// <param name="GoldAt">Where the gold record begins, 0 to 1 of the article.</param>
/// <param name="FoundAt">Where the found record begins.</param>
/// <param name="GoldStatus">Status of the gold event.</param>
/// <param name="FoundStatus">Status of the found event.</param>
/// <param name="Typed">True where speaker, type or party agree.</param>
/// <param name="Right">True where a careful reader would keep the record with its kind, status and main party.</param>
/// <param name="Codes">Of a pair: how many of the gold's codes of speakers, doers and targets the reading has exactly, and how many there are where it names anyone.</param>
internal sealed record LedgerPair(
    string Article,
    string Kind,
    string? Gold,
    string? Found,
    double? GoldAt,
    double? FoundAt,
    string? GoldStatus,
    string? FoundStatus,
    bool Typed,
    bool Right,
    int[] Codes
);
