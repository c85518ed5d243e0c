using System.Buffers.Text;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Parley.Web.Server;

namespace Parley.Web.Api;

/// <summary>
/// A place in a list, as callers hand it back: behind which item they want to go on. It is found by the item's id, so that what comes in before it
/// shifts nothing; where the item is gone, by its number.
/// </summary>
internal static class ApiCursor
{
    /// <summary>The cursor behind an item.</summary>
    public static string Of(int number, string id) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{number} {id}")));

    /// <summary>The number of the first item behind a cursor.</summary>
    /// <param name="cursor">The cursor; empty for the beginning.</param>
    /// <param name="all">The items.</param>
    /// <param name="id">The id of one.</param>
    public static int First<T>(string cursor, ImmutableArray<T> all, Func<T, string> id)
    {
        if (cursor.Length == 0)
            return 0;
        var (number, wanted) = Read(cursor) ?? throw ProblemException.Field("cursor", WebProblems.BadRequest($"'{cursor}' is no cursor"));
        if (number < all.Length && id(all[number]) == wanted)
            return number + 1;
        for (var at = 0; at < all.Length; at++)
            if (id(all[at]) == wanted)
                return at + 1;
        return Math.Min(number, all.Length);
    }

    private static (int Number, string Id)? Read(string cursor)
    {
        if (!Base64Url.IsValid(cursor))
            return null;
        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor)).Split(' ', 2);
        return parts.Length == 2 && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (number, parts[1])
            : null;
    }
}
