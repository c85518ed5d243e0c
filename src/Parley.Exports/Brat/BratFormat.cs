using System.Collections.Immutable;
using System.Text;
using Parley.Exports.Annotating;
using Parley.Records;

namespace Parley.Exports.Brat;

/// <summary>Texts and records for brat, with its configuration; <c>parley import brat</c> brings back what people change.</summary>
internal sealed class BratFormat : IExportFormat
{
    public string Name => "brat";

    public string Holds => "texts and records to annotate in brat; parley import brat brings changes back as corrections";

    public ImmutableArray<string> Endings => [".ann", ".txt"];

    public string MediaType => "text/plain";

    public bool IsFolder => true;

    public void Write(ExportSource source, ExportTarget target)
    {
        AnnotationFolder.Write(new BratForm(), source, target);
        target.WriteText("annotation.conf", Configuration());
    }

    private static string Configuration()
    {
        var text = new StringBuilder("[entities]\n");
        Labels<ActorKind>(text, "Actor");
        Labels<PlaceUse>(text, "Place");
        foreach (var type in new[] { "DATE", "TIME", "DURATION", "SET" })
            text.Append("Time_").Append(type).Append('\n');
        Labels<StatementAct>(text, "Statement");
        Labels<EventType>(text, "Event");
        Labels<FigureMeasure>(text, "Figure");
        Labels<UndertakingKind>(text, "Undertaking");
        Labels<PositionStance>(text, "Position");
        text.Append("\n[relations]\n");
        foreach (var role in new[] { "Speaker", "Doer", "Target", "By", "Party" })
            text.Append(role).Append("\tArg1:<ENTITY>, Arg2:<ENTITY>\n");
        text.Append("\n[events]\n\n[attributes]\nStatus\tArg:<ENTITY>, Value:");
        return text.AppendJoin('|', Enum.GetValues<EventStatus>().Select(ReadingJson.Spell)).Append('\n').ToString();
    }

    private static void Labels<T>(StringBuilder text, string name)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
            text.Append(name).Append('_').Append(ReadingJson.Spell(value)).Append('\n');
    }
}
