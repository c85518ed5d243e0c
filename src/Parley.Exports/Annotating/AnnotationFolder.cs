using System.Collections.Immutable;
using System.Text;
using Parley.Corrections;
using Parley.Records;

namespace Parley.Exports.Annotating;

/// <summary>Writes the articles of a ledger for an annotation tool, with what is needed to read back what people change.</summary>
internal static class AnnotationFolder
{
    private const int NameDigits = 16;

    /// <summary>Writes all articles.</summary>
    public static void Write(IAnnotationForm form, ExportSource source, ExportTarget target)
    {
        var baselines = new StringBuilder();
        foreach (var reading in source.Readings())
        {
            var records = Annotated.Of(reading);
            var file = reading.Article.Id[..Math.Min(NameDigits, reading.Article.Id.Length)] + form.Ending;
            var original = form.Write(reading, records);
            if (form.HasTextBeside)
                target.WriteText(Path.ChangeExtension(file, ".txt"), reading.Article.Text);
            target.WriteText(file, original);
            baselines
                .Append(
                    new AnnotationBaseline(
                        file,
                        reading.Article.Id,
                        original,
                        records
                            .Select((record, at) => (Tag: form.TagOf(record, at), Key: KeyOf(reading, record)))
                            .ToImmutableSortedDictionary(pair => pair.Tag, pair => pair.Key, StringComparer.Ordinal)
                    ).Line()
                )
                .Append('\n');
        }
        target.WriteText(AnnotationBaseline.FileName, baselines.ToString());
    }

    private static RecordKey KeyOf(Reading reading, Annotated record) => RecordFinder.KeyOf(reading, record.Id)!;
}
