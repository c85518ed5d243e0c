using System.Text.RegularExpressions;

namespace Parley.Stores;

/// <summary>
/// The tables of a ledger, version 5, in SQLite's words; PostgreSQL's are made from them. The compressed readings are the truth; <c>record</c> and
/// all that stands under "results" are made from them. docs/ledger-sql.md tells of the views, which are what others may rely on.
/// </summary>
internal static partial class SqlSchema
{
    /// <summary>The version that this program writes.</summary>
    public const int Version = 5;

    /// <summary>What version 4 added: how many articles and uncertain records count is known without looking at all of them.</summary>
    public const string Added4 = """
        CREATE INDEX article_gone ON article (seq) WHERE removed_at IS NOT NULL OR next IS NOT NULL;
        CREATE INDEX record_unsure ON record (kind) WHERE uncertain = 1 AND kind = 'undertaking';

        """;

    /// <summary>
    /// What version 5 added: how many records of each kind, and articles of each run, count is known without looking at all of them. Those of older
    /// versions, whose <c>next</c> tells of a newer one, do not count; removed articles have no records.
    /// </summary>
    public const string Added5 = """
        CREATE TABLE record_count (kind TEXT PRIMARY KEY, number INTEGER NOT NULL) STRICT;
        INSERT INTO record_count (kind, number) SELECT r.kind, COUNT(*) FROM record r JOIN article a ON a.seq = r.article WHERE a.next IS NULL GROUP BY r.kind;
        CREATE INDEX article_run ON article (run) WHERE removed_at IS NULL AND next IS NULL;

        """;

