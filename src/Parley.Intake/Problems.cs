using System.Diagnostics;
using System.Globalization;
using Parley.Intake.Pages;

namespace Parley.Intake;

/// <summary>Every problem a user can meet, each with its number. <c>docs/errors.md</c> has an entry for each.</summary>
/// <remarks>PRL0001–0009 the call, PRL0010–0019 the program itself, PRL0020–0039 inputs, PRL0040–0049 notices on inputs that were read, PRL0050–0059 ledgers, PRL0060–0069 questions to a ledger.</remarks>
public static class Problems
{
    /// <summary>The command line does not parse.</summary>
    public static Problem Usage(string found, string toDo) => new("PRL0001", found, toDo);

    /// <summary>More than one input where just one reading is printed.</summary>
    public static Problem SeveralInputs(string option, string toDo) =>
        new("PRL0002", $"{option} prints exactly one reading, and there is more than one input", toDo);

    /// <summary>A page with several stories where just one reading is printed.</summary>
    /// <param name="option">The option that wants just one.</param>
    /// <param name="stories">The stories' names and titles, for people.</param>
    /// <param name="toDo">What else can be done with several.</param>
    public static Problem SeveralStories(string option, string stories, string toDo) =>
        new(
            "PRL0008",
            $"{option} prints exactly one reading, and the page holds several stories: {stories}",
            $"name one of them as the file, or {toDo}"
        );

    /// <summary>A date that is none.</summary>
    public static Problem NotADate(string option, string value) =>
        new("PRL0003", $"{option} '{value}' is no ISO date", "write it as 2022-03-30");

    /// <summary>Nothing to read was named.</summary>
    public static Problem NoInput() => new("PRL0004", "no input is named", "name a file, or - for standard input");

    /// <summary>A file that is to be written cannot be.</summary>
    public static Problem CannotWrite(string file, string why) =>
        new("PRL0005", $"{file} cannot be written ({why})", "choose a folder that exists and that you may write to");

    /// <summary>A record that a reading does not have.</summary>
    /// <param name="name">The article.</param>
    /// <param name="record">The id that was asked for.</param>
    /// <param name="known">What ids there are, for people.</param>
    public static Problem NoRecord(string name, string record, string known) =>
        new("PRL0006", $"{name} has no record '{record}' ({known})", $"see its records with: parley read {name}");

    /// <summary>A confidence that is none.</summary>
    public static Problem NotAConfidence(string option, string value) =>
        new("PRL0007", $"{option} '{value}' is no number from 0 to 1", "write it as 0.5");

    /// <summary>A line of an actor list that is passed over.</summary>
    public static Problem BrokenLine(string file, int line, string why) =>
        new("PRL0009", $"{file}:{line} is not used: {why}", "mend the line; all others are used");

    /// <summary>The language model is not where it should be.</summary>
    public static Problem ModelMissing(string folder) =>
        new("PRL0010", $"the language model is missing: there is no {folder}", "install Parley again, or put the model's folder there");

    /// <summary>The language model is not the one that was released.</summary>
    public static Problem ModelDamaged(string why) =>
        new("PRL0011", $"the language model is damaged: {why}", "install Parley again, or put the model's files back");

    /// <summary>The language model is whole, but was made for an older version of the program.</summary>
    public static Problem ModelOutdated(string folder) =>
        new(
            "PRL0013",
            $"the language model in {folder} is of an older kind: it has no semantic heads",
            "put the models of this version there, or install Parley again"
        );

    /// <summary>The gazetteer is missing, cut short or altered.</summary>
    public static Problem GazetteerDamaged(string why) =>
        new("PRL0014", $"the gazetteer is damaged: {why}", "install Parley again, or put the files of models/places back");

    /// <summary>A fault of the program, and where it was met.</summary>
    public static Problem Fault(string name, Exception fault)
    {
        var place = new StackTrace(fault).GetFrame(0) is { } frame ? DiagnosticMethodInfo.Create(frame)?.DeclaringTypeName : null;
        var what = $"{fault.GetType().Name} in {place?[(place.LastIndexOf('.') + 1)..] ?? "a stage"}: {fault.Message}";
        return new("PRL0012", $"{name} could not be read because of a fault in Parley ({what})", "please report it with the input");
    }

    /// <summary>No such file.</summary>
    public static Problem NotFound(string name) => new("PRL0020", $"{name} does not exist", "check the path");

    /// <summary>A folder.</summary>
    public static Problem IsFolder(string name) => new("PRL0021", $"{name} is a folder", "name the files in it");

    /// <summary>A file that the system does not let us read.</summary>
    public static Problem CannotOpen(string name, string why) =>
        new("PRL0022", $"{name} cannot be opened ({why})", "check that it is a file you may read");

