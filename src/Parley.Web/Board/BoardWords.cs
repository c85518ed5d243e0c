using System.Collections.Immutable;
using Parley.Answers;
using Parley.Assessments;

namespace Parley.Web.Board;

/// <summary>Undertakings in few words.</summary>
internal static class BoardWords
{
    private const int MostWords = 15;

    /// <summary>The words of an undertaking, at most fifteen.</summary>
    public static string Short(string words)
    {
        var parts = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return parts.Length <= MostWords ? words : string.Join(' ', parts.Take(MostWords)) + " …";
    }

    /// <summary>The name of the side that is bound, the same on all screens.</summary>
    public static string Party(BoardEntry entry) => PartyNames.Of(entry.Side, [entry.Party]);

    /// <summary>What it covers and what not: "area: Kyiv, Chernihiv; limits: “it is no truce”".</summary>
    public static string Scope(BoardEntry entry)
    {
        string?[] parts =
        [
            Kind(entry.Kind),
            entry.Area.IsEmpty ? null : $"area: {string.Join(", ", entry.Area)}",
            entry.Conditions.IsEmpty ? null : $"if “{entry.Conditions[0]}”",
            entry.Limits.IsEmpty ? null : $"but “{entry.Limits[0]}”",
        ];
        return string.Join("; ", parts.OfType<string>());
    }

    /// <summary>A kind in words: "reduction of operations".</summary>
    public static string Kind(string kind) => kind.Replace('-', ' ');

    /// <summary>The number of origins that stand behind testimonies.</summary>
    public static int Origins(ImmutableArray<BoardWitness> witnesses) =>
        witnesses.Select(witness => witness.Origin).Distinct(StringComparer.OrdinalIgnoreCase).Count();
}
