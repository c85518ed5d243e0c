using System.Collections.Immutable;
using System.Globalization;
using Parley.Links;
using Parley.Records;
using Parley.Undertakings;

namespace Parley.Ledger;

/// <summary>
/// Joins the undertakings of different articles that are the same: the same side, the same kind, areas that touch, matter that can be the same, days that are
/// near. Uncertain ones are left out. A pure function of a block, the readings that tell something of one side and kind.
/// </summary>
public static class UndertakingJoiner
{
    /// <summary>The most days between two tellings that name their days.</summary>
    public const int NearDays = 14;

    /// <summary>The most days between the giving and the report that looks back at it ("the promise of March").</summary>
    public const int RetoldDays = 90;

    /// <summary>The block of an undertaking: side and kind, <c>RUS/withdrawal</c>, the kinds of not fighting as one, <c>RUS/calm</c>; null where its party is not known, and for an offer that hangs on another's yes.</summary>
    public static string? BlockOf(Undertaking undertaking, Reading reading) =>
        UndertakingPledge.Of(undertaking, reading) is { } pledge
        && !pledge.Party.StartsWith('#')
        && !IsShadow(undertaking, pledge, reading)
        && !ConditionalYes.Is(undertaking, reading)
            ? $"{pledge.Party}/{(IsCalm(pledge.Kind) ? "calm" : UndertakingNames.Of(pledge.Kind))}"
            : null;

    /// <summary>True where the same words of the same side are read as two kinds, and the other is the plainer one.</summary>
    private static bool IsShadow(Undertaking undertaking, Pledge pledge, Reading reading) =>
        reading.Undertakings.Any(other =>
            other.Id != undertaking.Id
            && !other.Uncertain
            && other.Text.Overlaps(undertaking.Text)
            && UndertakingPledge.Of(other, reading)?.Party == pledge.Party
            && (Rank(other), other.Confidence, undertaking.Text.Start).CompareTo(
                (Rank(undertaking), undertaking.Confidence, other.Text.Start)
            ) > 0
        );

    /// <summary>Kinds that reports tell one promise with: "hold fire", "not to strike", "safe passage".</summary>
    private static bool IsCalm(UndertakingKind kind) =>
        kind is UndertakingKind.Ceasefire or UndertakingKind.ReductionOfOperations or UndertakingKind.Corridor or UndertakingKind.Guarantee;

    private static int Rank(Undertaking undertaking) =>
        undertaking.Kind is UndertakingKind.Other or UndertakingKind.Aid or UndertakingKind.Guarantee ? 0 : 1;

