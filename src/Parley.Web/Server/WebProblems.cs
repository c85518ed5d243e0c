using Parley.Intake;

namespace Parley.Web.Server;

/// <summary>What can be wrong with a request or with a server's start. The numbers stand in <c>docs/errors.md</c>.</summary>
public static class WebProblems
{
    /// <summary>There is no such page.</summary>
    public static Problem NoPage(string path) => new("PRL0080", $"there is no page {path}", "begin at /board, or see the list at the left");

    /// <summary>A page that does not take the method of a request.</summary>
    public static Problem NoMethod(string method, string path) =>
        new("PRL0081", $"{path} does not answer {method}", "see the methods in /openapi/v1.json");

    /// <summary>A request for another host: a page of the network that turned its name to this computer.</summary>
    public static Problem WrongHost(string host) =>
        new("PRL0082", $"this server is not '{host}'", "call it by the address that parley serve printed");

    /// <summary>A request that writes and comes from elsewhere, or without the token of the form.</summary>
    public static Problem WrongOrigin(string why) =>
        new("PRL0083", $"the form was not accepted ({why})", "load the page again and send it anew");

    /// <summary>The server shows only.</summary>
    public static Problem ReadOnly() =>
        new("PRL0084", "this workbench is for reading only", "start it without --read-only to correct and add");

    /// <summary>A request that cannot be read.</summary>
    public static Problem BadRequest(string why) => new("PRL0085", $"the request cannot be read ({why})", "check what is sent");

    /// <summary>A parameter that an address does not have.</summary>
    public static Problem NoParameter(string path, string name, string toDo) => new("PRL0091", $"{path} has no parameter '{name}'", toDo);

    /// <summary>A body in a form that is not taken.</summary>
    public static Problem NotJson(string? type) =>
        new(
            "PRL0092",
            $"the request cannot be read (its body is {type ?? "of no type"})",
            "send JSON, with the Content-Type application/json"
        );

    /// <summary>A server that reads no texts.</summary>
    public static Problem NoModel() =>
        new("PRL0093", "no text can be read here (the server was started without a language model)", "read it with parley read");

    /// <summary>A model that cannot be opened.</summary>
    public static Problem ModelFails(string model, string why) =>
        new(
            "PRL0094",
            $"the {model} model cannot be opened ({why.TrimEnd('.')})",
            "name the other model, or put the models beside the program"
        );

    /// <summary>A fault of the program.</summary>
    public static Problem Fault(string what) =>
        new("PRL0086", $"the workbench failed ({what})", "try again, and report it with the lines that the server wrote");

    /// <summary>An address that is none.</summary>
    public static Problem NotAnAddress(string url) =>
        new("PRL0087", $"'{url}' is no address to listen on", "name one such as http://127.0.0.1:5080");

    /// <summary>An address beyond this computer, without users.</summary>
    public static Problem NotLocal(string url) =>
        new(
            "PRL0088",
            $"{url} could be reached from elsewhere, and nobody would be asked who he is",
            "listen on 127.0.0.1 or [::1], or name who may log in with --users"
        );

    /// <summary>A folder for a report that holds something.</summary>
    public static Problem ReportFolderNotEmpty(string path) =>
        new(
            "PRL0098",
            $"the folder {path} is not empty",
            "name another, or write into it with --force: files of the same names are replaced"
        );

    /// <summary>A folder for a report that cannot be written.</summary>
    public static Problem ReportFolderRefused(string path, string why) =>
        new("PRL0099", $"the report cannot be written into {path} ({why.TrimEnd('.')})", "name a folder that you may write to");

    /// <summary>An address that another program has, or that cannot be had.</summary>
    public static Problem AddressTaken(string url, string why) =>
        new("PRL0089", $"{url} cannot be listened on ({why.TrimEnd('.')})", "name another port with --urls, or end what listens there");

    /// <summary>A record that is no longer the one that a page showed.</summary>
    public static Problem RecordChanged(string record) =>
        new("PRL0100", $"{record} is another record since the page was made", "load the page again and look at it anew");

    /// <summary>Something that wants a reason has none.</summary>
    public static Problem NoReason(string what) => new("PRL0101", $"{what} wants a reason", "write a few words under “why”");

    /// <summary>Nothing that could be taken back.</summary>
    public static Problem NothingToUndo() =>
        new("PRL0102", "there is nothing of yours to take back", "see what others said at /corrections");

    /// <summary>More than may be handed in at once.</summary>
    public static Problem TooMuch(string what) => new("PRL0103", what, "hand in less at once, or use parley add");

    /// <summary>Something that took too long to come.</summary>
    public static Problem TooSlow(int seconds) =>
        new("PRL0104", $"not all had come after {seconds} seconds", "hand in less at once, or use parley add");

    /// <summary>A server that reads nothing.</summary>
    public static Problem CannotAdd(string why) => new("PRL0105", $"nothing can be added here ({why})", "use parley add");

    /// <summary>Nothing was handed in.</summary>
    public static Problem NothingToAdd() =>
        new("PRL0106", "neither a text nor a file nor an address was handed in", "paste a text, choose files or write addresses");

    /// <summary>As many listen to the changes as the server has room for.</summary>
    public static Problem TooManyListeners(int most) =>
        new("PRL0107", $"{most} listen to the changes already", "close other pages, or ask again later");

    /// <summary>A file that holds more than is read of one.</summary>
    public static Problem HoldsTooMuch(string file, string most) => new("PRL0108", $"{file} holds more than {most}", "use parley add");
}
