using Parley.Lexicons;

namespace Parley.Ledger.Origins;

/// <summary>Names of outlets and agencies: one name for all forms, and which of them sell their text to others.</summary>
internal static class OutletNames
{
    private static readonly Lexicon s_media = LexiconSet.Get("lexicons/media");
    private static readonly Lexicon s_agencies = LexiconSet.Get("lexicons/agencies");
    private static readonly Lexicon s_words = LexiconSet.Get("lexicons/agency-words");
    private static readonly int s_outlet = s_media.Column("outlet");
    private static readonly int s_kind = s_agencies.Column("kind");

    /// <summary>The name that all forms of an outlet share; the name itself where no table has it.</summary>
    public static string Name(ReadOnlySpan<char> form)
    {
        var row = s_media.Find(Plain(form));
        return row < 0 ? form.Trim().ToString()
            : s_media.Cell(row, s_outlet).IsEmpty ? s_media.Text(row, 0)
            : s_media.Text(row, s_outlet);
    }

    /// <summary>True for agencies, by the table or by a word of the name ("Continental Wire").</summary>
    public static bool IsAgency(ReadOnlySpan<char> form)
    {
        form = Plain(form);
        var row = s_agencies.Find(form);
        return row >= 0 ? s_agencies.Cell(row, s_kind).IsEmpty : IsAgencyByWord(form) || IsAgencyByName(form);
    }

    /// <summary>True for words that stand for agencies and name none: "Agencies".</summary>
    public static bool IsUnnamed(ReadOnlySpan<char> form) =>
        s_agencies.Find(Plain(form)) is >= 0 and var row && s_agencies.Cell(row, s_kind) is "unnamed";

    /// <summary>True when two names are one, with or without "The".</summary>
    public static bool IsSame(ReadOnlySpan<char> a, ReadOnlySpan<char> b) => Plain(a).Equals(Plain(b), StringComparison.OrdinalIgnoreCase);

    private static bool IsAgencyByName(ReadOnlySpan<char> form) =>
        s_media.Find(form) is >= 0 and var row
        && s_agencies.Find(s_media.Cell(row, s_outlet)) is >= 0 and var agency
        && s_agencies.Cell(agency, s_kind).IsEmpty;

    private static bool IsAgencyByWord(ReadOnlySpan<char> form)
    {
        if (form.IsEmpty || !char.IsUpper(form[0]))
            return false;
        for (var row = 0; row < s_words.Count; row++)
        {
            var words = s_words.Cell(row, 0);
            if (form.Length > words.Length && form.EndsWith(words, StringComparison.OrdinalIgnoreCase) && form[^(words.Length + 1)] == ' ')
                return true;
        }
        return false;
    }

    private static ReadOnlySpan<char> Plain(ReadOnlySpan<char> form)
    {
        form = form.Trim();
        return form.StartsWith("The ", StringComparison.OrdinalIgnoreCase) ? form[4..] : form;
    }
}
