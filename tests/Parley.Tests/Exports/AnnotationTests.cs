using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Parley.Answers;
using Parley.Corrections;
using Parley.Exports;
using Parley.Exports.Annotating;
using Parley.Exports.Brat;
using Parley.Exports.WebAnno;
using Parley.Exports.Xmi;
using Parley.Ledger;
using Parley.Records;
using Parley.Tests.Intake;
using Xunit;

namespace Parley.Tests.Exports;

public sealed class AnnotationTests : IDisposable
{
    /// <summary>An emoji, Ukrainian, a letter with a combining mark, brackets and bars that the formats escape, and a record over two lines.</summary>
    private static readonly Reading s_reading = Told.Article(
            "Quay",
            "2022-04-05",
            "🙂 Президент of Norland said re\u0301sume\u0301 [sic] | it would_leave;\nand Norland left Київ -> Sudmark said so."
        )
        .Who("a1", "Norland", "RUS", ActorKind.Country)
        .Who("a2", "Sudmark", "UKR", ActorKind.Country)
        .Where("p1", "Київ", 50.45, 30.52)
        .Says("s1", "a1", "it would_leave;\nand Norland left Київ", StatementAct.Promises)
        .Does("e1", EventType.Retreat, "0874", "Norland left Київ", "left", sources: ["a1"], place: "p1", statement: "s1", mode: "withdraw")
        .Does("e2", EventType.Assault, "190", "[sic] | it", "[sic] | it", EventStatus.Denied, ["a2"], ["a1"]);

    private static readonly Note s_note = new("vera", new DateTimeOffset(2026, 2, 3, 4, 5, 6, TimeSpan.Zero), "second reading");

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Web_annotations_stand_where_their_code_points_say()
    {
        var text = s_reading.Article.Text;
        var runes = text.EnumerateRunes().ToList();
        using var json = JsonDocument.Parse(Told.Write("web-annotation", Told.Source(Told.Ledger(s_reading))));
        var targets = json
            .RootElement.GetProperty("first")
            .GetProperty("items")
            .EnumerateArray()
            .SelectMany(item => item.GetProperty("target").EnumerateArray())
            .ToList();
        Assert.Equal(3, targets.Count);
        foreach (var target in targets)
        {
            var (quote, position) = (target.GetProperty("selector")[0], target.GetProperty("selector")[1]);
            var (start, end) = (position.GetProperty("start").GetInt32(), position.GetProperty("end").GetInt32());
            Assert.Equal(quote.GetProperty("exact").GetString(), Of(runes[start..end]));
            Assert.Equal(quote.GetProperty("prefix").GetString(), Of(runes[Math.Max(0, start - 32)..start]));
            Assert.Equal(quote.GetProperty("suffix").GetString(), Of(runes[end..Math.Min(runes.Count, end + 32)]));
            Assert.Equal("urn:sha256:" + s_reading.Article.Id, target.GetProperty("state").GetProperty("cached").GetString());
        }
    }

    [Theory]
    [InlineData("brat")]
    [InlineData("webanno")]
    [InlineData("xmi")]
    public void What_is_written_is_read_back_the_same(string format)
    {
        IAnnotationForm form = format switch
        {
            "brat" => new BratForm(),
            "xmi" => new XmiForm(),
            _ => new WebAnnoForm(),
        };
        var records = Annotated.Of(s_reading);
        var marks = form.Read(
            form.Write(s_reading, records),
            s_reading.Article.Text,
            (where, why) => Assert.Fail($"{where}: {why}"),
            out _
        )!.Value;
        var names = records
            .Select((record, at) => (record.Id, Tag: form.TagOf(record, at)))
            .ToDictionary(pair => pair.Id, pair => pair.Tag);
        Assert.Equal(records.Length, marks.Length);
        foreach (var record in records)
        {
            var mark = marks.Single(one => one.Tag == names[record.Id]);
            Assert.Equal((record.Label, record.Status), (mark.Label, mark.Status));
            Assert.Equal(record.Spans, mark.Spans);
            Assert.Equal(record.Links.SelectMany(link => link.Ids.Select(id => (link.Role, names[id]))).Order(), mark.Links.Order());
        }
    }

