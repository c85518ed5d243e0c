using System.Diagnostics;
using System.Globalization;

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

    /// <summary>A ledger that is not there.</summary>
    public static Problem NoLedger(string file) =>
        new("PRL0050", $"there is no ledger {file}", "make one with: parley add --ledger " + file + " FILE…");

    /// <summary>A file that is no ledger, or one of another version.</summary>
    public static Problem NotALedger(string file, string why) =>
        new("PRL0051", $"{file} cannot be used as a ledger ({why})", "name another file, or check that you may write to it");

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
}
