using Parley.Syntax;

namespace Parley.Statements;

/// <summary>The quotations of a text, and the words they cover.</summary>
internal sealed class QuotationTable
{
    private readonly int[] _at;

    /// <summary>Indexes quotations by their words.</summary>
    public QuotationTable(ParsedText parsed, List<Quotation> quotations)
    {
        Quotations = quotations;
        _at = new int[parsed.Count];
        Array.Fill(_at, -1);
        for (var q = 0; q < quotations.Count; q++)
            Array.Fill(_at, q, quotations[q].Words.Start, quotations[q].Words.Length);
    }

    /// <summary>The quotations, in the order of the text; none overlap.</summary>
    public List<Quotation> Quotations { get; }

    /// <summary>Index of the quotation that this word stands in, its marks included; -1 outside.</summary>
    public int IndexAt(int word) => word >= 0 && word < _at.Length ? _at[word] : -1;

    /// <summary>The quotation that this word stands in; null outside.</summary>
    public Quotation? At(int word) => IndexAt(word) is >= 0 and var q ? Quotations[q] : null;
}
