using System.Globalization;
using Parley.Assessments;
using Parley.Chronicle;
using Parley.Claims;
using Parley.Ledger;
using Parley.Negotiations;
using Parley.Records;
using Parley.Wording;

namespace Parley.Web.Mcp;

/// <summary>Makes what tools answer of what the ledger knows.</summary>
/// <param name="ledger">The ledger, for the words and confidence of records.</param>
internal sealed class ToolRecords(ILedger ledger)
{
    private const int ShortId = 8;

    private readonly Dictionary<string, Reading?> _readings = new(StringComparer.Ordinal);

    /// <summary>A claim.</summary>
    public ToolRecord Of(ClaimEntry claim) =>
        new()
        {
            Id = claim.Id,
            Kind = "claim",
            What = string.Join(
                ' ',
                new[] { string.Join(", ", claim.Doers), claim.Deed, claim.Polarity, string.Join(", ", claim.Places), claim.Day }.Where(
                    part => !string.IsNullOrEmpty(part)
                )
            ),
            Quote = claim.First.Sentence,
            Span = SpanOf(claim.First),
            Source = SourceOf(claim.First),
            Status = claim.Status,
            Confidence = ConfidenceOf(claim.First),
            Party = claim.Doers.IsEmpty ? null : claim.Doers[0],
            Day = claim.Day,
            Counts = new ToolCounts(claim.Reports, claim.Outlets, claim.Origins),
            Facts = new ToolFacts()
                .Add("words", claim.Words)
                .Add("mode", claim.Mode)
                .Add("objects", string.Join(", ", claim.Objects))
                .Add("numbers", claim.Numbers)
                .Add("record", claim.First.Id)
                .Add("rule", claim.Rule.ToString(CultureInfo.InvariantCulture))
                .Add("would change it", claim.WouldChange)
                .All,
        };

    /// <summary>An origin that speaks to a claim.</summary>
    public ToolRecord Of(ClaimOrigin origin, string role) =>
        Cited(origin.Quote, "witness", $"{origin.Teller ?? origin.Origin} {role} it") with
        {
            Role = role,
            Party = origin.Side,
            Facts = new ToolFacts()
                .Add("origin", origin.Origin)
                .Add("teller", origin.Teller)
                .Add("basis", origin.Basis)
                .Add("interest", origin.Interest)
                .Add("weight", origin.Weight.ToString("0.##", CultureInfo.InvariantCulture))
                .Add("also in", origin.CarriedBy.Select(place => $"{place.Outlet} {place.Published}".TrimEnd()))
                .All,
        };

    /// <summary>A claim that is not known to be the same as another.</summary>
    public ToolRecord Of(RelatedClaim related) =>
        Cited(related.Quote, "claim", "a claim that is not known to be the same") with
        {
            Id = related.Id,
            Role = "unclear",
            Facts = new ToolFacts().Add("differs in", related.Differs).Add("does not tell", related.Missing).All,
        };

    /// <summary>An undertaking as the board shows it.</summary>
    public ToolRecord Of(BoardEntry entry)
    {
        var told = entry.ToldBy.FirstOrDefault();
        var (quote, span) = told is null ? (entry.Words, null) : Sentence(told.Article, new Span(told.Start, told.End), entry.Words);
        return new ToolRecord
        {
            Id = entry.Id,
            Kind = "undertaking",
            What = $"{entry.Party}: {entry.Kind.Replace('-', ' ')}",
            Quote = quote,
            Span = span,
            Source = told is null ? null : new ToolSource(told.Outlet, Day(told.Published)),
            Status = entry.State,
            Confidence = told is null ? null : UndertakingConfidence(told),
            Party = entry.Side,
            Day = entry.Since,
            Counts = new ToolCounts(entry.Reports, entry.Outlets, entry.Origins),
            Facts = new ToolFacts()
                .Add("words", entry.Words)
                .Add("area", entry.Area)
                .Add("until", entry.Until)
                .Add("condition", entry.Conditions)
                .Add("not promised", entry.Limits)
                .Add("left open", entry.Open)
                .All,
            History = [.. entry.History.Select(step => new ToolChange(step.At, step.From, step.To, step.Rule, step.Because))],
        };
    }

    /// <summary>Who speaks for or against an undertaking, or doubts it.</summary>
    public ToolRecord Of(BoardWitness witness, string role) =>
        new()
        {
            Id = witness.Record,
            Kind = "witness",
            What = $"{witness.Speaker ?? witness.Outlet} {role} it",
            Quote = witness.Sentence,
            Span = new ToolSpan(witness.Article, witness.Start, witness.End),
            Source = new ToolSource(witness.Outlet, Day(witness.Published)),
            Status = witness.Independence,
            Confidence = ConfidenceOf(witness.Article, witness.Record),
            Role = role,
            Facts = new ToolFacts()
                .Add("origin", witness.Origin)
                .Add("speaker", witness.Speaker)
                .Add("place", witness.Place)
                .Add("copy of", witness.CopyOf)
                .All,
        };

