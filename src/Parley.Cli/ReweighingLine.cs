using System.Diagnostics;
using System.Globalization;

namespace Parley.Cli;

/// <summary>Says on standard error that a ledger is weighed anew, where that takes longer than a moment: in place on a terminal, else once.</summary>
internal sealed class ReweighingLine(Session session)
{
    private static readonly TimeSpan s_moment = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(200);

    private readonly long _start = Stopwatch.GetTimestamp();
    private TimeSpan _shown;

    /// <summary>Takes note of the share that is done.</summary>
    public void Show(double share)
    {
        var elapsed = Stopwatch.GetElapsedTime(_start);
        var isFirst = _shown == TimeSpan.Zero;
        if (elapsed < s_moment || !isFirst && (!session.ErrorIsTerminal || elapsed - _shown < s_pause))
            return;
        _shown = elapsed;
        var what = $"parley: {session.LedgerName} is weighed anew, by the rules of this version; that is done once";
        lock (session.Error)
            if (!session.ErrorIsTerminal)
                session.Error.WriteLine(what);
            else
                session.Error.Write(share < 1 ? string.Create(CultureInfo.InvariantCulture, $"\r\e[K{what} ({share:P0})") : "\r\e[K");
    }
}
