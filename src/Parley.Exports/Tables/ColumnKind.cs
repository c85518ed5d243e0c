namespace Parley.Exports.Tables;

/// <summary>What the cells of a column hold.</summary>
public enum ColumnKind
{
    /// <summary>Text, or nothing.</summary>
    Text,

    /// <summary>A whole number of 64 bits, or nothing.</summary>
    WholeNumber,

    /// <summary>A number of double precision, or nothing.</summary>
    Number,

    /// <summary>Yes or no, or nothing.</summary>
    Flag,

    /// <summary>Any number of texts, in order; none where there is nothing.</summary>
    Texts,
}
