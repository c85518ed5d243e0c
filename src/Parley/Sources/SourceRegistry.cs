using Parley.Lexicons;

namespace Parley.Sources;

/// <summary>
/// What is known of outlets: the facts of <c>lexicons/source-facts</c>, and over them what users said. Reliability is never shipped: it is
/// for users to judge.
/// </summary>
public sealed class SourceRegistry
{
    private static readonly Lexicon s_facts = LexiconSet.Get("lexicons/source-facts");
    private static readonly int s_owner = s_facts.Column("owner");
    private static readonly int s_country = s_facts.Column("country");
    private static readonly int s_stateRun = s_facts.Column("state-run");
    private static readonly int s_agency = s_facts.Column("agency");

    private readonly Dictionary<string, SourceEntry> _entries = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The registry with users' notes, oldest first.</summary>
    public SourceRegistry(IEnumerable<SourceNote> notes)
    {
        for (var row = 0; row < s_facts.Count; row++)
            _entries.TryAdd(s_facts.Text(row, 0), Fact(row));
        foreach (var note in notes)
            _entries[note.Outlet] = With(Find(note.Outlet), note);
    }

    /// <summary>All outlets that anything is known of, by name.</summary>
    public IEnumerable<SourceEntry> All => _entries.Values.OrderBy(entry => entry.Outlet, StringComparer.Ordinal);

    /// <summary>What is known of an outlet; an entry without facts where nothing is.</summary>
    public SourceEntry Find(string outlet) => _entries.GetValueOrDefault(outlet) ?? new SourceEntry { Outlet = outlet };

    private static SourceEntry With(SourceEntry entry, SourceNote note) =>
        entry with
        {
            Owner = note.Owner ?? entry.Owner,
            Country = note.Country ?? entry.Country,
            StateRun = note.StateRun ?? entry.StateRun,
            Agency = note.Agency ?? entry.Agency,
            Reliability = note.Reliability ?? entry.Reliability,
            Grades = note.Reliability is null ? entry.Grades : [.. entry.Grades, note],
        };

    private static SourceEntry Fact(int row) =>
        new()
        {
            Outlet = s_facts.Text(row, 0),
            Owner = Filled(s_facts.Text(row, s_owner)),
            Country = Filled(s_facts.Text(row, s_country)),
            StateRun = IsYes(s_facts.Text(row, s_stateRun)),
            Agency = IsYes(s_facts.Text(row, s_agency)),
        };

    private static string? Filled(string cell) => cell.Length > 0 ? cell : null;

    private static bool? IsYes(string cell) =>
        cell switch
        {
            "yes" => true,
            "no" => false,
            _ => null,
        };
}
