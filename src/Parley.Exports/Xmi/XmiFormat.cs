using System.Collections.Immutable;
using Parley.Exports.Annotating;

namespace Parley.Exports.Xmi;

/// <summary>Records for INCEpTION and whatever else reads UIMA; <c>parley import xmi</c> brings back what people change.</summary>
internal sealed class XmiFormat : IExportFormat
{
    public string Name => "xmi";

    public string Holds => "records to annotate in INCEpTION (UIMA CAS XMI); parley import xmi brings changes back as corrections";

    public ImmutableArray<string> Endings => [".xmi", ".xml"];

    public string MediaType => "application/vnd.xmi+xml";

    public bool IsFolder => true;

    public void Write(ExportSource source, ExportTarget target)
    {
        AnnotationFolder.Write(new XmiForm(), source, target);
        using var types = target.Open(XmiTypes.FileName);
        XmiTypes.Write(types);
    }
}
