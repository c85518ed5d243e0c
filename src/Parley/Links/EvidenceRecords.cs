using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Parley.Records;
using Parley.Undertakings;

namespace Parley.Links;

/// <summary>The records of a reading that could be evidence: certain deeds, certain statements, and whole sentences.</summary>
/// <remarks>Deeds that an uncertain statement tells are left out: who stands behind them is not known.</remarks>
internal sealed class EvidenceRecords
{
    /// <summary>A label above a paragraph has at most this many characters: "Kyiv, city."</summary>
    private const int LongestLabel = 32;

    /// <summary>How many deeds, statements and sentences of one article are looked at, the first of each: what is longer is no article, and time stays linear.</summary>
    private const int Most = 1000;

    private static readonly ConditionalWeakTable<Reading, StrongBox<ImmutableArray<EvidenceRecord>>> s_known = [];
    private readonly Reading _reading;
    private readonly string _text;
    private readonly Dictionary<string, string> _sides = new(StringComparer.Ordinal);
    private readonly ImmutableArray<Span> _sentences;

    private EvidenceRecords(Reading reading)
    {
        (_reading, _text, _sentences) = (reading, reading.Article.Text, reading.Article.Sentences);
        foreach (var actor in reading.Actors.Take(Most))
            _sides[actor.Id] = Side.Of(actor, reading.Actors);
    }

    /// <summary>The records of a reading, deeds first, then statements, then sentences; made once for each reading.</summary>
    public static ImmutableArray<EvidenceRecord> Of(Reading reading) =>
        s_known.GetValue(reading, static one => new StrongBox<ImmutableArray<EvidenceRecord>>(Make(one))).Value;

    private static ImmutableArray<EvidenceRecord> Make(Reading reading)
    {
        var records = new EvidenceRecords(reading);
        var found = ImmutableArray.CreateBuilder<EvidenceRecord>();
        foreach (var happening in reading.Events.Take(Most))
            if (!happening.Uncertain && records.Of(happening) is { } record)
                found.Add(record);
        foreach (var statement in reading.Statements.Take(Most))
            if (!statement.Uncertain)
                found.Add(records.Of(statement));
        for (var at = 0; at < Math.Min(Most, records._sentences.Length); at++)
            if (!records.IsHeading(at))
                found.Add(records.Plain(at));
        return found.ToImmutable();
    }

    /// <summary>Number of the sentence in which a place of the text lies; the one before it where it lies in none.</summary>
    public static int SentenceOf(ImmutableArray<Span> sentences, int at)
    {
        var index = sentences.BinarySearch(new Span(at, int.MaxValue));
        return Math.Max(0, index < 0 ? ~index - 1 : index);
    }

    private EvidenceRecord? Of(Event happening)
    {
        var statement = _reading.Statements.FirstOrDefault(said => said.Id == happening.Statement);
        if (statement is { Uncertain: true })
            return null;
        var (span, sentence) = (happening.Evidence[0], SentenceOf(_sentences, happening.Evidence[0].Start));
        var (doers, targets) = (ToldDoers(happening), Sides(happening.Targets));
        return new EvidenceRecord
        {
            Event = happening,
            Statement = statement,
            Span = span,
            Sentence = sentence,
            Words = new EvidenceWords(_text, [span]),
            Around = new EvidenceWords(_text, [Whole(sentence, span)]),
            Doers = doers,
            Targets = targets,
            Speaker = SideOf(statement?.Speaker),
            Named = [.. doers.Concat(targets).Concat(NamedIn([span])).Distinct(StringComparer.Ordinal)],
            Places = PlacesOf(happening, sentence),
            Day = DayOf(happening.Time),
            DaysAround = DaysIn(Whole(sentence, span)),
        };
    }

    /// <summary>The doers whom a sentence of the deed names or stands for: one whom only the article as a whole makes likely proves nothing against him.</summary>
    private ImmutableArray<string> ToldDoers(Event happening)
    {
        var told = NamedIn(happening.Evidence.Select(span => Whole(SentenceOf(_sentences, span.Start), span)));
        return [.. Sides(happening.Sources).Where(side => told.Contains(side))];
    }

    private EvidenceRecord Of(Statement statement)
    {
        var span = statement.Evidence[0];
        var sentence = SentenceOf(_sentences, span.Start);
        IEnumerable<Span> said = statement.CueSpan is { } cue ? statement.Content.Append(cue) : statement.Content;
        return new EvidenceRecord
        {
            Statement = statement,
            Span = span,
            Sentence = sentence,
            Words = new EvidenceWords(_text, said),
            Around = new EvidenceWords(_text, [Whole(sentence, span)]),
            Speaker = SideOf(statement.Speaker),
            Speakers = Sides(statement.Speakers),
            IsCovered = _reading.Events.Any(happening =>
                happening.Uncertain && statement.Content.Any(content => content.Contains(happening.Trigger))
            ),
            Named = [.. NamedIn(statement.Content)],
            Places = PlacesIn(statement.Content) is { IsEmpty: false } told ? told : PlacesAround(sentence),
            DaysAround = DaysIn(Whole(sentence, span)),
        };
    }

