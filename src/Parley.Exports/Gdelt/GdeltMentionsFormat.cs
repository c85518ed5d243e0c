using System.Collections.Immutable;
using Parley.Exports.Events;
using Parley.Records;

namespace Parley.Exports.Gdelt;

/// <summary>Tables as GDELT 2.0's mentions: sixteen columns, tabs, no header; one row for each article that tells an event of the format <c>gdelt</c>.</summary>
internal sealed class GdeltMentionsFormat : IExportFormat
{
    private const int Columns = 16;
    private const int Web = 1;
    private const int CitationOnly = 2;
    private const int NotFound = -1;
    private const int Tens = 10;

    public string Name => "gdelt-mentions";

    public string Holds => "each telling of the events of gdelt, in the sixteen columns of GDELT 2.0's mentions";

    public ImmutableArray<string> Endings => [".mentions.csv"];

    public string MediaType => "text/tab-separated-values";

    public bool IsFolder => false;

    public void Write(ExportSource source, ExportTarget target)
    {
        using var output = target.Open("gdelt.mentions.csv");
        var lines = new TabbedLines(output, Columns);
        foreach (var coded in CameoEvents.Of(source))
        foreach (var told in coded.Tellings)
            lines.Write([.. Cells(coded, told)]);
    }

    private static IEnumerable<object?> Cells(CodedEvent coded, EventTelling told)
    {
        var article = told.Reading.Article;
        var points = new CodePoints(article.Text);
        var (one, other) = coded.Pairs().First();
        return
        [
            coded.Number,
            GdeltTime.Of(coded.First),
            GdeltTime.Of(told),
            article.Url is null ? CitationOnly : Web,
            told.Outlet,
            article.Url ?? article.Source ?? article.Id,
            told.Sentence ?? NotFound,
            Offset(told, points, one),
            Offset(told, points, other),
            points.At(told.Event.Trigger.Start),
            0,
            Math.Clamp((int)Math.Round(told.Event.Confidence * Tens) * Tens, Tens, Tens * Tens),
            points.Length,
            null,
            null,
            null,
        ];
    }

    /// <summary>Where the party is named in or nearest before the clause, in code points; -1 where it is not.</summary>
    private static int Offset(EventTelling told, CodePoints points, CodedParty? party)
    {
        if (party is null)
            return NotFound;
        var mentions = told
            .Reading.Actors.Where(actor =>
                CodedParty.Of(actor, told.Reading.Actors) is var coded
                && coded.Code == party.Code
                && (party.Code.Length > 0 || coded.Name == party.Name)
            )
            .SelectMany(actor => actor.Mentions)
            .Where(mention => mention.Start < told.Clause.End)
            .Select(mention => (int?)mention.Start)
            .Max();
        return mentions is { } start ? points.At(start) : NotFound;
    }
}
