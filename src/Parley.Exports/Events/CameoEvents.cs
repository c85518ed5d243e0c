using System.Collections.Immutable;

namespace Parley.Exports.Events;

/// <summary>The events that formats of CAMEO codes can hold: with a code, with a party, and with a day.</summary>
internal static class CameoEvents
{
    /// <summary>Those of an export; the others are counted as left out.</summary>
    public static ImmutableArray<CodedEvent> Of(ExportSource source)
    {
        var kept = ImmutableArray.CreateBuilder<CodedEvent>();
        foreach (var coded in source.Events)
            if (coded.Cameo is null)
                source.LeaveOut("no CAMEO code for how it stands");
            else if (coded.Precision is DatePrecision.Month or DatePrecision.Longer)
                source.LeaveOut("told by month or year, where the format has a day");
            else if (coded.Actors.IsEmpty && coded.Recipients.IsEmpty)
                source.LeaveOut("neither party told");
            else
                kept.Add(coded);
        return kept.ToImmutable();
    }
}
