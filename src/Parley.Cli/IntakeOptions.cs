using System.CommandLine;
using Parley.Intake;
using Parley.Intake.Addresses;
using Parley.Intake.Tables;
using Parley.Stores;

namespace Parley.Cli;

/// <summary>The options of all commands that take inputs in: columns of tables, and what may be fetched.</summary>
internal sealed class IntakeOptions
{
    private readonly Option<string?> _columns = new("--columns")
    {
        Description = "Which columns of a table hold what: title=headline,text=body (byline, date, id, publisher, text, title, url).",
        HelpName = "MAP",
    };
    private readonly Option<bool> _private = new("--allow-private")
    {
        Description = "Fetch addresses of this computer and of local networks too.",
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_columns);
        command.Options.Add(_private);
    }

    /// <summary>What a call says of them; throws where it is wrong.</summary>
    /// <param name="session">The session.</param>
    /// <param name="call">The call.</param>
    /// <param name="book">What is known of addresses from runs before.</param>
    public InputOptions Of(Session session, ParseResult call, AddressBook? book = null) =>
        new()
        {
            StandardInput = session.OpenInput,
            Columns = ColumnsOf(call.GetValue(_columns)),
            Fetcher = Fetcher(session, call),
            Book = book,
            Now = session.Now,
        };

    /// <summary>The columns as a call names them; null where it names none.</summary>
    public string? ColumnsAsGiven(ParseResult call) => call.GetValue(_columns);

    /// <summary>What fetches addresses for a call.</summary>
    public AddressFetcher Fetcher(Session session, ParseResult call) =>
        new(new FetchOptions { AllowsPrivate = call.GetValue(_private), Clock = new IntakeClock(session.Now, session.Wait) });

    /// <summary>The file beside a ledger with such an ending; null where the ledger is in a database.</summary>
    public static string? Beside(string ledger, string ending) => PostgresLedger.IsAddress(ledger) ? null : ledger + ending;

    private static ColumnMap? ColumnsOf(string? text)
    {
        if (text is null)
            return null;
        var (map, wrong) = ColumnMap.Parse(text);
        return map ?? throw new ProblemException(IntakeProblems.NotColumns(wrong!), ExitCode.Usage);
    }
}
