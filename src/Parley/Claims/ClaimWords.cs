using System.Collections.Immutable;
using Parley.Ledger;
using Parley.Lexicons;
using Parley.Records;
using Parley.Text;
using Parley.Undertakings;

namespace Parley.Claims;

/// <summary>
/// What the words of a telling name, whichever slot it fills: a reader may miss a slot, but where both tellings name something that the other does
/// not, they are not one claim.
/// </summary>
internal sealed record ClaimWords
{
    /// <summary>Nothing at all.</summary>
    public static readonly ClaimWords None = new();

    private static readonly Lexicon s_function = LexiconSet.Get("lexicons/function-words");
    private static readonly Lexicon s_negations = LexiconSet.Get("lexicons/turning-words");
    private static readonly NumberReader s_numbers = new();

    /// <summary>Sides that are named.</summary>
    public ImmutableArray<string> Sides { get; private init; } = [];

    /// <summary>Places that are named.</summary>
    public ImmutableArray<Place> Places { get; private init; } = [];

    /// <summary>Days that are named.</summary>
    public ImmutableArray<TimeRange> Times { get; private init; } = [];

    /// <summary>Numbers that stand there, in digits or words, but for those of times.</summary>
    public ImmutableArray<decimal> Numbers { get; private init; } = [];

    /// <summary>True where an odd number of words turns the clause round.</summary>
    public bool IsNegated { get; private init; }

    /// <summary>Stems of the words that name the deed.</summary>
    public ImmutableArray<string> Deed { get; private init; } = [];

    /// <summary>Stems of the other words of the clause that name something: no side, place, time or number, and no word of grammar.</summary>
    public ImmutableArray<string> Rest { get; private init; } = [];

    /// <summary>Gathers them.</summary>
    /// <param name="reading">The reading.</param>
    /// <param name="around">What is told: the content of the statement, or the sentence without those who tell it.</param>
    /// <param name="clause">The clause of the claim.</param>
    /// <param name="trigger">The words that name the deed.</param>
    public static ClaimWords Of(Reading reading, ImmutableArray<Span> around, Span clause, Span trigger)
    {
        var places = reading.Places.Where(place => place.Mentions.Any(mention => Within(around, mention))).ToList();
        var times = reading.Times.Where(time => Within(around, time.Span)).ToList();
        var actors = reading
            .Actors.Where(actor => actor.Kind != ActorKind.Media && Side.CodeOf(actor, reading.Actors).Length > 0)
            .SelectMany(actor =>
                actor.Mentions.Where(mention => Within(around, mention)).Select(mention => (Actor: actor, Mention: mention))
            )
            .ToList();
        // Rebels of one country share a code: their names must stand among the words.
        ImmutableArray<Span> named =
        [
            .. actors.Where(pair => !Codes.IsShared(Side.CodeOf(pair.Actor, reading.Actors))).Select(pair => pair.Mention),
            .. places.SelectMany(place => place.Mentions),
            .. times.Select(time => time.Span),
        ];
        ImmutableArray<Span> groups = [.. actors.Select(pair => pair.Mention)];
        var (numbers, negations, rest) = Read(reading, around, clause, trigger, named, groups, [.. times.Select(time => time.Span)]);
        return new ClaimWords
        {
            Sides =
            [
                .. actors
                    .Select(pair => Codes.SideOf(Side.CodeOf(pair.Actor, reading.Actors)))
                    .Concat(places.Where(place => place.Use != PlaceUse.Literal).Select(place => place.Country).OfType<string>())
                    .Distinct(StringComparer.Ordinal),
            ],
            Places = [.. places.Where(place => place.Use == PlaceUse.Literal)],
            Times = [.. times.Select(time => TimeRange.Of(time.Value)).OfType<TimeRange>().Where(range => range.IsDay)],
            Numbers = numbers,
            IsNegated = negations % 2 == 1,
            Deed = [.. WordsOf(reading, trigger).Select(word => WordStem.Of(word))],
            Rest = rest,
        };
    }

    private static (ImmutableArray<decimal> Numbers, int Negations, ImmutableArray<string> Others) Read(
        Reading reading,
        ImmutableArray<Span> around,
        Span clause,
        Span trigger,
        ImmutableArray<Span> named,
        ImmutableArray<Span> groups,
        ImmutableArray<Span> times
    )
    {
        var (numbers, negations, rest) = (new List<decimal>(), 0, new List<string>());
        foreach (var span in around)
        {
            var text = Cut(reading, span);
            for (var at = 0; at < text.Words.Length; at++)
            {
                var word = text.Words[at].Span;
                var form = text.Form(at);
                if (!Within(times, word) && s_numbers.Read(text, at, text.Words.Length) is { Exists: true } number && !IsNone(form))
                {
                    numbers.Add(number.Value);
                    at = number.Words.End - 1;
                    continue;
                }
                if (s_negations.Contains(form))
                    negations += clause.Contains(word) || span.Contains(clause) ? 1 : 0;
                else if (clause.Contains(word) && !trigger.Contains(word) && !Within(named, word) && IsNaming(form))
                    if (char.IsUpper(form[0]) || !Within(groups, word))
                        rest.Add(WordStem.Of(form.ToString()));
            }
        }
        return ([.. numbers], negations, [.. rest.Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>"No one", "one of them": words that count nothing.</summary>
    private static bool IsNone(ReadOnlySpan<char> form) => s_function.Contains(form);

    private static bool IsNaming(ReadOnlySpan<char> form) => form.Length > 2 && char.IsLetter(form[0]) && !s_function.Contains(form);

    private static IEnumerable<string> WordsOf(Reading reading, Span span)
    {
        var text = Cut(reading, span);
        for (var at = 0; at < text.Words.Length; at++)
            if (IsNaming(text.Form(at)))
                yield return text.Form(at).ToString();
    }

    private static TokenizedText Cut(Reading reading, Span span)
    {
        var words = new List<Word>();
        new Tokenizer(reading.Article.Text, words).Read(span.Start, span.End);
        return new TokenizedText
        {
            Text = reading.Article.Text,
            Words = [.. words],
            Blocks = [],
            Article = reading.Article,
        };
    }

    private static bool Within(ImmutableArray<Span> spans, Span inner)
    {
        foreach (var span in spans)
            if (span.Contains(inner))
                return true;
        return false;
    }
}
