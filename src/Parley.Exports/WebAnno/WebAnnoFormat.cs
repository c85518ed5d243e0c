using System.Collections.Immutable;
using Parley.Exports.Annotating;

namespace Parley.Exports.WebAnno;

/// <summary>Records for INCEpTION and WebAnno; <c>parley import webanno</c> brings back what people change.</summary>
internal sealed class WebAnnoFormat : IExportFormat
{
    public string Name => "webanno";

    public string Holds => "records to annotate in INCEpTION (WebAnno TSV 3.3); parley import webanno brings changes back as corrections";

    public ImmutableArray<string> Endings => [".tsv"];

    public string MediaType => "text/tab-separated-values";

    public bool IsFolder => true;

    public void Write(ExportSource source, ExportTarget target) => AnnotationFolder.Write(new WebAnnoForm(), source, target);
}
