using System.Collections.Immutable;
using Parley.Corrections;
using Parley.Ledger;
using Parley.Sources;

namespace Parley.Stores;

public abstract partial class SqlLedger
{
    /// <inheritdoc/>
    public int Log(IReadOnlyList<Correction> corrections) =>
        _database.Write(() =>
        {
            var added = 0;
            var touched = new HashSet<string>(StringComparer.Ordinal);
            foreach (var correction in corrections)
                if (Log(correction))
                {
                    added++;
                    touched.UnionWith(correction.Targets.Select(target => target.Article));
                }
            foreach (var article in touched.Order(StringComparer.Ordinal))
                if (SeqOf(article) is { } seq && !IsRemoved(seq) && Load(seq) is { } reading)
                {
                    Unindex(seq);
                    Index(seq, reading);
                }
            return added;
        });

    /// <inheritdoc/>
    public ImmutableArray<Correction> Corrections(string? articleId = null) =>
        [
            .. _database
                .Rows(
                    articleId is null
                        ? "SELECT body FROM correction ORDER BY number"
                        : "SELECT c.body FROM correction c JOIN correction_target t ON t.correction = c.number WHERE t.article = @id ORDER BY c.number",
                    row => CorrectionJson.Read(row.GetString(0)),
                    articleId is null ? [] : [("@id", articleId)]
                )
                .OfType<Correction>(),
        ];

    /// <inheritdoc/>
    public void Describe(SourceNote note) =>
        _database.Write(() =>
            _database.Run(
                "INSERT INTO source_note (outlet, owner, country, state_run, agency, reliability, at_time, by_whom, why) VALUES (@outlet, @owner, @country, @state, @agency, @reliability, @at, @by, @why)",
                ("@outlet", note.Outlet),
                ("@owner", note.Owner),
                ("@country", note.Country),
                ("@state", AsNumber(note.StateRun)),
                ("@agency", AsNumber(note.Agency)),
                ("@reliability", note.Reliability?.ToString()),
                ("@at", note.At),
                ("@by", note.By),
                ("@why", note.Why)
            )
        );

    /// <inheritdoc/>
    public ImmutableArray<SourceNote> SourceNotes() =>
        [
            .. _database.Rows(
                "SELECT outlet, owner, country, state_run, agency, reliability, at_time, by_whom, why FROM source_note ORDER BY number",
                row => new SourceNote
                {
                    Outlet = row.GetString(0),
                    Owner = SqlDatabase.TextAt(row, 1),
                    Country = SqlDatabase.TextAt(row, 2),
                    StateRun = row.IsDBNull(3) ? null : row.GetInt64(3) != 0,
                    Agency = row.IsDBNull(4) ? null : row.GetInt64(4) != 0,
                    Reliability = SqlDatabase.TextAt(row, 5) is { Length: > 0 } grade ? grade[0] : null,
                    At = row.GetString(6),
                    By = row.GetString(7),
                    Why = row.GetString(8),
                }
            ),
        ];

    private bool Log(Correction correction)
    {
        var number = _database.Number(
            "INSERT INTO correction (id, verb, at_time, by_whom, why, body) VALUES (@id, @verb, @at, @by, @why, @body) ON CONFLICT (id) DO NOTHING RETURNING number",
            ("@id", correction.Id),
            ("@verb", CorrectionJson.Spell(correction.Verb)),
            ("@at", correction.At),
            ("@by", correction.By),
            ("@why", correction.Why),
            ("@body", CorrectionJson.Write(correction))
        );
        if (number is null)
            return false;
        var note = new Note(correction.By, Instant.Read(correction.At), correction.Why);
        foreach (var article in correction.Targets.Select(target => target.Article).Distinct(StringComparer.Ordinal))
        {
            _database.Run(
                "INSERT INTO correction_target (article, correction) VALUES (@article, @correction)",
                ("@article", article),
                ("@correction", number)
            );
            Tell(article, "corrected", note);
        }
        if (correction.Subject is { } subject)
            Tell(subject, "decided", note);
        return true;
    }

    private static long? AsNumber(bool? value) =>
        value is { } known
            ? known
                ? 1
                : 0
            : null;
}
