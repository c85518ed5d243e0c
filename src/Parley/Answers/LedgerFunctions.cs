using Parley.Assessments;
using Parley.Ledger;
using Parley.Links;
using Parley.Negotiations;

namespace Parley.Answers;

/// <summary>The functions over several articles whose results a ledger keeps ready.</summary>
public static class LedgerFunctions
{
    /// <summary>Opens the reader of testimony for the whole process, at its first use; gives null where evidence is weighed by features alone. The program sets it at its start.</summary>
    public static Func<ITestimonyModel?> OpenTestimony { get; set; } = () => null;

    private static readonly Lazy<ITestimonyModel?> s_testimony = new(() =>
        OpenTestimony() is { } model ? new TestimonyMemory(model) : null
    );
    private static readonly Lazy<UndertakingBlocks> s_board = new(() => new UndertakingBlocks(s_testimony.Value));
    private static readonly Lazy<EvidenceWeigher> s_weigher = new(() => new EvidenceWeigher(s_testimony.Value));

    /// <summary>The board, and what is to be checked of it.</summary>
    public static IBlockFunction Board => s_board.Value;

    /// <summary>Finds evidence, as the board does.</summary>
    public static EvidenceWeigher Weigher => s_weigher.Value;

    /// <summary>All of them.</summary>
    public static IReadOnlyList<IBlockFunction> All => [Board, PositionRows.Function];
}
