using Parley.Assessments;
using Parley.Ledger;
using Parley.Links;
using Parley.Records;

namespace Parley.Cli;

/// <summary>What both forms of the board say of an undertaking.</summary>
internal sealed class BoardEntry(Assessment assessment)
{
    /// <summary>The share of common words from which two sentences are alike.</summary>
    private const double AlikeShare = 0.8;

    private readonly UndertakingTelling _first = assessment.Undertaking.Tellings[0];

    /// <summary>The undertaking with what bears on it.</summary>
    public Assessment Assessment => assessment;

    /// <summary>Who is bound.</summary>
    public string Party => assessment.Undertaking.Party;

    /// <summary>"reduction-of-operations".</summary>
    public string Kind => UndertakingNames.Of(assessment.Undertaking.Pledge.Kind);

    /// <summary>The words of the first telling.</summary>
    public string Words => Quote(_first.Reading, _first.Undertaking.Text);

    /// <summary>"contested".</summary>
    public string Status => assessment.Status.ToString().ToLowerInvariant();

    /// <summary>Names of the area, of all tellings.</summary>
    public IEnumerable<string> Area => assessment.Undertaking.Pledge.Area.Select(place => place.Name);

    /// <summary>The words of all tellings for what it is not and does not cover; each wording once.</summary>
    public IEnumerable<string> Limits => Quotes(undertaking => undertaking.Limits);

    /// <summary>The words of all tellings for its conditions.</summary>
    public IEnumerable<string> Conditions => Quotes(undertaking => undertaking.Conditions);

    /// <summary>The words of all tellings for what was left unsaid.</summary>
    public IEnumerable<string> LeftOpen => Quotes(undertaking => undertaking.Open);

    /// <summary>"7 reports · 6 outlets · 4 independent origins".</summary>
    public string Counts =>
        $"{Number(assessment.Reports, "report")} · {Number(assessment.Outlets, "outlet")} · {Number(assessment.Origins, "independent origin")}";

    /// <summary>"Continental Wire, 2022-03-29", with "copy of …" where it is one.</summary>
    public string Outlet(Reading reading)
    {
        var name = Name(reading.Article);
        var day = ReadingOrder.Day(reading) is { } published ? $", {published}" : "";
        return CopyOf(reading) is { } original ? $"{name}{day} (copy of {original})" : name + day;
    }

    /// <summary>The outlet that an article copies; null where it copies none.</summary>
    public string? CopyOf(Reading reading)
    {
        foreach (var origin in assessment.Articles)
            if (
                origin.ArticleId == reading.Article.Id
                && (origin.CopyOf is not null || origin.Key != (reading.Article.Publisher ?? reading.Article.Id))
            )
                return origin.Key;
        return null;
    }

    /// <summary>A testimony and, behind it, those of copies of the same words.</summary>
    public static IEnumerable<List<Testimony>> WithCopies(IEnumerable<Testimony> testimonies)
    {
        var groups = new List<List<Testimony>>();
        foreach (var testimony in testimonies)
        {
            var group = groups.Find(other =>
                other[0].Origin == testimony.Origin
                && other[0].Speaker == testimony.Speaker
                && Alike(Sentence(other[0]), Sentence(testimony))
            );
            if (group is null)
                groups.Add([testimony]);
            else
                group.Add(testimony);
        }
        return groups;
    }

    /// <summary>The sentence of a testimony on one line.</summary>
    public static string Sentence(Testimony testimony) => Quote(testimony.Reading, testimony.Sentence);

    /// <summary>The name of the outlet, else of the file.</summary>
    public static string Name(Article article) => article.Publisher ?? article.Source ?? article.Id[..12];

    private IEnumerable<string> Quotes(Func<Undertaking, IEnumerable<Span>> part) =>
        assessment
            .Undertaking.Tellings.SelectMany(telling => part(telling.Undertaking).Select(span => Quote(telling.Reading, span)))
            .Distinct(StringComparer.OrdinalIgnoreCase);

    private static string Quote(Reading reading, Span span) => span.Of(reading.Article.Text).ToString().ReplaceLineEndings(" ");

    /// <summary>Two sentences are alike when they share most of their words, whatever their order.</summary>
    private static bool Alike(string a, string b)
    {
        var (left, right) = (
            a.Split(' ').ToHashSet(StringComparer.OrdinalIgnoreCase),
            b.Split(' ').ToHashSet(StringComparer.OrdinalIgnoreCase)
        );
        return left.Count(right.Contains) >= AlikeShare * Math.Min(left.Count, right.Count);
    }

    private static string Number(int count, string noun) => $"{count} {noun}{(count == 1 ? "" : "s")}";
}
