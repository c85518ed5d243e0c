using Parley.Intake;

namespace Parley.Exports;

/// <summary>What a user is told of exports and imports. <c>docs/errors.md</c> has an entry for each.</summary>
public static class ExportProblems
{
    /// <summary>A format that there is not.</summary>
    public static Problem NoFormat(string name, string known) => new("PRL0150", $"there is no format '{name}'", $"choose one of {known}");

    /// <summary>A format of several files without a folder.</summary>
    public static Problem NeedsFolder(string format) =>
        new(
            "PRL0151",
            $"{format} makes several files, and no folder is named",
            "name one with --out DIR, or an archive with --out FILE.zip"
        );

    /// <summary>A folder that holds something.</summary>
    public static Problem FolderNotEmpty(string path) =>
        new(
            "PRL0152",
            $"the folder {path} is not empty",
            "name another one, or say --force: files of the same names are replaced, others stay"
        );

    /// <summary>A table that there is not, or a format without tables.</summary>
    public static Problem NoTable(string name, string known) => new("PRL0153", $"there is no table '{name}'", known);

    /// <summary>A format that cannot hold what is asked.</summary>
    public static Problem CannotHold(string format, string why) =>
        new("PRL0154", $"{format} cannot be made of this: {why}", "ask for the whole of a ledger in a file, or choose another format");

    /// <summary>Records that a format leaves out.</summary>
    public static Problem LeftOut(string format, string what) =>
        new(
            "PRL0155",
            $"{format} leaves out {what}",
            "all records are in the table events, with their status: parley export jsonl --table events --min-confidence 0"
        );

    /// <summary>A folder or file without annotations.</summary>
    public static Problem NoAnnotations(string path, string format) =>
        new(
            "PRL0156",
            $"{path} holds no annotations of {format}",
            $"name the folder that parley export {format} made and an annotation tool changed"
        );

    /// <summary>An annotation that is passed over.</summary>
    public static Problem AnnotationSkipped(string where, string why) =>
        new("PRL0157", $"{where} is not taken: {why}", "everything else is; mend it and import again");

    /// <summary>Annotations of a text that the ledger does not have.</summary>
    public static Problem TextChanged(string file, string why) =>
        new("PRL0158", $"{file} is orphaned: {why}", "no other place is guessed; export the article anew and annotate that");
}
