using System.Collections.Immutable;
using System.Globalization;
using Parley.Records;

namespace Parley.Wording;

/// <summary>The small words: names for ids, quotations for spans, amounts.</summary>
public sealed partial class ReadingEntries
{
    private static readonly Dictionary<FigureBound, string> s_bounds = new()
    {
        [FigureBound.Exact] = "",
        [FigureBound.AtLeast] = "at least ",
        [FigureBound.AtMost] = "at most ",
        [FigureBound.MoreThan] = "more than ",
        [FigureBound.LessThan] = "less than ",
        [FigureBound.About] = "about ",
        [FigureBound.Almost] = "almost ",
    };

    /// <summary>White space, line ends included, as single blanks.</summary>
    public static string OneLine(ReadOnlySpan<char> text) =>
        string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Amount(Figure figure)
    {
        var value = figure.Value.ToString("#,0.##", CultureInfo.InvariantCulture);
        var range = figure.High is { } high ? $"{value}–{high.ToString("#,0.##", CultureInfo.InvariantCulture)}" : value;
        var unit = figure.Unit is "percent" ? " percent" : "";
        var before = figure.Before is { } earlier ? $", before {earlier.ToString("#,0.##", CultureInfo.InvariantCulture)}" : "";
        return s_bounds.GetValueOrDefault(figure.Bound, "") + range + unit + before;
    }

    private static string Stance(PositionStance stance) =>
        stance switch
        {
            PositionStance.OpenTo => "is open to",
            PositionStance.Unclear => "is unclear on",
            _ => Spell(stance),
        };

    /// <summary>"rejects" of one speaker, "reject" of several.</summary>
    private static string Verb(StatementAct act, bool isJoint)
    {
        var verb = Spell(act);
        if (!isJoint)
            return verb;
        return verb.EndsWith("ies", StringComparison.Ordinal) ? verb[..^3] + "y" : verb[..^1];
    }

    private static string WordsOf(Time time) =>
        time is { Resolved: true, Type: "DATE" or "TIME" }
        && PlainTime.Of(time.Value) is { } plain
        && !plain.Equals(time.Text, StringComparison.OrdinalIgnoreCase)
            ? $"{time.Text} ({plain})"
            : time.Text;

    private static IEnumerable<Span> Present(Span? span) => span is { } present ? [present] : [];

    /// <summary>"Qatar, Egypt and Turkey"; null where there is none.</summary>
    private static string? And(string[] names) =>
        names switch
        {
            [] => null,
            [var only] => only,
            [.. var others, var last] => $"{string.Join(", ", others)} and {last}",
        };

    /// <summary>All who make a statement, as one phrase; null where they are hidden.</summary>
    private string? Speakers(Statement statement) => And(SpeakersOf(statement));

    private string[] SpeakersOf(Statement statement) =>
        statement.Speakers.IsEmpty
            ? [.. new[] { Name(statement.Speaker) }.OfType<string>()]
            : [.. statement.Speakers.Select(id => Name(id)!).Distinct(StringComparer.Ordinal)];

    /// <summary>The id of another record, with a word on it where that one is folded away.</summary>
    private string? Refer(string? id) => id is not null && _uncertain.Contains(id) ? $"{id} (uncertain)" : id;

    private string? Join(ImmutableArray<string> ids) => ids.IsEmpty ? null : string.Join(", ", ids.Select(Refer));

    private string? Name(string? id) => id is null ? null : _names.GetValueOrDefault(id, id);

    private string? Names(ImmutableArray<string> ids) => ids.IsEmpty ? null : string.Join(", ", ids.Select(id => Name(id)));

    /// <summary>Doers or targets by name; those whom no words name say so.</summary>
    private string? Parties(Event deed, ImmutableArray<string> ids) =>
        ids.IsEmpty
            ? null
            : string.Join(", ", ids.Select(id => deed.Inferred.Contains(id) ? $"{Name(id)} (not named; from the article)" : Name(id)));

    /// <summary>A content as a clause: without the comma that only leads over to who said it.</summary>
    private string? Clause(ImmutableArray<Span> spans)
    {
        var words = Quote(spans);
        if (words is [.., ',' or ';'])
            return words[..^1];
        return words is [.., ',', '"' or '”' or '’'] ? words[..^2] + words[^1] : words;
    }

    private string? Quote(ImmutableArray<Span> spans) =>
        spans.IsEmpty ? null : string.Join(" … ", spans.Select(span => OneLine(span.Of(_reading.Article.Text))));

    /// <summary>Facts in their order; those that are not told are left out.</summary>
    private sealed class Facts
    {
        private readonly ImmutableArray<Fact>.Builder _all = ImmutableArray.CreateBuilder<Fact>();

        public ImmutableArray<Fact> All => _all.ToImmutable();

        public Facts Add(string label, string? value)
        {
            if (!string.IsNullOrEmpty(value))
                _all.Add(new Fact(label, value));
            return this;
        }
    }
}
