namespace Parley.Wording;

/// <summary>How each kind of record is marked in a page: a letter, a class and a word; the line itself is in <c>reading.css</c>.</summary>
public static class Kinds
{
    /// <summary>All kinds in their order, which is that of their number keys.</summary>
    public static readonly (EntryKind Kind, string Letter, string Class, string Word, string Words)[] All =
    [
        (EntryKind.Statement, "S", "statement", "Statement", "Statements"),
        (EntryKind.Event, "D", "deed", "Deed", "Deeds"),
        (EntryKind.Figure, "#", "figure", "Figure", "Figures"),
        (EntryKind.Undertaking, "P", "undertaking", "Undertaking", "Undertakings"),
        (EntryKind.Position, "?", "position", "Demand or proposal", "Demands and proposals"),
        (EntryKind.Setting, "@", "setting", "Place or time", "Places and times"),
    ];

    /// <summary>The letter of a kind.</summary>
    public static string Letter(EntryKind kind) => All[(int)kind].Letter;

    /// <summary>The class of a kind.</summary>
    public static string Class(EntryKind kind) => All[(int)kind].Class;

    /// <summary>The word for one record of a kind.</summary>
    public static string Word(EntryKind kind) => All[(int)kind].Word;
}
