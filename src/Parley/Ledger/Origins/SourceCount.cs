using Parley.Records;

namespace Parley.Ledger.Origins;

/// <summary>The three numbers that stand wherever sources are counted.</summary>
/// <param name="Reports">Articles.</param>
/// <param name="Outlets">Different outlets of them; an article without one is its own.</param>
/// <param name="Origins">Different origins of their words. One whose chain is not known is taken to depend on the others.</param>
public readonly record struct SourceCount(int Reports, int Outlets, int Origins)
{
    /// <summary>Counts articles.</summary>
    public static SourceCount Of(IReadOnlyCollection<Reading> readings, IReadOnlyDictionary<string, ArticleOrigin> origins)
    {
        var known = readings.Select(reading => origins[reading.Article.Id]).Where(origin => origin.IsKnown);
        var different = known.Select(origin => origin.Key).Distinct(StringComparer.OrdinalIgnoreCase).Count();
        return new SourceCount(
            readings.Count,
            readings
                .Select(reading => reading.Article.Publisher is { } outlet ? OutletNames.Name(outlet) : reading.Article.Id)
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Count(),
            readings.Count == 0 ? 0 : Math.Max(1, different)
        );
    }
}
