using Parley.Syntax;

namespace Parley.Statements;

/// <summary>What a quotation mark can do.</summary>
internal enum QuotationMark : byte
{
    /// <summary>No quotation mark.</summary>
    None,

    /// <summary>Opens: “ « „.</summary>
    Open,

    /// <summary>Closes: ” ».</summary>
    Close,

    /// <summary>A straight double mark.</summary>
    Either,

    /// <summary>Opens a single quotation: ‘.</summary>
    SingleOpen,

    /// <summary>A straight single mark, or ’, which is an apostrophe too.</summary>
    SingleEither,
}

/// <summary>Tells quotation marks.</summary>
internal static class QuotationMarks
{
    /// <summary>What the word can do as a quotation mark; an apostrophe of the possessive is none.</summary>
    public static QuotationMark Of(ParsedText parsed, int word)
    {
        var form = parsed.Tokens.Form(word);
        if (form.Length is 0 or > 2)
            return QuotationMark.None;
        return form switch
        {
            "“" or "„" or "«" or "‟" or "``" => QuotationMark.Open,
            "”" or "»" => QuotationMark.Close,
            "\"" or "''" or "＂" => QuotationMark.Either,
            "‘" => QuotationMark.SingleOpen,
            "'" or "’" or "`" when parsed.XposTags[word] != "POS" => QuotationMark.SingleEither,
            _ => QuotationMark.None,
        };
    }

    /// <summary>True for single marks.</summary>
    public static bool IsSingle(QuotationMark mark) => mark is QuotationMark.SingleOpen or QuotationMark.SingleEither;
}
