using System.Collections.Frozen;

namespace Parley.Corrections;

/// <summary>What the fields of records are, as JSON names them: the lists they stand in and which of them point at other records.</summary>
internal static class RecordFields
{
    /// <summary>The list of a kind of records in a reading.</summary>
    public static string ListOf(RecordKind kind) => CorrectionJson.Spell(kind) + "s";

    /// <summary>Fields that hold the id of a record, or null.</summary>
    public static readonly FrozenSet<string> References = FrozenSet.Create(
        StringComparer.Ordinal,
        "memberOf",
        "speaker",
        "addressee",
        "time",
        "place",
        "nestedIn",
        "statement",
        "event",
        "partOf",
        "by",
        "from",
        "until",
        "party"
    );

    /// <summary>Fields that hold ids of records.</summary>
    public static readonly FrozenSet<string> ReferenceLists = FrozenSet.Create(
        StringComparer.Ordinal,
        "speakers",
        "sources",
        "targets",
        "inferred",
        "places",
        "figures",
        "deniedBy",
        "to",
        "statements",
        "evidenceFor",
        "evidenceAgainst",
        "doubts",
        "because",
        "about",
        "guarantors"
    );

    /// <summary>References without which a record is none: it goes with what they point at.</summary>
    public static readonly FrozenSet<string> Required = FrozenSet.Create(StringComparer.Ordinal, "by", "party");

    /// <summary>Fields that no person may set: where a record stands is its identity.</summary>
    public static readonly FrozenSet<string> Fixed = FrozenSet.Create(
        StringComparer.Ordinal,
        "id",
        "evidence",
        "confidence",
        "uncertain",
        "history"
    );
}
