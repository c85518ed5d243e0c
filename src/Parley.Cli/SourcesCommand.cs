using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json;
using Parley.Answers;
using Parley.Intake;
using Parley.Ledger;
using Parley.Sources;

namespace Parley.Cli;

/// <summary><c>parley sources</c>: what is known of outlets, and what users say of them.</summary>
internal sealed class SourcesCommand
{
    private const int NameWidth = 28;

    private readonly Argument<string?> _outlet = new("OUTLET")
    {
        Description = "One outlet; without it, all that the ledger has articles of.",
        Arity = ArgumentArity.ZeroOrOne,
    };
    private readonly Option<string?> _owner = new("--owner") { Description = "Say who owns it.", HelpName = "NAME" };
    private readonly Option<string?> _country = new("--country")
    {
        Description = "Say its country (ISO 3166, three letters).",
        HelpName = "CODE",
    };
    private readonly Option<string?> _stateRun = new("--state-run") { Description = "Say whether a state runs it.", HelpName = "yes|no" };
    private readonly Option<string?> _agency = new("--agency")
    {
        Description = "Say whether it is an agency, whose text others print.",
        HelpName = "yes|no",
    };
    private readonly Option<string?> _reliability = new("--reliability")
    {
        Description = "Judge it: A always reliable, B mostly, C fairly, D not usually, E not, F cannot be judged; wants --why.",
        HelpName = "A-F",
    };

    /// <summary>The command with its options.</summary>
    public static Command Create() => new SourcesCommand().Make();

    private Command Make()
    {
        var ledgerFile = LedgerFile.Option();
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        var person = new Person();
        var command = new Command(
            "sources",
            "Shows the outlets of a ledger: owner, country, state-run, agency, reliability with its reasons; and sets them."
        )
        {
            _outlet,
            ledgerFile,
            _owner,
            _country,
            _stateRun,
            _agency,
            _reliability,
            json,
        };
        person.AddTo(command);
        command.SetAction(call =>
        {
            var session = Session.Of(call);
            session.LedgerName = call.GetRequiredValue(ledgerFile);
            using var ledger = LedgerFile.Open(session.LedgerName);
            if (NoteOf(call, person.Of(call)) is { } note)
                ledger.Describe(note);
            var shown = call.GetValue(_outlet) is { } outlet ? [SourceAnswer.Of(ledger, outlet)] : SourceAnswer.All(ledger);
            if (call.GetValue(json))
                session.Output.WriteLine(JsonText.Of(writer => Write(writer, shown)));
            else
                foreach (var (entry, articles) in shown)
                    Write(session, entry, articles);
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>What a call says of an outlet; null where it says nothing. Throws where it cannot be so.</summary>
    private SourceNote? NoteOf(ParseResult call, Note note)
    {
        Option<string?>[] options = [_owner, _country, _stateRun, _agency, _reliability];
        if (!options.Any(option => call.GetValue(option) is not null))
            return null;
        var reliability = call.GetValue(_reliability)?.ToUpperInvariant();
        if (reliability is not null && (reliability.Length != 1 || !SourceAnswer.Grades.Contains(reliability[0])))
            throw new ProblemException(Problems.NotOneOf("--reliability", reliability, "A, B, C, D, E, F"), ExitCode.Usage);
        if (reliability is not null && note.Why.Length == 0)
            throw new ProblemException(Problems.NoReason("a judgement of reliability"), ExitCode.Usage);
        return new SourceNote
        {
            Outlet =
                call.GetValue(_outlet)
                ?? throw new ProblemException(Problems.Usage("no outlet is named", "name it before the options"), ExitCode.Usage),
            Owner = call.GetValue(_owner),
            Country = call.GetValue(_country),
            StateRun = YesOrNo("--state-run", call.GetValue(_stateRun)),
            Agency = YesOrNo("--agency", call.GetValue(_agency)),
            Reliability = reliability?[0],
            By = note.By,
            At = Instant.Of(note.At),
            Why = note.Why,
        };
    }

    private static bool? YesOrNo(string option, string? value) =>
        value switch
        {
            null => null,
            "yes" => true,
            "no" => false,
            _ => throw new ProblemException(Problems.NotOneOf(option, value, "yes, no"), ExitCode.Usage),
        };

    private static void Write(Session session, SourceEntry entry, int articles)
    {
        string?[] facts =
        [
            entry.Country,
            entry.Owner,
            entry.StateRun is true ? "state-run" : null,
            entry.Agency is true ? "agency" : null,
            articles == 1 ? "1 article" : $"{articles} articles",
        ];
        session.Output.WriteLine($"{entry.Reliability}  {entry.Outlet.PadRight(NameWidth)}  {string.Join(" · ", facts.OfType<string>())}");
        foreach (var grade in entry.Grades)
            session.Output.WriteLine($"     {grade.Reliability} since {grade.At[..10]}, {grade.By}: {grade.Why}".ReplaceLineEndings(" "));
    }

    private static void Write(Utf8JsonWriter json, ImmutableArray<SourceAnswer> entries)
    {
        json.WriteStartArray();
        foreach (var (entry, articles) in entries)
        {
            json.WriteStartObject();
            json.WriteString("outlet", entry.Outlet);
            json.WriteString("owner", entry.Owner);
            json.WriteString("country", entry.Country);
            WriteFlag(json, "stateRun", entry.StateRun);
            WriteFlag(json, "agency", entry.Agency);
            json.WriteString("reliability", entry.Reliability.ToString());
            json.WriteNumber("articles", articles);
            json.WriteStartArray("grades");
            foreach (var grade in entry.Grades)
            {
                json.WriteStartObject();
                json.WriteString("reliability", grade.Reliability.ToString());
                json.WriteString("at", grade.At);
                json.WriteString("by", grade.By);
                json.WriteString("why", grade.Why);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteFlag(Utf8JsonWriter json, string name, bool? value)
    {
        if (value is { } known)
            json.WriteBoolean(name, known);
        else
            json.WriteNull(name);
    }
}
