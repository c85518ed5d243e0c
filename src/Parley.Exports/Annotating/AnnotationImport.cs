using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Parley.Answers;
using Parley.Corrections;
using Parley.Exports.Brat;
using Parley.Exports.WebAnno;
using Parley.Exports.Xmi;
using Parley.Intake;
using Parley.Ledger;

namespace Parley.Exports.Annotating;

/// <summary>
/// Reads corrections that people made in an annotation tool: a changed label, status, place or link is an edit, an annotation that is gone a rejection. In:
/// the folder that was exported, changed. Out: entries for the log of corrections, each keyed to text, place and words. Nothing is guessed: annotations of
/// another text are orphaned, and new ones are none of a record.
/// </summary>
public sealed class AnnotationImport
{
    private readonly List<Correction> _corrections = [];
    private readonly List<Problem> _problems = [];

    private AnnotationImport() { }

    /// <summary>The formats that can be read back, by name.</summary>
    public static ImmutableArray<string> Formats { get; } = [.. Forms().Select(form => form.Name)];

    /// <summary>What is to be logged, in the order of the files.</summary>
    public IReadOnlyList<Correction> Corrections => _corrections;

    /// <summary>What was passed over, and why.</summary>
    public IReadOnlyList<Problem> Problems => _problems;

    /// <summary>Number of files that were compared.</summary>
    public int Files { get; private set; }

    /// <summary>Compares a folder with what was exported.</summary>
    /// <param name="format">The format, one of <see cref="Formats"/>.</param>
    /// <param name="folder">The folder.</param>
    /// <param name="ledger">The ledger; it is read, and not written.</param>
    /// <param name="note">Who says so, when and why.</param>
    /// <exception cref="ExportException">The folder holds no such annotations.</exception>
    public static AnnotationImport Read(string format, string folder, ILedger ledger, Note note)
    {
        var form = Forms().First(one => one.Name == format);
        var list = Path.Combine(folder, AnnotationBaseline.FileName);
        if (!File.Exists(list))
            throw new ExportException(ExportProblems.NoAnnotations(folder, format));
        var import = new AnnotationImport();
        foreach (var line in File.ReadLines(list))
            if (AnnotationBaseline.Read(line) is not { } baseline)
                import._problems.Add(ExportProblems.AnnotationSkipped(list, "a line of the baseline is damaged"));
            else if (baseline.File.EndsWith(form.Ending, StringComparison.Ordinal) && Path.GetFileName(baseline.File) == baseline.File)
                import.Take(form, folder, baseline, ledger, note);
        return import.Files > 0 || import._problems.Count > 0
            ? import
            : throw new ExportException(ExportProblems.NoAnnotations(folder, format));
    }

    private static IAnnotationForm[] Forms() => [new BratForm(), new WebAnnoForm(), new XmiForm()];

    private void Take(IAnnotationForm form, string folder, AnnotationBaseline baseline, ILedger ledger, Note note)
    {
        var file = Path.Combine(folder, baseline.File);
        if (!File.Exists(file))
        {
            _problems.Add(ExportProblems.AnnotationSkipped(file, "the file is gone; its records stay as they are"));
            return;
        }
        Files++;
        if (ledger.Find(baseline.Article) is not { } reading || ledger.FindUncorrected(baseline.Article) is not { } machine)
        {
            _problems.Add(ExportProblems.TextChanged(file, "the ledger has no article of that hash"));
            return;
        }
        if (form.HasTextBeside && !IsText(Path.ChangeExtension(file, ".txt"), baseline.Article))
        {
            _problems.Add(ExportProblems.TextChanged(file, "the text beside it is another"));
            return;
        }
        var text = reading.Article.Text;
        if (form.Read(File.ReadAllText(file, Encoding.UTF8), text, Broken, out var whyNot) is not { } after)
        {
            _problems.Add(ExportProblems.TextChanged(file, whyNot!));
            return;
        }
        var before = form.Read(baseline.Original, text, static (_, _) => { }, out _) ?? [];
        var comparison = new AnnotationComparison(reading, machine, baseline, note, Broken);
        _corrections.AddRange(comparison.Compare(before, after));

        void Broken(string where, string why) => _problems.Add(ExportProblems.AnnotationSkipped($"{baseline.File}, {where}", why));
    }

    private static bool IsText(string file, string article) =>
        File.Exists(file) && Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file))) == article;
}
