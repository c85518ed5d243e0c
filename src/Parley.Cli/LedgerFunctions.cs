using Parley.Assessments;
using Parley.Ledger;
using Parley.Links;
using Parley.Negotiations;

namespace Parley.Cli;

/// <summary>The functions over several articles whose results a ledger keeps ready.</summary>
internal static class LedgerFunctions
{
    /// <summary>The board, and what is to be checked of it.</summary>
    public static IBlockFunction Board { get; } = new UndertakingBlocks(TestimonyFolder.Model);

    /// <summary>Finds evidence, as the board does.</summary>
    public static EvidenceWeigher Weigher { get; } = new(TestimonyFolder.Model);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<IBlockFunction> All { get; } = [Board, PositionRows.Function];
}
