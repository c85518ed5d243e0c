using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Parley.Records;

namespace Parley.Exports.Events;

/// <summary>One distinct event as event data have it: a deed that is told as done, or words that announce, demand, threaten, refuse or allege one.</summary>
internal sealed record CodedEvent
{
    private const int IdBytes = 8;
    private const int NumberBytes = 6;

    /// <summary>Its tellings in the order of the ledger; the first gives it its id.</summary>
    public required ImmutableArray<EventTelling> Tellings { get; init; }

    /// <summary>PLOVER's type of deed and status together.</summary>
    public required EventType Type { get; init; }

    /// <summary>The mode of that type; null where it has none.</summary>
    public string? Mode { get; init; }

    /// <summary>CAMEO's code of deed and status together; null where none fits.</summary>
    public string? Cameo { get; init; }

    /// <summary>True where it is words about a deed, not the deed.</summary>
    public required bool IsWord { get; init; }

    /// <summary>Those who act, or speak where it is words.</summary>
    public required ImmutableArray<CodedParty> Actors { get; init; }

    /// <summary>Those it is done or said to; empty for mutual deeds and when not told.</summary>
    public required ImmutableArray<CodedParty> Recipients { get; init; }

    /// <summary>True where several parties did it together, each to the others.</summary>
    public required bool IsMutual { get; init; }

    /// <summary>Its first day, as an ISO date; of words, the day they were said.</summary>
    public required string Date { get; init; }

    /// <summary>Its last day where it is told to last; else null.</summary>
    public string? EndDate { get; init; }

    /// <summary>How exactly the day is told.</summary>
    public required DatePrecision Precision { get; init; }

    /// <summary>Where it was done; null when not told, and for words.</summary>
    public Place? Place { get; init; }

    /// <summary>The words of the article for the place; null without one.</summary>
    public string? PlaceWords { get; init; }

    /// <summary>Where the deed is to be done that words are about; null for deeds and when not told.</summary>
    public Place? DeedPlace { get; init; }

    /// <summary>The figures that count its victims or means, as one telling has them.</summary>
    public ImmutableArray<Figure> Figures { get; init; } = [];

    /// <summary>Goldstein's score of the code in GDELT's table; null without one.</summary>
    public double? Goldstein { get; init; }

    /// <summary>The first telling.</summary>
    public EventTelling First => Tellings[0];

    /// <summary>The record of the first telling.</summary>
    public Event Record => First.Event;

    /// <summary><c>parley-</c> and sixteen hexadecimal digits of the hash of article and record: the same on every run and machine.</summary>
    public string Id => "parley-" + Convert.ToHexStringLower(Hash.AsSpan(0, IdBytes));

    /// <summary>The same as a whole number of 48 bits, for formats whose ids are numbers.</summary>
    public long Number => Hash.AsSpan(0, NumberBytes).ToArray().Aggregate(0L, (number, part) => (number << 8) | part);

    /// <summary>Number of articles that tell it, copies included.</summary>
    public int Articles => Tellings.Select(told => told.Reading.Article.Id).Distinct(StringComparer.Ordinal).Count();

    /// <summary>The outlets that tell it in articles of their own, by name: a copy is no source more.</summary>
    public ImmutableArray<string> Outlets =>
        [
            .. Tellings
                .Where(told => told.CopyOf is null || !Tellings.Any(other => other.Reading.Article.Id == told.CopyOf))
                .Select(told => told.Outlet)
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];

    /// <summary>The greatest confidence of its tellings.</summary>
    public double Confidence => Tellings.Max(told => told.Event.Confidence);

    /// <summary><see cref="Date"/> as eight digits.</summary>
    public string Day => Date.Replace("-", "", StringComparison.Ordinal);

    /// <summary><see cref="Date"/> as a date.</summary>
    public DateOnly DateOnly => DateOnly.ParseExact(Date, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The actors and recipients in pairs, as formats of two parties have them; a mutual deed gives each pair both ways. A side that is not told is null.</summary>
    public IEnumerable<(CodedParty? Source, CodedParty? Target)> Pairs()
    {
        if (IsMutual)
        {
            foreach (var one in Actors)
            foreach (var other in Actors)
                if (!ReferenceEquals(one, other))
                    yield return (one, other);
            yield break;
        }
        foreach (var one in Actors.DefaultIfEmpty())
        foreach (var other in Recipients.DefaultIfEmpty())
            yield return (one, other);
    }

    private byte[] Hash => SHA256.HashData(Encoding.UTF8.GetBytes($"{First.Reading.Article.Id}/{Record.Id}/{(IsWord ? "word" : "deed")}"));
}
