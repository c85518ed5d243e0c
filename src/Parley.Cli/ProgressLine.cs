using System.Diagnostics;
using System.Globalization;

namespace Parley.Cli;

/// <summary>One line of progress on a terminal, rewritten in place. On anything else it writes nothing.</summary>
internal sealed class ProgressLine(Session session)
{
    private const int BarLength = 24;

    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(100);

    private readonly long _start = Stopwatch.GetTimestamp();
    private TimeSpan _shown;
    private bool _isShown;

    /// <summary>Shows how far the run is, at most ten times a second.</summary>
    /// <param name="done">Articles read or skipped.</param>
    /// <param name="share">Share of the input that was taken in, 0 to 1; null when its length is unknown.</param>
    public void Show(int done, double? share)
    {
        var elapsed = Stopwatch.GetElapsedTime(_start);
        if (!session.ErrorIsTerminal || elapsed - _shown < s_pause)
            return;
        _shown = elapsed;
        var line = string.Create(
            CultureInfo.InvariantCulture,
            $"{Bar(share)}{done:N0} articles, {done / elapsed.TotalSeconds:N0} a second"
        );
        lock (session.Error)
            session.Error.Write($"\r\e[K{line[..Math.Min(line.Length, Math.Max(1, session.Width - 1))]}");
        _isShown = true;
    }

    /// <summary>Takes the line away, so that something else can be said.</summary>
    public void Clear()
    {
        if (!_isShown)
            return;
        lock (session.Error)
            session.Error.Write("\r\e[K");
        _isShown = false;
    }

    private static string Bar(double? share)
    {
        if (share is not { } part)
            return "";
        var filled = (int)(Math.Clamp(part, 0, 1) * BarLength);
        return string.Create(CultureInfo.InvariantCulture, $"[{new string('#', filled)}{new string('.', BarLength - filled)}] {part:P0} ");
    }
}
