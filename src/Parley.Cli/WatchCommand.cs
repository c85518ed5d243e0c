using System.CommandLine;
using System.Globalization;
using Parley.Intake;
using Parley.Intake.Watch;

namespace Parley.Cli;

/// <summary><c>parley watch</c>: what is new in feeds, into a ledger.</summary>
internal static class WatchCommand
{
    private const string StateEnding = ".watch.json";

    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var feeds = new Argument<string[]>("FEED")
        {
            Description = "Addresses of feeds (RSS, Atom, JSON Feed) or sitemaps, and files that list them (OPML, or one address a line).",
            Arity = ArgumentArity.OneOrMore,
        };
        var once = new Option<bool>("--once") { Description = "Ask each feed once and end, as for cron." };
        var every = new Option<string>("--every")
        {
            Description = "Minutes between two polls of a feed.",
            HelpName = "MINUTES",
            DefaultValueFactory = _ => "15",
        };
        var stateFile = new Option<string?>("--state")
        {
            Description = $"The file that keeps what was seen; without it, the ledger's with {StateEnding}.",
            HelpName = "FILE",
        };
        var intake = new IntakeOptions();
        var adding = new AddingSetup();
        var command = new Command("watch", "Asks feeds for what is new, fetches it, and adds it to a ledger.")
        {
            feeds,
            once,
            every,
            stateFile,
        };
        adding.AddTo(command);
        intake.AddTo(command);
        command.SetAction(call =>
        {
            var session = Session.Of(call);
            var minutes = MinutesOf(call.GetValue(every)!);
            var (addresses, problems) = FeedList.Read(call.GetRequiredValue(feeds));
            foreach (var problem in problems)
                session.Say(problem);
            if (addresses.Count == 0)
                return ExitCode.NothingRead;
            var file =
                call.GetValue(stateFile)
                ?? IntakeOptions.Beside(adding.LedgerOf(call), StateEnding)
                ?? throw new ProblemException(AddressProblems.NoPlaceForState(), ExitCode.Usage);
            var state = new FeedState(file);
            if (state.Load() is { } damaged)
                throw new ProblemException(damaged, ExitCode.NothingRead);
            using var fetcher = intake.Fetcher(session, call);
            var watch = new FeedWatch(state, fetcher, TimeSpan.FromMinutes(minutes));
            return adding.Run(
                session,
                call,
                run => new WatchingRun(session, run, watch, state).Watch(addresses, call.GetValue(once), problems.Count)
            );
        });
        return command;
    }

    private static int MinutesOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && minutes is > 0 and <= 10_080
            ? minutes
            : throw new ProblemException(Problems.NotOneOf("--every", text, "a number of minutes from 1 to 10080"), ExitCode.Usage);
}