    /// <summary>How a party stands to a topic.</summary>
    public ToolRecord Of(PositionCourse course)
    {
        var now = course.Now;
        return Cited(now.Citation, "position", $"{course.Party} {StanceWords.OfTopic(now)}") with
        {
            Status = ReadingJson.Spell(now.Stance),
            Confidence = now.Confidence,
            Party = course.Side,
            Day = now.Day,
            Facts = new ToolFacts()
                .Add("topic", course.Topic)
                .Add("words", now.Words)
                .Add("by", now.By)
                .Add("condition", now.Condition)
                .Add("guarantors", now.Guarantors)
                .Add("term", now.Term)
                .Add("statements", course.Statements.ToString(CultureInfo.InvariantCulture))
                .Add("told only by another side", course.IsOnlyByOthers ? "yes" : null)
                .Add("moved", course.Drift == PositionDrift.None ? null : course.Drift.ToString().ToLowerInvariant())
                .All,
        };
    }

    /// <summary>What changed.</summary>
    public ToolRecord Of(LedgerChange change) =>
        Cited(change.Because[0], "change", $"{change.Kind} · {change.Subject}: {change.From ?? "not there"} → {change.To}") with
        {
            Status = change.To,
            Party = change.Side,
            Facts = new ToolFacts()
                .Add("kind", change.Kind)
                .Add("before", change.From)
                .Add("importance", change.Importance.ToString(CultureInfo.InvariantCulture))
                .Add("also because of", change.Because.Skip(1).Select(citation => citation.Id))
                .All,
        };

    /// <summary>A record of a reading, as people are shown it.</summary>
    /// <param name="reading">The reading.</param>
    /// <param name="entry">The record in words.</param>
    public static ToolRecord Of(Reading reading, Entry entry)
    {
        var span = Citation.Around(reading, entry.Evidence.IsEmpty ? entry.Marks.FirstOrDefault() : entry.Evidence[0]);
        return new ToolRecord
        {
            Id = $"{reading.Article.Id[..ShortId]}/{entry.Id}",
            Kind = entry.Kind.ToString().ToLowerInvariant(),
            What = entry.Heading,
            Quote = Citation.OneLine(span.Of(reading.Article.Text)),
            Span = new ToolSpan(reading.Article.Id, span.Start, span.End),
            Source = new ToolSource(reading.Article.Publisher ?? reading.Article.Source ?? "the text", ReadingOrder.Day(reading)),
            Status = entry.Status,
            Confidence = entry.Confidence < 1 ? entry.Confidence : null,
            Facts =
            [
                .. entry.Facts.Select(fact => new ToolFact(fact.Label, fact.Value)),
                .. entry.IsUncertain ? [new ToolFact("uncertain", "yes")] : Array.Empty<ToolFact>(),
            ],
        };
    }

    private ToolRecord Cited(Citation citation, string kind, string what) =>
        new()
        {
            Id = citation.Id,
            Kind = kind,
            What = what,
            Quote = citation.Sentence,
            Span = SpanOf(citation),
            Source = SourceOf(citation),
            Status = null,
            Confidence = ConfidenceOf(citation),
        };

    private static ToolSpan SpanOf(Citation citation) => new(citation.Article, citation.Start, citation.End);

    private static ToolSource SourceOf(Citation citation) => new(citation.Outlet, citation.Published);

    private static string? Day(string? published) => published is { Length: >= 10 } known ? known[..10] : null;

    private (string Quote, ToolSpan? Span) Sentence(string article, Span span, string words)
    {
        if (Find(article) is not { } reading)
            return (words, null);
        var sentence = Citation.Around(reading, span);
        return (Citation.OneLine(sentence.Of(reading.Article.Text)), new ToolSpan(article, sentence.Start, sentence.End));
    }

    private double? ConfidenceOf(Citation citation) => ConfidenceOf(citation.Article, citation.Record);

    private double? UndertakingConfidence(BoardTelling told) =>
        Find(told.Article)?.Undertakings.FirstOrDefault(one => one.Text.Start == told.Start && one.Text.End == told.End)?.Confidence;

    private double? ConfidenceOf(string article, string record)
    {
        if (Find(article) is not { } reading)
            return null;
        var id = record[(record.LastIndexOf('/') + 1)..];
        return reading.Events.FirstOrDefault(one => one.Id == id)?.Confidence
            ?? reading.Statements.FirstOrDefault(one => one.Id == id)?.Confidence
            ?? reading.Positions.FirstOrDefault(one => one.Id == id)?.Confidence
            ?? reading.Undertakings.FirstOrDefault(one => one.Id == id)?.Confidence;
    }

    private Reading? Find(string article)
    {
        if (!_readings.TryGetValue(article, out var reading))
            _readings[article] = reading = ledger.Find(article);
        return reading;
    }
}
