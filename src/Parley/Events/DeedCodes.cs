using Parley.Lexicons;
using Parley.Records;
using Parley.Syntax;

namespace Parley.Events;

/// <summary>Mode and CAMEO code of a deed: <c>lexicons/deed-codes</c>, by the words that name it and its type.</summary>
internal static class DeedCodes
{
    private static readonly Lexicon s_codes = LexiconSet.Get("lexicons/deed-codes");
    private static readonly int s_type = s_codes.Column("type");
    private static readonly int s_mode = s_codes.Column("mode");
    private static readonly int s_cameo = s_codes.Column("cameo");

    /// <summary>Mode (null where the words do not tell), code, and the key of the table line.</summary>
    public static (string? Mode, string Cameo, string Line) Find(Node trigger, EventType type)
    {
        var row = -1;
        foreach (var child in trigger.Children)
            if (child.Relation is Relation.Compound or Relation.Amod && Row($"{child.Form} {trigger.Lemma}", type) is >= 0 and var named)
                row = named;
            else if (child.Relation == Relation.CompoundPrt && Row($"{trigger.Lemma} {child.Form}", type) is >= 0 and var phrasal)
                row = phrasal;
        if (row < 0)
            row = Row(trigger.Lemma, type);
        if (row < 0)
            row = Row(trigger.Form, type);
        if (row < 0)
            row = Row("*", type);
        return (s_codes.Text(row, s_mode) is { Length: > 0 } mode ? mode : null, s_codes.Text(row, s_cameo), s_codes.Text(row, 0));
    }

    private static int Row(ReadOnlySpan<char> word, EventType type)
    {
        for (var row = s_codes.Find(word); row >= 0; row = s_codes.Next(row))
            if (Enum.TryParse<EventType>(s_codes.Cell(row, s_type), ignoreCase: true, out var own) && own == type)
                return row;
        return -1;
    }
}