    /// <summary>The tables, indexes and views.</summary>
    public const string Tables =
        """
            CREATE TABLE run (id TEXT PRIMARY KEY, model TEXT NOT NULL, rules TEXT NOT NULL) STRICT;
            CREATE TABLE article (
                seq INTEGER PRIMARY KEY,
                id TEXT NOT NULL UNIQUE,
                address TEXT, source TEXT, url TEXT, publisher TEXT, title TEXT, published TEXT, day TEXT,
                added_at TEXT NOT NULL, added_by TEXT NOT NULL,
                run TEXT NOT NULL, document TEXT,
                next TEXT, next_day TEXT,
                removed_at TEXT, removed_by TEXT, removed_why TEXT
            ) STRICT;
            CREATE INDEX article_day ON article (day);
            CREATE INDEX article_address ON article (address) WHERE address IS NOT NULL;
            CREATE TABLE reading (article INTEGER NOT NULL, run TEXT NOT NULL, made_at TEXT NOT NULL, body BLOB NOT NULL, PRIMARY KEY (article, run)) STRICT;
            CREATE TABLE article_text (seq INTEGER PRIMARY KEY, title TEXT, text TEXT NOT NULL, names TEXT NOT NULL, topics TEXT NOT NULL) STRICT;
            CREATE TABLE record (
                article INTEGER NOT NULL, id TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, status TEXT, party TEXT, other TEXT,
                place TEXT, country TEXT, day TEXT, value REAL, confidence REAL, uncertain INTEGER NOT NULL, start_at INTEGER NOT NULL, end_at INTEGER NOT NULL,
                PRIMARY KEY (article, id)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX record_party ON record (party, kind) WHERE party IS NOT NULL AND kind <> 'event' AND kind <> 'statement';
            CREATE INDEX record_name ON record (name, kind) WHERE kind = 'position' OR kind = 'undertaking';
            CREATE TABLE history (number INTEGER PRIMARY KEY, article TEXT NOT NULL, what TEXT NOT NULL, at_time TEXT NOT NULL, by_whom TEXT NOT NULL, why TEXT NOT NULL) STRICT;
            CREATE TABLE change (number INTEGER PRIMARY KEY, article TEXT NOT NULL) STRICT;
            CREATE INDEX history_article ON history (article);
            CREATE TABLE version_change (article INTEGER NOT NULL, number INTEGER NOT NULL, is_gone INTEGER NOT NULL, kind TEXT NOT NULL, record TEXT NOT NULL, words TEXT NOT NULL, PRIMARY KEY (article, number)) STRICT;
            CREATE TABLE correction (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, verb TEXT NOT NULL, at_time TEXT NOT NULL, by_whom TEXT NOT NULL, why TEXT NOT NULL, body TEXT NOT NULL) STRICT;
            CREATE TABLE correction_target (article TEXT NOT NULL, correction INTEGER NOT NULL, PRIMARY KEY (article, correction)) STRICT;
            CREATE TABLE source_note (number INTEGER PRIMARY KEY, outlet TEXT NOT NULL, owner TEXT, country TEXT, state_run INTEGER, agency INTEGER, reliability TEXT, at_time TEXT NOT NULL, by_whom TEXT NOT NULL, why TEXT NOT NULL) STRICT;

            CREATE TABLE sketch (article INTEGER PRIMARY KEY, body BLOB NOT NULL) STRICT;
            CREATE TABLE sketch_key (key INTEGER NOT NULL, article INTEGER NOT NULL, PRIMARY KEY (key, article)) STRICT, WITHOUT ROWID;
            CREATE TABLE origin (article INTEGER PRIMARY KEY, copy_of TEXT, shared REAL NOT NULL, draws_on TEXT NOT NULL, root TEXT NOT NULL, key TEXT NOT NULL, basis TEXT NOT NULL) STRICT;
            CREATE INDEX origin_root ON origin (root);
            CREATE INDEX origin_copy ON origin (copy_of) WHERE copy_of IS NOT NULL;

            CREATE TABLE derivation (name TEXT PRIMARY KEY, version TEXT NOT NULL, seen INTEGER NOT NULL, joined INTEGER NOT NULL) STRICT;
            CREATE TABLE block (id INTEGER PRIMARY KEY, derivation TEXT NOT NULL, key TEXT NOT NULL, changed INTEGER NOT NULL, made INTEGER NOT NULL, UNIQUE (derivation, key)) STRICT;
            CREATE INDEX block_stale ON block (derivation) WHERE changed <> made;
            CREATE TABLE member (article INTEGER NOT NULL, block INTEGER NOT NULL, PRIMARY KEY (article, block)) STRICT, WITHOUT ROWID;
            CREATE INDEX member_block ON member (block, article);
            CREATE TABLE reach (derivation TEXT NOT NULL, scope TEXT NOT NULL, article INTEGER NOT NULL, day TEXT, seen INTEGER NOT NULL, PRIMARY KEY (derivation, scope, article)) STRICT, WITHOUT ROWID;
            CREATE INDEX reach_article ON reach (article);
            CREATE TABLE subject (id INTEGER PRIMARY KEY, block INTEGER NOT NULL, name TEXT NOT NULL, scope TEXT NOT NULL, since TEXT, until TEXT, tellers TEXT NOT NULL, body TEXT NOT NULL, changed INTEGER NOT NULL, made INTEGER NOT NULL, UNIQUE (block, name)) STRICT;
            CREATE TABLE subject_scope (scope TEXT NOT NULL, subject INTEGER NOT NULL, PRIMARY KEY (scope, subject)) STRICT, WITHOUT ROWID;
            CREATE INDEX subject_scope_subject ON subject_scope (subject);
            CREATE INDEX subject_name ON subject (name);
            CREATE INDEX subject_stale ON subject (block) WHERE changed <> made;
            CREATE TABLE bearing (article INTEGER NOT NULL, subject INTEGER NOT NULL, PRIMARY KEY (article, subject)) STRICT, WITHOUT ROWID;
            CREATE INDEX bearing_subject ON bearing (subject, article);
            CREATE TABLE derived (subject INTEGER NOT NULL, derivation TEXT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL, party TEXT, topic TEXT, day TEXT, state TEXT, rank REAL NOT NULL, body TEXT NOT NULL, PRIMARY KEY (subject, kind, id)) STRICT;
            CREATE INDEX derived_order ON derived (derivation, kind, rank DESC, COALESCE(day, '9999'), id);
            CREATE INDEX derived_id ON derived (id);
            CREATE INDEX derived_party ON derived (derivation, kind, party);

            CREATE VIEW articles AS SELECT a.id AS article, a.source, a.url, a.publisher, a.title, a.published, a.day, a.added_at, a.added_by, a.run, o.copy_of, o.key AS origin FROM article a LEFT JOIN origin o ON o.article = a.seq WHERE a.removed_at IS NULL AND a.next IS NULL;
            CREATE VIEW removed_articles AS SELECT id AS article, source, publisher, title, published, removed_at, removed_by, removed_why FROM article WHERE removed_at IS NOT NULL;
            CREATE VIEW actors AS SELECT a.id AS article, r.id, r.name, r.party AS code, r.start_at, r.end_at FROM record r JOIN article a ON a.seq = r.article WHERE r.kind = 'actor' AND a.removed_at IS NULL AND a.next IS NULL;
            CREATE VIEW statements AS SELECT a.id AS article, a.publisher, a.day AS published, r.id, r.name AS cue, r.status AS act, r.party AS speaker, r.other AS addressee, r.place, r.country, r.day, r.confidence, r.uncertain, r.start_at, r.end_at FROM record r JOIN article a ON a.seq = r.article WHERE r.kind = 'statement' AND a.removed_at IS NULL AND a.next IS NULL;
            CREATE VIEW events AS SELECT a.id AS article, a.publisher, a.day AS published, r.id, r.name AS type, r.status, r.party AS source, r.other AS target, r.place, r.country, r.day, r.confidence, r.uncertain, r.start_at, r.end_at FROM record r JOIN article a ON a.seq = r.article WHERE r.kind = 'event' AND a.removed_at IS NULL AND a.next IS NULL;
            CREATE VIEW figures AS SELECT a.id AS article, a.publisher, a.day AS published, r.id, r.name AS measure, r.status AS bound, r.value, r.uncertain, r.start_at, r.end_at FROM record r JOIN article a ON a.seq = r.article WHERE r.kind = 'figure' AND a.removed_at IS NULL AND a.next IS NULL;
            CREATE VIEW undertakings AS SELECT a.id AS article, a.publisher, a.day AS published, r.id, r.name AS kind, r.status, r.party, r.other AS given_to, r.place, r.country, r.day, r.confidence, r.uncertain, r.start_at, r.end_at FROM record r JOIN article a ON a.seq = r.article WHERE r.kind = 'undertaking' AND a.removed_at IS NULL AND a.next IS NULL;
            CREATE VIEW positions AS SELECT a.id AS article, a.publisher, a.day AS published, r.id, r.name AS topic, r.status AS stance, r.party, r.day, r.confidence, r.uncertain, r.start_at, r.end_at FROM record r JOIN article a ON a.seq = r.article WHERE r.kind = 'position' AND a.removed_at IS NULL AND a.next IS NULL;
            CREATE VIEW texts AS SELECT a.id AS article, t.title, t.text FROM article_text t JOIN article a ON a.seq = t.seq WHERE a.removed_at IS NULL AND a.next IS NULL;
            CREATE VIEW board AS SELECT id, party, topic AS kind, day AS since, state, body AS json FROM derived WHERE kind = 'board';
            CREATE VIEW corrections AS SELECT number, id, verb, at_time, by_whom, why, body AS json FROM correction;

            """
        + Added4
        + Added5;