    /// <summary>One entry for each undertaking, in the order of its first telling.</summary>
    /// <param name="readings">Readings in the order of the ledger.</param>
    /// <param name="block">The block to join; null for all.</param>
    public static ImmutableArray<JoinedUndertaking> Join(IReadOnlyList<Reading> readings, string? block = null)
    {
        var groups = new List<Group>();
        foreach (var reading in readings)
        foreach (var undertaking in reading.Undertakings.Where(undertaking => !undertaking.Uncertain))
        {
            if (BlockOf(undertaking, reading) is not { } own || block is not null && block != own)
                continue;
            var pledge = UndertakingPledge.Of(undertaking, reading)!;
            var telling = new UndertakingTelling(reading, undertaking);
            var known =
                groups.FindLast(group => group.Holds(telling, pledge))
                ?? (IsCalm(pledge.Kind) ? groups.FindLast(group => group.HoldsInOtherWords(telling, pledge)) : null);
            var replaces = UndertakingPledge.Replaces(undertaking, reading);
            if (replaces)
                known = groups.FindLast(group => group.IsReplacement && group.Holds(telling, pledge)) ?? known;
            if (known is not null && !(replaces && known.IsReplacedBy(telling)))
                known.Add(telling, pledge);
            else
                groups.Add(
                    new Group(telling, pledge)
                    {
                        IsReplacement = replaces,
                        Replaces = replaces ? known ?? groups.FindLast(group => group.CanGiveWay(telling, pledge)) : null,
                    }
                );
        }
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var group in groups)
            group.Name(ids);
        return [.. groups.Select(group => Make(group, readings))];
    }

    private static JoinedUndertaking Make(Group group, IReadOnlyList<Reading> readings) =>
        new()
        {
            Id = group.Id,
            Pledge = group.Whole with { Kind = group.Kind },
            Party = PartyName(group.Whole.Party, group.Tellings[0], readings),
            Tellings = [.. group.Tellings],
            Terms = TermsReader.Read(group.Tellings, group.Kind, Sides(group)),
            Begins = Begins(group),
            Supersedes = group.Replaces?.Id,
        };

    /// <summary>Those who are bound by the same words, the party among them.</summary>
    private static int Sides(Group group) =>
        group.Tellings.Max(telling =>
            telling
                .Reading.Undertakings.Where(other =>
                    other.Kind == telling.Undertaking.Kind && other.Evidence.Any(span => telling.Undertaking.Evidence.Any(span.Overlaps))
                )
                .Select(other => Side.Find(other.By, telling.Reading.Actors) is { } by ? Side.Of(by, telling.Reading.Actors) : other.By)
                .Distinct(StringComparer.Ordinal)
                .Count()
        );

    /// <summary>
    /// The start that is told. Without one, what is to stop, lessen or last begins as it is given, what is to be done once is due when its term is, else at once; neither
    /// where it hangs on a condition.
    /// </summary>
    private static string? Begins(Group group)
    {
        if (group.From is { } told)
            return told;
        if (group.Tellings.Any(telling => !telling.Undertaking.Conditions.IsEmpty))
            return null;
        var isLasting =
            group.Whole.Kind
            is UndertakingKind.Ceasefire
                or UndertakingKind.ReductionOfOperations
                or UndertakingKind.Neutrality
                or UndertakingKind.Guarantee
                or UndertakingKind.Corridor;
        return isLasting || group.Whole.Until is null ? group.Whole.Since : group.Whole.Until;
    }

    private static string PartyName(string side, UndertakingTelling first, IReadOnlyList<Reading> readings)
    {
        foreach (var reading in readings)
        foreach (var actor in reading.Actors)
            if (actor.Code == side && actor.Kind is not (ActorKind.Person or ActorKind.People))
                return actor.Name;
        return Side.Find(first.Undertaking.By, first.Reading.Actors)?.Name ?? side;
    }

    /// <summary>Tellings of one undertaking.</summary>
    private sealed class Group
    {
        private readonly List<Pledge> _pledges = [];
        private JoinedEnd _end;

        public Group(UndertakingTelling telling, Pledge pledge)
        {
            Whole = pledge with { Since = pledge.Since ?? ReadingOrder.Day(telling.Reading), Until = null };
            Add(telling, pledge);
        }

        public List<UndertakingTelling> Tellings { get; } = [];

        public Pledge Whole { get; private set; }

        public string Id { get; private set; } = "";

        /// <summary>The kind that most tellings have; a guarantee only where all have it.</summary>
        public UndertakingKind Kind =>
            _pledges
                .GroupBy(pledge => pledge.Kind)
                .OrderBy(kind => kind.Key == UndertakingKind.Guarantee)
                .ThenByDescending(kind => kind.Count())
                .First()
                .Key;

        public string? From { get; private set; }

        public Group? Replaces { get; init; }

        /// <summary>True where it is said to take the place of another, found or not.</summary>
        public bool IsReplacement { get; init; }

        public void Add(UndertakingTelling telling, Pledge pledge)
        {
            if (
                pledge.Until is { } until
                && (pledge.Since ?? ReadingOrder.Day(telling.Reading)) is { } since
                && string.CompareOrdinal(until, since) < 0
            )
                pledge = pledge with { Until = null };
            if (Tellings.Count > 0 && IsHeadlineOnly(telling.Reading))
            {
                Whole = Whole with { Words = pledge.Words, Area = pledge.Area.IsEmpty ? Whole.Area : [] };
                Tellings.Insert(0, telling);
            }
            else
                Tellings.Add(telling);
            _end = _end.With(telling, pledge);
            _pledges.Add(pledge);
            From ??= UndertakingPledge.DayOf(telling.Undertaking.From, telling.Reading);
            Whole = Whole with
            {
                Area = [.. Whole.Area.Concat(pledge.Area).DistinctBy(place => place.Name, StringComparer.OrdinalIgnoreCase)],
                Since = Earlier(Whole.Since, pledge.Since),
                Given = Earlier(Whole.Given, ReadingOrder.Day(telling.Reading)),
                To = [.. Whole.To.Concat(pledge.To).Distinct(StringComparer.Ordinal)],
                Matter = [.. Whole.Matter.Concat(pledge.Matter).Distinct(StringComparer.Ordinal)],
            };
            Whole = Whole with { Until = _end.Day(From ?? Whole.Since) };
        }

        public void Name(Dictionary<string, int> ids)
        {
            var name = $"{Whole.Party}-{UndertakingNames.Of(Kind)}-{Whole.Since ?? "undated"}".ToLowerInvariant();
            ids[name] = ids.GetValueOrDefault(name) + 1;
            Id = ids[name] == 1 ? name : $"{name}-{ids[name]}";
        }

        /// <summary>True where the pledge can be a further telling of this one.</summary>
        public bool Holds(UndertakingTelling telling, Pledge pledge) => Whole.Kind == pledge.Kind && HoldsBesideKind(telling, pledge);

        /// <summary>True where another report tells this one as a promise of another kind: safety for a truce or a road, or with the same last day; where both name an area, and its own report has none of this kind.</summary>
        public bool HoldsInOtherWords(UndertakingTelling telling, Pledge pledge) =>
            IsCalm(Whole.Kind)
            && !pledge.Area.IsEmpty
            && !Whole.Area.IsEmpty
            && Tellings.TrueForAll(own => own.Reading != telling.Reading)
            && telling.Reading.Undertakings.All(other => other.Uncertain || other.Kind != Whole.Kind)
            && (
                Whole.Kind == UndertakingKind.Guarantee
                || pledge.Kind == UndertakingKind.Guarantee
                || _end.Day(From ?? Whole.Since) is { } end && end == pledge.Until
            )
            && HoldsBesideKind(telling, pledge);

        private bool HoldsBesideKind(UndertakingTelling telling, Pledge pledge) =>
            Whole.Party == pledge.Party
            && (
                !HasPlace(pledge.Kind)
                || _pledges.Exists(own => Touches(own, pledge))
                || LooksBack(telling) && IsRoughly(pledge)
                || IsHeadlineOnly(telling.Reading)
            )
            && _pledges.Exists(own => IsOneMatter(own, pledge))
            && _end.Agrees(telling, pledge, From ?? Whole.Since)
            && IsNear(pledge, telling);

        /// <summary>True where only the headline of that article tells it so far: the text tells the same, and the area better ("Rivals sign truce in Addis Ababa").</summary>
        private bool IsHeadlineOnly(Reading reading) => Tellings.TrueForAll(own => own.Reading == reading && IsHeadline(own));

        private static bool IsHeadline(UndertakingTelling telling) =>
            telling.Reading.Article is { Title: { } title } article
            && EvidenceRecords.SentenceOf(article.Sentences, telling.Undertaking.Evidence[0].Start) is var at
            && at < article.Sentences.Length
            && article.Sentences[at].Of(article.Text).SequenceEqual(title);

        /// <summary>True where this one was given before the day of the telling, and is not itself what took the place of another.</summary>
        public bool IsReplacedBy(UndertakingTelling telling) =>
            !IsReplacement
            && Whole.Since is { } since
            && ReadingOrder.Day(telling.Reading) is { } day
            && string.CompareOrdinal(since, day) < 0;

        /// <summary>True where the pledge can take the place of this one: of the same side and kind, given before, in the same country.</summary>
        public bool CanGiveWay(UndertakingTelling telling, Pledge pledge) =>
            IsReplacedBy(telling)
            && Whole.Party == pledge.Party
            && Whole.Kind == pledge.Kind
            && (
                Whole.Area.IsEmpty
                || pledge.Area.IsEmpty
                || Whole.Area.Any(one =>
                    pledge.Area.Any(other => one.Country is null || other.Country is null || one.Country == other.Country)
                )
            );

        private bool IsNear(Pledge pledge, UndertakingTelling telling)
        {
            var (a, b) = (Whole.Since, pledge.Since ?? ReadingOrder.Day(telling.Reading));
            return a is null
                || b is null
                || Days(a, b) is not { } days
                || Math.Abs(days) <= (pledge.Since is null || LooksBack(telling) ? RetoldDays : NearDays);
        }

        /// <summary>"The ceasefire", "its pledge": a promise that the reader knows of, without a beginning of its own.</summary>
        private static bool LooksBack(UndertakingTelling telling) =>
            telling.Undertaking.From is null
            && telling.Undertaking.Evidence.All(span => PledgeWords.IsKnown(span.Of(telling.Reading.Article.Text).ToString()));

        /// <summary>"In the east of the country": an area that is told roughly, in the country of this one.</summary>
        private bool IsRoughly(Pledge pledge) =>
            pledge.Area.All(place =>
                place.Precision is PlacePrecision.Region or PlacePrecision.Admin1 or PlacePrecision.Country
                && Whole.Area.Any(own => own.Country is not null && own.Country == place.Country)
            );

        /// <summary>The places beside an exchange, a law, an account or a table say where people sit, not what is covered.</summary>
        private static bool HasPlace(UndertakingKind kind) =>
            kind
                is not (
                    UndertakingKind.Exchange
                    or UndertakingKind.Talks
                    or UndertakingKind.Recognition
                    or UndertakingKind.SanctionsRelief
                    or UndertakingKind.Neutrality
                );

        private static bool Touches(Pledge a, Pledge b) =>
            a.Area.IsEmpty || b.Area.IsEmpty || a.Area.Any(one => b.Area.Any(other => PledgeArea.IsSameOrPart(one, other)));

        /// <summary>What is given or done must be able to be the same: kinds that hold many sorts of deeds share a word of their matter.</summary>
        private static bool IsOneMatter(Pledge a, Pledge b) =>
            a.Kind is not (UndertakingKind.Other or UndertakingKind.Aid or UndertakingKind.Guarantee)
            || a.Matter.IsEmpty
            || b.Matter.IsEmpty
            || a.Matter.Any(word => b.Matter.Contains(word));

        private static string? Earlier(string? a, string? b) =>
            a is null ? b
            : b is null ? a
            : string.CompareOrdinal(a, b) <= 0 ? a
            : b;

        private static int? Days(string a, string b) =>
            DateOnly.TryParseExact(a, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var from)
            && DateOnly.TryParseExact(b, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var to)
                ? to.DayNumber - from.DayNumber
                : null;
    }
}
