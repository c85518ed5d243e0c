using System.Collections.Immutable;
using Parley.Corrections;

namespace Parley.Web.Correcting;

/// <summary>What was just done, with what takes it back.</summary>
/// <param name="Id">The correction, batch or skip.</param>
/// <param name="Words">What it said.</param>
public sealed record DoneWords(string Id, string Words)
{
    /// <summary>Of the id that the address has; null where there is no such thing.</summary>
    public static DoneWords? Of(string id, ImmutableArray<Correction> log, ImmutableArray<Skip> skips)
    {
        if (id.Length == 0)
            return null;
        if (skips.FirstOrDefault(skip => skip.Id == id) is { } passed)
            return new(id, $"Skipped: {passed.Why}");
        var said = log.Where(one => one.Id == id || one.Batch == id).ToList();
        return said.Count switch
        {
            0 => null,
            1 => new(id, $"{CorrectionWords.Of(said[0])}: “{(said[0].Targets.IsEmpty ? said[0].Subject : said[0].Targets[0].Words)}”"),
            _ when said.Select(one => one.Targets[0]).Distinct().Count() == 1 => new(id, CorrectionWords.Of(said[0])),
            _ => new(id, $"{CorrectionWords.Of(said[0])}: {said.Count} records"),
        };
    }
}
