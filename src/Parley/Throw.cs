using System.Diagnostics.CodeAnalysis;

namespace Parley;

/// <summary>The programmers' mistakes of this library, each thrown from here.</summary>
internal static class Throw
{
    [DoesNotReturn]
    public static int NoSuchColumn(string table, string column) =>
        throw new InvalidOperationException($"{table} has no column '{column}': mend the code or the first line of the table.");

    [DoesNotReturn]
    public static Lexicons.Lexicon NoSuchLexicon(string name) =>
        throw new InvalidOperationException(
            $"There is no table '{name}': expected {name}.tsv at the root of the repository when the library was built."
        );

    [DoesNotReturn]
    public static void DamagedLexicons() =>
        throw new InvalidOperationException(
            "The embedded lexicons are damaged: the first word of lexicons.bin is not PLX1. Build the library again."
        );
}
