using System.CommandLine;
using Parley.Ledger;

namespace Parley.Cli;

/// <summary>The options that say who does something to a ledger and why.</summary>
internal sealed class Person
{
    private readonly Option<string?> _by = new("--by")
    {
        Description = "Who says so; without it, the user of this system.",
        HelpName = "NAME",
    };
    private readonly Option<string?> _why = new("--why") { Description = "Why.", HelpName = "TEXT" };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_by);
        command.Options.Add(_why);
    }

    /// <summary>Who calls, when and why.</summary>
    public Note Of(ParseResult call)
    {
        var session = Session.Of(call);
        return new Note(
            call.GetValue(_by)?.Trim() is { Length: > 0 } by ? by : session.User,
            session.Now(),
            call.GetValue(_why)?.Trim() ?? ""
        );
    }
}