    /// <summary>SQLite's index of words over the texts.</summary>
    public const string SqliteTextIndex =
        "CREATE VIRTUAL TABLE text_index USING fts5 (title, text, names, topics, content = 'article_text', content_rowid = 'seq', tokenize = 'porter unicode61');\n";

    /// <summary>The same for PostgreSQL.</summary>
    public static string PostgresTables { get; } =
        InPostgres(Tables)
        + """
            ALTER TABLE article_text ADD COLUMN is_indexed BOOLEAN NOT NULL DEFAULT false;
            ALTER TABLE article_text ADD COLUMN words tsvector GENERATED ALWAYS AS (to_tsvector('english', COALESCE(title, '') || ' ' || text || ' ' || names || ' ' || topics)) STORED;
            CREATE INDEX text_index ON article_text USING GIN (words);
            CREATE TABLE parley_schema (version INTEGER NOT NULL);

            """;

    /// <summary>Statements of this page in PostgreSQL's words. Texts sort by their bytes, as everywhere.</summary>
    public static string InPostgres(string tables) =>
        Integer()
            .Replace(
                IntegerKey()
                    .Replace(tables, " BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY")
                    .Replace(" STRICT, WITHOUT ROWID", "", StringComparison.Ordinal)
                    .Replace(" STRICT;", ";", StringComparison.Ordinal)
                    .Replace(" BLOB ", " BYTEA ", StringComparison.Ordinal)
                    .Replace(" REAL", " DOUBLE PRECISION", StringComparison.Ordinal)
                    .Replace(" TEXT", " TEXT COLLATE \"C\"", StringComparison.Ordinal)
                    .Replace("COALESCE(day, '9999')", "(COALESCE(day, '9999'))", StringComparison.Ordinal),
                " BIGINT"
            );

    [GeneratedRegex("(?<= seq| number| id|\\((?:id|number|seq)) INTEGER PRIMARY KEY")]
    private static partial Regex IntegerKey();

    [GeneratedRegex(" INTEGER")]
    private static partial Regex Integer();
}