    [Fact]
    public void Brat_counts_code_points_and_WebAnno_code_units()
    {
        Assert.Contains(
            "\tActor_country 15 22\tNorland\n",
            new BratForm().Write(s_reading, Annotated.Of(s_reading)),
            StringComparison.Ordinal
        );
        Assert.Contains("\t16-23\tNorland\t", new WebAnnoForm().Write(s_reading, Annotated.Of(s_reading)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("brat")]
    [InlineData("webanno")]
    [InlineData("xmi")]
    public void What_nobody_changed_corrects_nothing(string format)
    {
        var import = Import(format, Export(format));
        Assert.Empty(import.Corrections);
        Assert.Empty(import.Problems);
        Assert.Equal(1, import.Files);
    }

    [Fact]
    public void Labels_places_links_and_deletions_of_brat_are_corrections()
    {
        var ledger = Export("brat");
        Change(
            ".ann",
            file =>
            {
                var event1 = TagOf(file, "e1");
                var lines = file.Split('\n').ToList();
                lines.RemoveAll(line =>
                    line.StartsWith(TagOf(file, "e2") + "\t", StringComparison.Ordinal)
                    || line.Contains(" " + TagOf(file, "e2") + " ", StringComparison.Ordinal)
                    || line.Contains(":" + TagOf(file, "e2") + " ", StringComparison.Ordinal)
                );
                return string.Join('\n', lines)
                    .Replace($"{event1}\tEvent_RETREAT", $"{event1}\tEvent_MOBILIZE", StringComparison.Ordinal)
                    .Replace($"Status {event1} happened", $"Status {event1} denied", StringComparison.Ordinal)
                    .Replace(
                        $"Doer Arg1:{event1} Arg2:{TagOf(file, "a1")}",
                        $"Doer Arg1:{event1} Arg2:{TagOf(file, "a2")}",
                        StringComparison.Ordinal
                    );
            }
        );
        var import = Import("brat", ledger);
        Assert.Empty(import.Problems);
        Assert.Equal(
            ["edit type=\"MOBILIZE\"", "edit status=\"denied\"", "edit sources=[\"a2\"]", "reject e2="],
            import.Corrections.Select(Show)
        );
        var corrected = Corrector.Apply(s_reading, [.. import.Corrections]);
        Assert.Equal("e1", Assert.Single(corrected.Events).Id);
        Assert.Equal((EventType.Mobilize, EventStatus.Denied), (corrected.Events[0].Type, corrected.Events[0].Status));
        CorrectionDraft.Log(ledger, import.Corrections, refreshes: false);
        Assert.Empty(Import("brat", ledger).Corrections);
    }

    [Fact]
    public void A_moved_span_of_brat_is_an_edit_of_its_place()
    {
        var ledger = Export("brat");
        var points = s_reading.Article.Text.EnumerateRunes().Count() - s_reading.Article.Text.Length;
        var (old, moved) = (s_reading.At("left"), s_reading.At("left Київ"));
        Change(
            ".ann",
            file =>
                file.Replace(
                    $"{old.Start + points} {old.End + points}\tleft",
                    $"{moved.Start + points} {moved.End + points}\tleft Київ",
                    StringComparison.Ordinal
                )
        );
        var correction = Assert.Single(Import("brat", ledger).Corrections);
        Assert.Equal(("trigger", $"{{\"start\":{moved.Start},\"end\":{moved.End}}}"), (correction.Field, correction.Value));
    }

    [Fact]
    public void Labels_and_deletions_of_WebAnno_are_corrections()
    {
        var ledger = Export("webanno");
        Change(
            ".tsv",
            file =>
                file.Replace("Statement\\_promises", "Statement\\_asserts", StringComparison.Ordinal)
                    .Replace("Place\\_literal", "Place\\_people", StringComparison.Ordinal)
        );
        Assert.Equal(["edit act=\"asserts\"", "edit use=\"people\""], Import("webanno", ledger).Corrections.Select(Show));
    }

    [Fact]
    public void Labels_places_and_deletions_of_Xmi_are_corrections()
    {
        var ledger = Export("xmi");
        var (old, moved) = (s_reading.At("left"), s_reading.At("left Київ"));
        Change(
            ".xmi",
            file =>
                string.Join('\n', file.Split('\n').Where(line => !line.Contains("record=\"e2\"", StringComparison.Ordinal)))
                    .Replace("Statement_promises", "Statement_asserts", StringComparison.Ordinal)
                    .Replace(
                        $"begin=\"{old.Start}\" end=\"{old.End}\" label=",
                        $"begin=\"{moved.Start}\" end=\"{moved.End}\" label=",
                        StringComparison.Ordinal
                    )
        );
        var import = Import("xmi", ledger);
        Assert.Empty(import.Problems);
        Assert.Equal(
            ["edit act=\"asserts\"", $"edit trigger={{\"start\":{moved.Start},\"end\":{moved.End}}}", "reject e2="],
            import.Corrections.Select(Show)
        );
    }

    [Fact]
    public void Every_annotation_of_Xmi_has_a_type_and_the_view_lists_all()
    {
        Export("xmi");
        var types = XDocument.Load(Path.Combine(_folder.Root, "TypeSystem.xml"));
        XNamespace uima = "http://uima.apache.org/resourceSpecifier";
        XNamespace xmi = "http://www.omg.org/XMI";
        XNamespace cas = "http:///uima/cas.ecore";
        var described = types
            .Descendants(uima + "typeDescription")
            .ToDictionary(
                type => type.Element(uima + "name")!.Value,
                type => type.Descendants(uima + "featureDescription").Select(feature => feature.Element(uima + "name")!.Value).ToHashSet()
            );
        var root = XDocument.Load(Assert.Single(Directory.GetFiles(_folder.Root, "*.xmi"))).Root!;
        var text = root.Element(cas + "Sofa")!.Attribute("sofaString")!.Value;
        Assert.Equal(s_reading.Article.Text, text);
        var annotations = root.Elements().Where(element => element.Name.Namespace != cas).ToList();
        foreach (var annotation in annotations)
        {
            var type =
                annotation.Name.NamespaceName["http:///".Length..^".ecore".Length].Replace('/', '.') + "." + annotation.Name.LocalName;
            var features = annotation.Attributes().Select(one => one.Name).Where(name => name.Namespace == XNamespace.None);
            var known = new HashSet<string>([.. described[type], "sofa", "begin", "end", "language"]);
            Assert.Subset(known, features.Select(name => name.LocalName).ToHashSet());
        }
        Assert.Equal(
            annotations.Select(one => one.Attribute(xmi + "id")!.Value),
            root.Element(cas + "View")!.Attribute("members")!.Value.Split(' ')
        );
        Assert.Contains(annotations, one => one.Name.LocalName == "Token" && Words(one) == "Norland");

        string Words(XElement one) => text[(int)one.Attribute("begin")!..(int)one.Attribute("end")!];
    }

    [Theory]
    [InlineData("brat", ".txt", "Norland", "Nordland")]
    [InlineData("webanno", ".tsv", "\tNorland\t", "\tNordland\t")]
    [InlineData("xmi", ".xmi", "of Norland said", "of Nordland said")]
    [InlineData("xmi", ".xmi", "</xmi:XMI>", "")]
    public void Annotations_of_another_text_are_orphaned(string format, string ending, string words, string others)
    {
        var ledger = Export(format);
        Change(ending, file => file.Replace(words, others, StringComparison.Ordinal));
        var import = Import(format, ledger);
        Assert.Empty(import.Corrections);
        Assert.Equal("PRL0158", Assert.Single(import.Problems).Code);
    }

    [Fact]
    public void A_label_that_is_none_and_a_new_annotation_are_said_and_the_rest_is_taken()
    {
        var ledger = Export("brat");
        Change(
            ".ann",
            file =>
                file.Replace("Event_RETREAT", "Event_DANCE", StringComparison.Ordinal)
                    .Replace("Statement_promises", "Statement_asserts", StringComparison.Ordinal) + "T99\tActor_person 0 1\t🙂\n"
        );
        var import = Import("brat", ledger);
        Assert.Equal(["edit act=\"asserts\""], import.Corrections.Select(Show));
        Assert.Equal(["PRL0157", "PRL0157"], import.Problems.Select(problem => problem.Code));
    }

    [Fact]
    public void Of_two_records_in_one_place_only_the_rejected_one_goes_however_often_it_is_imported()
    {
        var twins = Told.Article("Quay", "2022-04-05", "It destroyed 12 tanks and 10 guns.")
            .Does("e1", EventType.Assault, "190", "destroyed 12 tanks and 10 guns", "destroyed")
            .Does("e2", EventType.Coerce, "170", "destroyed 12 tanks and 10 guns", "12 tanks");
        var ledger = Told.Ledger(twins);
        ExportFormats.Find("brat")!.Write(Told.Source(ledger), new FolderTarget(_folder.Root));
        Change(".ann", file => string.Join('\n', file.Split('\n').Where(line => !line.Contains("T2", StringComparison.Ordinal))));
        var import = Import("brat", ledger);
        Assert.Equal("e2", Assert.Single(Assert.Single(import.Corrections).Targets).Id);
        CorrectionDraft.Log(ledger, import.Corrections, refreshes: false);
        Assert.Empty(Import("brat", ledger).Corrections);
    }

    [Fact]
    public void A_folder_without_annotations_is_said()
    {
        var fault = Assert.Throws<ExportException>(() => AnnotationImport.Read("brat", _folder.Root, Told.Ledger(s_reading), s_note));
        Assert.Equal("PRL0156", fault.Problem.Code);
    }

    public void Dispose() => _folder.Dispose();

    private static string Of(IEnumerable<Rune> runes) => string.Concat(runes.Select(rune => rune.ToString()));

    private static string Show(Correction correction) =>
        correction.Verb == CorrectionVerb.Edit ? $"edit {correction.Field}={correction.Value}" : $"reject {correction.Targets[0].Id}=";

    private static string TagOf(string file, string record) =>
        file.Split('\n').Single(line => line.EndsWith("\t" + record, StringComparison.Ordinal) && line[0] == '#').Split('\t')[1].Split(' ')[
            1
        ];

    private ILedger Export(string format)
    {
        var ledger = Told.Ledger(s_reading);
        ExportFormats.Find(format)!.Write(Told.Source(ledger), new FolderTarget(_folder.Root));
        return ledger;
    }

    private AnnotationImport Import(string format, ILedger ledger) => AnnotationImport.Read(format, _folder.Root, ledger, s_note);

    private void Change(string ending, Func<string, string> change)
    {
        var file = Assert.Single(Directory.GetFiles(_folder.Root, "*" + ending));
        var (before, after) = (File.ReadAllText(file), change(File.ReadAllText(file)));
        Assert.NotEqual(before, after);
        File.WriteAllText(file, after);
    }
}
