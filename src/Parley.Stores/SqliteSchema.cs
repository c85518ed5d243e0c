namespace Parley.Stores;

/// <summary>The tables of a ledger in SQLite. The reading is the truth; the others are indexes made from it.</summary>
internal static class SqliteSchema
{
    /// <summary>Makes all tables.</summary>
    public const string Create = """
        CREATE TABLE article (
            id TEXT PRIMARY KEY,
            published TEXT,
            publisher TEXT,
            title TEXT,
            source TEXT,
            url TEXT,
            reading TEXT NOT NULL
        ) STRICT;
        CREATE TABLE actor (article TEXT NOT NULL REFERENCES article (id), id TEXT NOT NULL, name TEXT NOT NULL, code TEXT NOT NULL, PRIMARY KEY (article, id)) STRICT;
        CREATE TABLE event (article TEXT NOT NULL REFERENCES article (id), id TEXT NOT NULL, type TEXT NOT NULL, status TEXT NOT NULL, attestation TEXT NOT NULL, place TEXT, day TEXT, confidence REAL NOT NULL, uncertain INTEGER NOT NULL, PRIMARY KEY (article, id)) STRICT;
        CREATE TABLE undertaking (article TEXT NOT NULL REFERENCES article (id), id TEXT NOT NULL, party TEXT, kind TEXT NOT NULL, status TEXT NOT NULL, confidence REAL NOT NULL, uncertain INTEGER NOT NULL, PRIMARY KEY (article, id)) STRICT;
        CREATE INDEX actor_code ON actor (code);
        CREATE INDEX event_type ON event (type, day);
        CREATE INDEX undertaking_party ON undertaking (party, kind);
        """;
}
