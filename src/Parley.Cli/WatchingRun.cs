using Parley.Intake.Watch;

namespace Parley.Cli;

/// <summary>Polls feeds one after the other, once or without end. What was seen of a feed is written down when its articles are kept.</summary>
/// <param name="session">The session.</param>
/// <param name="run">Makes what adds articles.</param>
/// <param name="watch">Asks feeds.</param>
/// <param name="state">What was seen.</param>
internal sealed class WatchingRun(Session session, Func<AddingRun> run, FeedWatch watch, FeedState state)
{
    private int _done;
    private int _failed;

    /// <summary>Watches feeds.</summary>
    /// <param name="feeds">Their addresses.</param>
    /// <param name="once">True to end when each was asked.</param>
    /// <param name="failed">How many names stood for no feed.</param>
    public int Watch(IReadOnlyList<string> feeds, bool once, int failed)
    {
        _failed = failed;
        while (true)
        {
            foreach (var feed in feeds)
                if (once || watch.Due(feed) <= session.Now())
                    Poll(feed);
            if (once)
                return ExitCode.Of(_done, _failed);
            var pause = feeds.Min(watch.Due) - session.Now();
            if (pause > TimeSpan.Zero)
                session.Wait(pause);
        }
    }

    private void Poll(string feed)
    {
        if (watch.Rests(feed) is { } rest)
        {
            session.Say(rest);
            _failed++;
            return;
        }
        var (done, failed) = run().Add(watch.Poll(feed), input => input.Input, watch.Done);
        (_done, _failed) = (_done + done, _failed + failed);
        // A feed that could be asked is no failure, even where nothing is new.
        if (failed == 0)
            _done++;
        if (state.Save() is { } problem)
            throw new ProblemException(problem, ExitCode.NothingRead);
    }
}