    /// <summary>A headline counts only for what it alone says, which its deeds and statements tell.</summary>
    private bool IsHeading(int sentence) =>
        _reading.Article.Furniture.Any(_sentences[sentence].Overlaps)
        || _reading.Article.Title is { } title && _sentences[sentence].Of(_text).SequenceEqual(title);

    /// <summary>A sentence that tells an uncertain record is no evidence either.</summary>
    private bool IsUnsure(int sentence) =>
        _reading.Events.Any(happening => happening.Uncertain && _sentences[sentence].Overlaps(happening.Trigger))
        || _reading.Statements.Any(statement => statement.Uncertain && statement.Evidence.Any(_sentences[sentence].Overlaps));

    private EvidenceRecord Plain(int sentence)
    {
        var span = _sentences[sentence];
        var words = new EvidenceWords(_text, [span]);
        return new EvidenceRecord
        {
            Span = span,
            Sentence = sentence,
            Words = words,
            Around = words,
            IsCovered = _reading.Events.Any(happening => span.Overlaps(happening.Trigger)),
            IsUnsure = IsUnsure(sentence),
            Named = [.. NamedIn([span])],
            Places = PlacesAround(sentence),
            DaysAround = DaysIn(span),
        };
    }

    private Span Whole(int sentence, Span span) => sentence < _sentences.Length ? _sentences[sentence] : span;

    private ImmutableArray<string> Sides(ImmutableArray<string> ids) =>
        [.. ids.Select(SideOf).OfType<string>().Distinct(StringComparer.Ordinal)];

    private string? SideOf(string? id) => id is not null && _sides.TryGetValue(id, out var side) ? side : null;

    private SortedSet<string> NamedIn(IEnumerable<Span> spans)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var span in spans)
        {
            foreach (var actor in _reading.Actors.Take(Most))
                if (actor.Mentions.Any(span.Contains) && SideOf(actor.Id) is { } side)
                    found.Add(side);
            foreach (var place in _reading.Places)
                if (place is { Precision: PlacePrecision.Country, Country: { } country } && place.Mentions.Any(span.Contains))
                    found.Add(country);
        }
        return found;
    }

    private ImmutableArray<Place> PlacesOf(Event happening, int sentence)
    {
        ImmutableArray<Place> own =
        [
            .. _reading.Places.Where(place => (place.Id == happening.Place || happening.Places.Contains(place.Id)) && !IsWide(place)),
        ];
        return own.IsEmpty ? PlacesAround(sentence) : own;
    }

    /// <summary>The places that a sentence names, else that of the label which its paragraph begins with: "Brovary. The situation was calm."</summary>
    private ImmutableArray<Place> PlacesAround(int sentence)
    {
        if (sentence >= _sentences.Length)
            return [];
        if (PlacesIn([_sentences[sentence]]) is { IsEmpty: false } named)
            return named;
        for (var at = sentence - 1; at >= 0 && IsOneParagraph(at, sentence); at--)
            if (_sentences[at].Length <= LongestLabel && PlacesIn([_sentences[at]]) is { IsEmpty: false } label)
                return label;
        return [];
    }

    private bool IsOneParagraph(int from, int to) =>
        !_text.AsSpan(_sentences[from].End, Math.Max(0, _sentences[to].Start - _sentences[from].End)).Contains('\n');

    private ImmutableArray<Place> PlacesIn(IEnumerable<Span> spans) =>
        [
            .. _reading.Places.Where(place =>
                place.Use == PlaceUse.Literal && !IsWide(place) && place.Mentions.Any(mention => spans.Any(span => span.Contains(mention)))
            ),
        ];

    private static bool IsWide(Place place) => place.Precision == PlacePrecision.Country;

    private string? DayOf(string? id) =>
        _reading.Times.FirstOrDefault(time => time.Id == id) is { Resolved: true } time ? Day(time.Value) : null;

    private (string, string)? DaysIn(Span span)
    {
        string? first = null;
        string? last = null;
        foreach (var time in _reading.Times)
            if (time.Resolved && span.Contains(time.Span) && Day(time.Value) is { } day)
            {
                first = first is null || string.CompareOrdinal(day, first) < 0 ? day : first;
                last = last is null || string.CompareOrdinal(day, last) > 0 ? day : last;
            }
        return first is null ? null : (first, last!);
    }

    /// <summary>The day of a TimeML value; of a month or year the last day that it may mean, so that what is surely before is seen.</summary>
    private static string? Day(string value) =>
        value.Length >= 10 && char.IsAsciiDigit(value[0]) && value[4] == '-' && char.IsAsciiDigit(value[5]) && value[7] == '-' ? value[..10]
        : value.Length == 7 && char.IsAsciiDigit(value[0]) && value[4] == '-' && char.IsAsciiDigit(value[5]) ? value + "-31"
        : value.Length == 4 && char.IsAsciiDigit(value[0]) && char.IsAsciiDigit(value[3]) ? value + "-12-31"
        : null;
}