    /// <summary>Nothing but white space.</summary>
    public static Problem Empty(string name) => new("PRL0023", $"{name} is empty", "give it a text");

    /// <summary>Not a text at all.</summary>
    public static Problem Binary(string name, string what) =>
        new("PRL0024", $"{name} is {what}, not a text", "save its text as a text file or HTML page");

    /// <summary>A text above the limit.</summary>
    public static Problem TooLong(string name) =>
        new(
            "PRL0025",
            $"{name} is longer than {(RawInput.MaxBytes / 1_000_000).ToString(CultureInfo.InvariantCulture)} MB",
            "split it into articles, for instance as JSON Lines"
        );

    /// <summary>Bytes that make no text in any encoding that was tried.</summary>
    public static Problem NotDecodable(string name) => new("PRL0026", $"{name} is in no encoding that Parley knows", "save it as UTF-8");

    /// <summary>A compressed file that breaks off or is damaged.</summary>
    public static Problem DamagedGzip(string name) =>
        new("PRL0027", $"{name} is damaged or cut short: its gzip data do not unpack", "fetch or compress it again");

    /// <summary>A page whose article was not found.</summary>
    public static Problem NoArticle(string name) =>
        new("PRL0028", $"no article was found in the page {name}", "save the article's text as a text file");

    /// <summary>A line of a JSON Lines input that is no JSON object.</summary>
    public static Problem NotJson(string name, string why) =>
        new("PRL0029", $"{name} is not a JSON object ({why})", "write one object a line");

    /// <summary>A line of a JSON Lines input without a text.</summary>
    public static Problem NoText(string name) =>
        new("PRL0030", $"{name} has no string \"text\"", "put the article into the field \"text\"");

    /// <summary>A text in a language that is not read.</summary>
    public static Problem OtherLanguage(string name, string language) =>
        new("PRL0031", $"{name} is not in English (it looks like {language})", "only English is read");

    /// <summary>A page that would take the parser too long.</summary>
    public static Problem TooDeep(string name) =>
        new(
            "PRL0032",
            $"{name} nests its elements deeper than {PageNesting.Deepest.ToString(CultureInfo.InvariantCulture)} levels",
            "save the article's text as a text file"
        );

    /// <summary>Some bytes were no UTF-8; the text was read all the same.</summary>
    public static Problem BrokenUtf8(string name, int count) =>
        new(
            "PRL0040",
            $"{name} has {count.ToString(CultureInfo.InvariantCulture)} broken UTF-8 {(count == 1 ? "sequence" : "sequences")}, read as U+FFFD",
            "save it as UTF-8 if the text matters there"
        );

    /// <summary>A date in the input that is no ISO date; the text was read without it.</summary>
    public static Problem DateNotRead(string name, string value) =>
        new("PRL0041", $"{name} has the date '{value}', which is no ISO date, and was read without it", "write it as 2022-03-30");

    /// <summary>A page that is in another encoding than it says; it was read in the one that fits.</summary>
    public static Problem WrongEncoding(string name, string declared, string actual) =>
        new(
            "PRL0042",
            $"{name} says that it is in {declared}, but is in {actual}, and was read so",
            "check its quotation marks and accents"
        );

    /// <summary>A date of publication that lies in the future.</summary>
    public static Problem FutureDate(string name, string date) =>
        new("PRL0043", $"{name} is dated {date}, which is still to come, and is kept so", "check its date, or give one with --published");

    /// <summary>A date of publication that is too old to be one of news.</summary>
    public static Problem AncientDate(string name, string date) =>
        new("PRL0044", $"{name} is dated {date}, which is long ago, and is kept so", "check its date, or give one with --published");

    /// <summary>The clock stands before the last entry of a ledger.</summary>
    public static Problem ClockBehind(string last, string now) =>
        new(
            "PRL0045",
            $"the clock says {now}, and the last entry of the ledger is of {last}",
            "check the clock; the order of entries goes by their number, not by it"
        );

    /// <summary>A ledger that is not there.</summary>
    public static Problem NoLedger(string file) =>
        new("PRL0050", $"there is no ledger {file}", "make one with: parley add --ledger " + file + " FILE…");

    /// <summary>A file that is no ledger, or one of another version.</summary>
    public static Problem NotALedger(string file, string why) =>
        new("PRL0051", $"{file} cannot be used as a ledger ({why})", "name another file, or check that you may write to it");

    /// <summary>An article that a ledger does not have.</summary>
    /// <param name="name">What was asked for.</param>
    /// <param name="toDo">Articles that begin so, or where to see them.</param>
    public static Problem NoArticleInLedger(string name, string toDo) => new("PRL0052", $"the ledger has no one article '{name}'", toDo);

