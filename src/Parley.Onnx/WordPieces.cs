using System.Globalization;
using Parley.Models;

namespace Parley.Onnx;

/// <summary>Cuts word forms into the word pieces of an uncased BERT vocabulary. Training does the same in <c>tools/train/wordpieces.py</c>.</summary>
internal sealed class WordPieces
{
    /// <summary>The most pieces of one word: addresses would break into a hundred.</summary>
    public const int MostPieces = 12;

    /// <summary>The piece in front of a sequence.</summary>
    public const int First = 101;

    /// <summary>The piece behind a sequence.</summary>
    public const int Last = 102;

    private const int Unknown = 100;
    private const int LongestRun = 100;

    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _starts;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _continuations;

    /// <summary>Takes the vocabulary, one piece a line.</summary>
    public WordPieces(string path)
    {
        var starts = new Dictionary<string, int>(26_000, StringComparer.Ordinal);
        var continuations = new Dictionary<string, int>(6_000, StringComparer.Ordinal);
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            if (line.StartsWith("##", StringComparison.Ordinal))
                continuations[line[2..]] = number++;
            else
                starts[line] = number++;
        }
        if (number <= Last || !starts.TryGetValue("[CLS]", out var first) || first != First)
            Throw.BadFile(path, $"it has {number} lines and no [CLS] as number {First}");
        _starts = starts.GetAlternateLookup<ReadOnlySpan<char>>();
        _continuations = continuations.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Writes the pieces of a form, at least one and at most <see cref="MostPieces"/>; gives how many.</summary>
    public int Cut(ReadOnlySpan<char> form, Span<int> pieces)
    {
        Span<char> run = stackalloc char[LongestRun + 3];
        Span<char> folded = stackalloc char[8];
        int count = 0,
            length = 0;
        for (var i = 0; i < form.Length && count < MostPieces; i++)
        {
            var size = char.IsSurrogatePair(form[i], i + 1 < form.Length ? form[i + 1] : '\0') ? 2 : 1;
            var kind = Classify(form, i, size, folded, out var width);
            i += size - 1;
            if (kind == Kind.Dropped)
                continue;
            if (kind == Kind.Inside)
            {
                // One more than the longest run is kept, to tell that it is too long.
                for (var k = 0; k < width && length <= LongestRun; k++)
                    run[length++] = folded[k];
                continue;
            }
            CutRun(run[..length], pieces, ref count);
            length = 0;
            if (kind == Kind.Alone && count < MostPieces)
                CutRun(folded[..width], pieces, ref count);
        }
        if (count < MostPieces)
            CutRun(run[..length], pieces, ref count);
        if (count == 0)
            pieces[count++] = Unknown;
        return count;
    }

    private enum Kind
    {
        Inside,
        Alone,
        Blank,
        Dropped,
    }

    private static Kind Classify(ReadOnlySpan<char> form, int at, int size, Span<char> folded, out int width)
    {
        var c = form[at];
        form.Slice(at, size).CopyTo(folded);
        width = size;
        var code = size == 2 ? char.ConvertToUtf32(c, form[at + 1]) : c;
        var category = CharUnicodeInfo.GetUnicodeCategory(code);
        if (c is '\t' or '\n' or '\r' || category == UnicodeCategory.SpaceSeparator)
            return Kind.Blank;
        if (c == '\uFFFD' || IsControl(category))
            return Kind.Dropped;
        if (IsIdeograph(code))
            return Kind.Alone;
        if (size == 1)
            width = CharacterFolding.Fold(c, folded);
        else if (category == UnicodeCategory.NonSpacingMark)
            return Kind.Dropped;
        return width == size && IsPunctuation(folded[0], size == 2 ? category : CharUnicodeInfo.GetUnicodeCategory(folded[0]))
            ? Kind.Alone
            : Kind.Inside;
    }

    private static bool IsControl(UnicodeCategory category) =>
        category
            is UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.Surrogate
                or UnicodeCategory.PrivateUse
                or UnicodeCategory.OtherNotAssigned;

    private static bool IsIdeograph(int code) =>
        code is >= 0x4E00 and <= 0x9FFF or >= 0x3400 and <= 0x4DBF or >= 0xF900 and <= 0xFAFF or >= 0x20000 and <= 0x2FA1F;

    private static bool IsPunctuation(char c, UnicodeCategory category) =>
        c is >= '!' and <= '/' or >= ':' and <= '@' or >= '[' and <= '`' or >= '{' and <= '~'
        || category
            is UnicodeCategory.ConnectorPunctuation
                or UnicodeCategory.DashPunctuation
                or UnicodeCategory.OpenPunctuation
                or UnicodeCategory.ClosePunctuation
                or UnicodeCategory.InitialQuotePunctuation
                or UnicodeCategory.FinalQuotePunctuation
                or UnicodeCategory.OtherPunctuation;

    /// <summary>The longest piece first, again and again; the whole run is unknown where no piece fits.</summary>
    private void CutRun(ReadOnlySpan<char> run, Span<int> pieces, ref int count)
    {
        if (run.IsEmpty)
            return;
        var begin = count;
        for (var start = 0; start < run.Length; )
        {
            var lookup = start == 0 ? _starts : _continuations;
            var end = run.Length > LongestRun ? start : run.Length;
            var number = Unknown;
            while (end > start && !lookup.TryGetValue(run[start..end], out number))
                end--;
            if (end == start)
            {
                pieces[begin] = Unknown;
                count = begin + 1;
                return;
            }
            if (count < MostPieces)
                pieces[count++] = number;
            start = end;
        }
    }
}
