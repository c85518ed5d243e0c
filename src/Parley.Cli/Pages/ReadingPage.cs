using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text;
using Parley.Cli.Views;
using Parley.Records;
using Parley.Wording;

namespace Parley.Cli.Pages;

/// <summary>One reading as one self-contained page: the marked article, and beside each paragraph the cards of the records that begin in it.</summary>
/// <remarks>Nothing is fetched: style and script are in the page, and its content policy forbids anything else. The files are <c>reading.html</c>, <c>.css</c> and <c>.js</c>.</remarks>
internal static class ReadingPage
{
    /// <summary>The page.</summary>
    public static string Of(Reading reading)
    {
        var article = reading.Article;
        var entries = ReadingEntries.Of(reading);
        return Fill(
            File("reading.html"),
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["language"] = Html.Text(article.Language),
                ["title"] = Html.Text(article.Title ?? "Untitled"),
                ["about"] = About(article),
                ["actors"] = Actors(reading),
                ["filters"] = Filters(entries),
                ["rows"] = Rows(article, entries),
                ["style"] = File("reading.css"),
                ["script"] = File("reading.js"),
                ["text-id"] = article.Id,
            }
        );
    }

    private static string About(Article article)
    {
        var facts = new (string Label, string? Value)[]
        {
            ("Publisher", article.Publisher),
            ("Section", article.Section),
            ("Author", article.Byline),
            ("Dateline", article.Dateline is { } line ? string.Join(", ", new[] { line.Place, line.Date }.OfType<string>()) : null),
            ("Published", article.Published is { } day ? (article.DatedByAddress ? $"{day}, by its address" : day) : "unknown"),
            ("Address", article.Url),
            ("Source", article.Source),
        };
        return string.Concat(
            facts
                .Where(fact => !string.IsNullOrEmpty(fact.Value))
                .Select(fact => $"<div><dt>{fact.Label}</dt><dd>{Html.Text(fact.Value!)}</dd></div>")
        );
    }

    private static string Actors(Reading reading)
    {
        var html = new StringBuilder();
        foreach (var actor in reading.Actors)
        {
            var facts = new[] { actor.Code, ReadingEntries.Spell(actor.Kind), actor.Role }.Where(fact => !string.IsNullOrEmpty(fact));
            html.Append(
                CultureInfo.InvariantCulture,
                $"<li><b>{Html.Text(actor.Name)}</b> <span>{Html.Text(string.Join(" · ", facts!))} · {actor.Mentions.Length}×</span></li>"
            );
        }
        return html.ToString();
    }

    private static string Filters(ImmutableArray<Entry> entries)
    {
        var html = new StringBuilder();
        foreach (var (kind, letter, name, _, words) in Kinds.All)
            html.Append(
                CultureInfo.InvariantCulture,
                $"<button type=\"button\" class=\"filter {name}\" data-kind=\"{name}\" aria-pressed=\"true\"><span class=\"tag {name}\" aria-hidden=\"true\">{letter}</span> {words} <span class=\"count\">{entries.Count(entry => entry.Kind == kind && !entry.IsUncertain)}</span></button>"
            );
        return html.ToString();
    }

    private static string Rows(Article article, ImmutableArray<Entry> entries)
    {
        var passages = new Passages(article);
        var marked = new MarkedText(article.Text, entries);
        var cards = entries
            .Where(entry => entry.Marks.Length > 0)
            .OrderBy(entry => entry.Kind == EntryKind.Setting)
            .ThenBy(entry => entry.Marks[0])
            .ThenBy(entry => entry.Kind)
            .ToLookup(entry => passages.ParagraphAt(entry.Marks[0].Start));
        var ids = cards.SelectMany(group => group).Select(entry => entry.Id).ToHashSet(StringComparer.Ordinal);
        var html = new StringBuilder();
        for (var p = 0; p < passages.Paragraphs.Count; p++)
        {
            var span = passages.Paragraphs[p];
            var furniture = IsFurniture(article, span) ? " furniture" : "";
            html.Append(
                CultureInfo.InvariantCulture,
                $"<div class=\"row\"><p class=\"text{furniture}\" id=\"paragraph-{p + 1}\"><a class=\"number\" href=\"#paragraph-{p + 1}\" aria-label=\"Paragraph {p + 1}\">{p + 1}</a>{marked.Render(span)}</p>\n"
            );
            if (cards[p].Any())
                AppendRecords(html, [.. cards[p]], ids, article.Text, passages, p + 1);
            html.Append("</div>\n");
        }
        return html.ToString();
    }

    /// <summary>True when all letters of a paragraph are furniture, be it in several lines.</summary>
    private static bool IsFurniture(Article article, Span paragraph)
    {
        var at = paragraph.Start;
        foreach (var part in article.Furniture.Where(part => part.Overlaps(paragraph)).Order())
        {
            if (part.Start > at && !article.Text.AsSpan(at, part.Start - at).IsWhiteSpace())
                return false;
            at = Math.Max(at, part.End);
        }
        return at >= paragraph.End || article.Text.AsSpan(at, paragraph.End - at).IsWhiteSpace();
    }

    /// <summary>The cards of a paragraph, the uncertain ones folded away below the others.</summary>
    private static void AppendRecords(
        StringBuilder html,
        List<Entry> entries,
        HashSet<string> ids,
        string text,
        Passages passages,
        int paragraph
    )
    {
        var (shown, folded) = (entries.FindAll(entry => !entry.IsUncertain), entries.FindAll(entry => entry.IsUncertain));
        html.Append("<div class=\"records\">");
        if (shown.Count > 0)
            AppendCards(html, shown, ids, text, passages, $"Records of paragraph {paragraph}");
        if (folded.Count > 0)
        {
            html.Append(
                CultureInfo.InvariantCulture,
                $"<details class=\"uncertain\"><summary>{folded.Count} uncertain {(folded.Count == 1 ? "record" : "records")}</summary>"
            );
            AppendCards(html, folded, ids, text, passages, $"Uncertain records of paragraph {paragraph}");
            html.Append("</details>");
        }
        html.Append("</div>");
    }

    private static void AppendCards(
        StringBuilder html,
        IEnumerable<Entry> cards,
        HashSet<string> ids,
        string text,
        Passages passages,
        string label
    )
    {
        html.Append(CultureInfo.InvariantCulture, $"<ul class=\"cards\" aria-label=\"{label}\">\n");
        foreach (var entry in cards)
        {
            var (kind, letter) = (Kinds.Class(entry.Kind), Kinds.Letter(entry.Kind));
            html.Append(
                CultureInfo.InvariantCulture,
                $"<li class=\"card {kind}\" id=\"{entry.Id}\" data-kind=\"{kind}\"><details><summary><span class=\"tag {kind}\" aria-hidden=\"true\">{letter}</span><span class=\"hidden\">{Kinds.Word(entry.Kind)}: </span><span id=\"heading-{entry.Id}\">{Html.Text(entry.Heading)}</span>{Status(entry)}{Gist(entry)}</summary><dl><div><dt>record</dt><dd><a href=\"#{entry.Id}\">{entry.Id}</a></dd></div>"
            );
            foreach (var (name, value) in entry.Facts.Concat(Confidence(entry)))
                html.Append(CultureInfo.InvariantCulture, $"<div><dt>{name}</dt><dd dir=\"auto\">{Linked(name, value, ids)}</dd></div>");
            html.Append("</dl>");
            for (var i = 0; i < entry.Evidence.Length; i++)
                AppendEvidence(html, MarkedText.ProofId(entry, i), entry.Evidence[i], text, passages);
            html.Append("</details></li>\n");
        }
        html.Append("</ul>\n");
    }

    private static IEnumerable<Fact> Confidence(Entry entry) =>
        entry.ConfidenceShown is { } shown ? [new Fact("confidence", entry.IsUncertain ? $"{shown}, uncertain" : shown)] : [];

    /// <summary>What was said or done, where and when, while a card is closed.</summary>
    private static string Gist(Entry entry)
    {
        if (entry.Kind == EntryKind.Setting)
            return "";
        var told = entry.Facts.Where(fact => fact.Label is "said" or "words" or "place" or "places" or "about" or "time");
        var gist = string.Join(" · ", told.Select(fact => fact.Value));
        return gist.Length > 0 ? $"<span class=\"gist\" dir=\"auto\">{Html.Text(gist)}</span>" : "";
    }

    /// <summary>The mark of a status, told apart by its sign and its word.</summary>
    private static string Status(Entry entry) =>
        entry.Status is { } status
            ? $"<span class=\"status\"><span aria-hidden=\"true\">{StatusMarks.Sign(status)}</span> {Html.Text(status)}</span>"
            : "";

    /// <summary>A fact whose ids lead to their records.</summary>
    private static string Linked(string name, string value, HashSet<string> ids)
    {
        if (!ReadingEntries.NamesRecords(name))
            return Html.Text(value);
        return string.Join(
            ", ",
            value
                .Split(", ")
                .Select(part => (Id: part.Split(' ')[0], Part: part))
                .Select(part =>
                    ids.Contains(part.Id)
                        ? $"<a href=\"#{part.Id}\">{part.Id}</a>{Html.Text(part.Part[part.Id.Length..])}"
                        : Html.Text(part.Part)
                )
        );
    }

    private static void AppendEvidence(StringBuilder html, string id, Span evidence, string text, Passages passages)
    {
        var sentence = passages.SentenceAround(evidence);
        html.Append(
            CultureInfo.InvariantCulture,
            $"<blockquote dir=\"auto\">{Html.Text(text[sentence.Start..evidence.Start])}<b>{Html.Text(text[evidence.Start..evidence.End])}</b>{Html.Text(text[evidence.End..sentence.End])} <a href=\"#{id}\">{passages.PlaceOf(evidence)}</a></blockquote>"
        );
    }

    /// <summary>Puts values for <c>{{names}}</c>; what stands in a value is left as it is.</summary>
    private static string Fill(string template, Dictionary<string, string> values)
    {
        var html = new StringBuilder();
        for (var at = 0; at < template.Length; )
        {
            var open = template.IndexOf("{{", at, StringComparison.Ordinal);
            if (open < 0)
                return html.Append(template, at, template.Length - at).ToString();
            var close = template.IndexOf("}}", open, StringComparison.Ordinal);
            html.Append(template, at, open - at).Append(values[template[(open + 2)..close]]);
            at = close + 2;
        }
        return html.ToString();
    }

    private static string File(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