    /// <summary>A ledger of a newer version.</summary>
    public static Problem NewerLedger(string file, string why) =>
        new("PRL0053", $"{file} was written by a newer Parley ({why})", "use that version; nothing was changed");

    /// <summary>A ledger that another process holds for too long.</summary>
    public static Problem LedgerLocked(string file, string why) =>
        new("PRL0054", $"{file} is in use ({why})", "try again when the other process has ended; what was said to be added is kept");

    /// <summary>A ledger that may not be written to.</summary>
    public static Problem LedgerReadOnly(string file, string why) =>
        new("PRL0055", $"{file} cannot be written ({why})", "get the right to write to it and its folder, or copy it");

    /// <summary>A ledger whose disk is full.</summary>
    public static Problem LedgerFull(string file, string why) =>
        new(
            "PRL0056",
            $"{file} cannot grow ({why})",
            "make room and call again; what was said to be added is kept, the rest is not there in part"
        );

    /// <summary>A ledger with a damaged page.</summary>
    public static Problem LedgerDamaged(string file, string why) =>
        new("PRL0057", $"{file} is damaged ({why})", "put back a copy; until then, articles whose pages are whole can still be asked for");

    /// <summary>A ledger that cannot be reached.</summary>
    public static Problem LedgerUnreachable(string file, string why) =>
        new("PRL0058", $"{file} cannot be opened ({why})", "check its path or address, and that it runs");

    /// <summary>A record that no article of a ledger has.</summary>
    /// <param name="name">What was asked for.</param>
    /// <param name="toDo">Records that there are, or where to see them.</param>
    public static Problem NoRecordInLedger(string name, string toDo) => new("PRL0070", $"the ledger has no record '{name}'", toDo);

    /// <summary>A change that cannot be made to a record.</summary>
    public static Problem CannotCorrect(string why) =>
        new("PRL0071", $"the record was left as it is: {why}", "see its fields with: parley read --json");

    /// <summary>A correction that is not there.</summary>
    public static Problem NoCorrection(string id) =>
        new("PRL0072", $"there is no correction '{id}' in force", "see them with: parley corrections list");

    /// <summary>A line that is no correction.</summary>
    public static Problem NotACorrection(string file, int line) =>
        new("PRL0073", $"{file}:{line} is no correction", "give it lines that parley corrections export wrote; nothing was imported");

    /// <summary>A correction whose record is gone.</summary>
    public static Problem Orphaned(string id, string record, string why) =>
        new(
            "PRL0074",
            $"correction {id} of {record} finds its record no more: {why}",
            "look at the article again; it is kept and changes nothing"
        );

    /// <summary>A judgement without a reason.</summary>
    public static Problem NoReason(string what) => new("PRL0075", $"{what} wants a reason", "give it with --why");

    /// <summary>A value that is none of those that there are.</summary>
    public static Problem NotOneOf(string option, string value, string known) =>
        new("PRL0076", $"{option} '{value}' is none that there is", $"it is one of {known}");

    /// <summary>A correction that something newer disagrees with.</summary>
    public static Problem Disputed(string id, string record, string why) =>
        new(
            "PRL0077",
            $"correction {id} of {record} is in force, and something newer disagrees: {why}",
            "look at it again; undo it if it was wrong"
        );

    /// <summary>A party that no article of a ledger names.</summary>
    /// <param name="party">What was asked for.</param>
    /// <param name="toDo">Near names, or those that there are.</param>
    public static Problem NoParty(string party, string toDo) => new("PRL0060", $"the ledger has no party '{party}'", toDo);

    /// <summary>A record or group that a ledger does not have.</summary>
    /// <param name="kind">What it would be ("claim").</param>
    /// <param name="id">The id that was asked for.</param>
    /// <param name="toDo">Near ids, or where to see them.</param>
    public static Problem NotInLedger(string kind, string id, string toDo) => new("PRL0061", $"the ledger has no {kind} '{id}'", toDo);

    /// <summary>Two days in the wrong order.</summary>
    public static Problem DaysReversed(string from, string to) =>
        new("PRL0062", $"--from {from} lies after --to {to}", "name the earlier day first");

    /// <summary>A server without a ledger.</summary>
    public static Problem NoLedgerNamed() =>
        new("PRL0078", "no ledger is named", "name a file with --ledger, or a database with --postgres");

    /// <summary>A server with two ledgers.</summary>
    public static Problem TwoLedgersNamed() => new("PRL0079", "--ledger and --postgres name two ledgers", "leave one of them out");
}
