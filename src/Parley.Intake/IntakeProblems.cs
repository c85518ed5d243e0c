using System.Globalization;

namespace Parley.Intake;

/// <summary>The problems of archives and of formats other than text and pages, each with its number. <c>docs/errors.md</c> has an entry for each.</summary>
public static class IntakeProblems
{
    /// <summary>An archive or a part of it that is damaged.</summary>
    public static Problem DamagedArchive(string name, string why) =>
        new("PRL0033", $"{name} is damaged or cut short ({why})", "fetch or pack it again; what was read before stays");

    /// <summary>Data that unpack to far more than they are.</summary>
    public static Problem Bomb(string name) =>
        new(
            "PRL0034",
            $"{name} unpacks to more than {Archives.BoundedStream.MostTimes.ToString(CultureInfo.InvariantCulture)} times its size",
            "unpack it yourself if you trust it"
        );

    /// <summary>Archives in archives in archives.</summary>
    public static Problem TooNested(string name) =>
        new(
            "PRL0035",
            $"{name} lies in more than {InputDoor.Deepest.ToString(CultureInfo.InvariantCulture)} archives",
            "unpack the outer ones"
        );

    /// <summary>A document without words.</summary>
    public static Problem NoWords(string name, string what) =>
        new("PRL0036", $"{name} is {what} without text (pictures of pages have none)", "run it through text recognition first");

    /// <summary>A table in which no column holds the text.</summary>
    public static Problem NoTextColumn(string name, string columns) =>
        new("PRL0037", $"{name} has no column of texts (its columns are {columns})", "name it with --columns text=COLUMN");

    /// <summary>A list of addresses, a feed or a table of GDELT that holds no texts itself.</summary>
    public static Problem HoldsAddresses(string name, string what) =>
        new("PRL0038", $"{name} is {what}, and holds addresses instead of texts", $"write @{name} to have them fetched");

    /// <summary>A document that cannot be taken apart.</summary>
    public static Problem DamagedDocument(string name, string what, string why) =>
        new("PRL0039", $"{name} is {what} that cannot be read ({why})", "save its text as a text file or HTML page");

    /// <summary>An archive that holds nothing to read.</summary>
    public static Problem NothingInside(string name, string what) =>
        new("PRL0174", $"{name} holds nothing to read ({what})", "see docs/intake.md for what is read and what is passed over");

    /// <summary>An archive with too many parts.</summary>
    public static Problem TooManyParts(string name, long parts) =>
        new(
            "PRL0175",
            $"{name} holds {parts.ToString(CultureInfo.InvariantCulture)} files, which is too many for one archive",
            "unpack it, and name its folder"
        );

    /// <summary>Columns that a call names wrongly.</summary>
    public static Problem NotColumns(string part) =>
        new(
            "PRL0176",
            $"--columns has '{part}', which names no field",
            "write it as title=COLUMN,text=COLUMN; fields are byline, date, id, publisher, text, title, url"
        );

    /// <summary>What the native build leaves out.</summary>
    /// <param name="what">What is asked for, as the subject of "this build leaves out": <c>a.pdf is a PDF file, which</c>.</param>
    public static Problem NotInThisBuild(string what) =>
        new(
            "PRL0177",
            $"{what} this build leaves out: it is native code with the fast model alone",
            "use the whole program (docs/publish.md)"
        );

    /// <summary>A text that breaks off; what is there was read.</summary>
    public static Problem CutShort(string name, string why) =>
        new("PRL0046", $"{name} breaks off ({why}), and was read as far as it goes", "fetch it again if the end matters");

    /// <summary>A record of a web archive whose length is not the one that it says.</summary>
    public static Problem WrongLength(string name) =>
        new("PRL0047", $"{name} has another length than it says, and was read up to the next record", "check how the archive was written");

    /// <summary>A date that cannot be one of publication.</summary>
    public static Problem UnlikelyDate(string name, string date) =>
        new(
            "PRL0048",
            $"{name} has the date '{date}', which cannot be one of publication, and was read without it",
            "give one with --published"
        );

    /// <summary>A feed whose XML is broken; what could be read was.</summary>
    public static Problem BrokenXml(string name, string what) =>
        new(
            "PRL0049",
            $"{name} is no sound XML ({what}), and was read as far as that allows",
            "tell whoever publishes it if something is missing"
        );
}
