using Parley.Assessments;
using Parley.Ledger;

namespace Parley.Answers;

/// <summary>The functions over several articles whose results a ledger keeps ready.</summary>
public static class LedgerFunctions
{
    /// <summary>The board, and what is to be checked of it.</summary>
    public static IBlockFunction Board { get; } = new UndertakingBlocks();

    /// <summary>All of them.</summary>
    public static IReadOnlyList<IBlockFunction> All { get; } = [Board];
}
