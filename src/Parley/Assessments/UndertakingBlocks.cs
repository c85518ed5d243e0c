using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Parley.Corrections;
using Parley.Ledger;
using Parley.Links;
using Parley.Records;

namespace Parley.Assessments;

/// <summary>
/// Undertakings as a function over blocks: those of one side and kind meet; articles that name the side or a place of the area are weighed. Gives
/// rows of kind <c>board</c> (an entry), <c>account</c> (all that is known of one) and <c>queue</c> (what to check). The history goes to the end
/// of time: <see cref="BoardCut"/> leaves of it what had come by a day.
/// </summary>
/// <param name="testimony">The reader of testimony; null to weigh evidence by features alone.</param>
public sealed class UndertakingBlocks(ITestimonyModel? testimony = null) : IBlockFunction
{
    /// <summary>Days after its last telling in which reports are weighed, where it has no end: later ones speak to it only when it is told again.</summary>
    public const int OpenDays = 365;

    /// <summary>Letters of a code that tell the country, or that it is a body.</summary>
    private const int CountryLetters = 3;

    private const string EndOfTime = "9999-12-31";
    private readonly EvidenceWeigher _weigher = new(testimony);
    private readonly ConditionalWeakTable<BlockSubject, Pledge> _pledges = [];

    /// <inheritdoc/>
    public string Name => "undertakings";

    /// <inheritdoc/>
    public string Version => $"{LedgerRun.Of("").Rules} {_weigher.Name}".TrimEnd();

    /// <inheritdoc/>
    public string Form => "1";

    /// <inheritdoc/>
    public IEnumerable<string> Keys(Reading reading) =>
        reading
            .Undertakings.Where(undertaking => !undertaking.Uncertain)
            .Select(undertaking => UndertakingJoiner.BlockOf(undertaking, reading))
            .OfType<string>();

    /// <inheritdoc/>
    public IEnumerable<string> Scopes(Reading reading)
    {
        foreach (var actor in reading.Actors)
            if (actor.Code.Length > 0)
                yield return Country(actor.Code);
        foreach (var place in reading.Places)
            yield return place.Country ?? NameOf(place);
    }

    /// <inheritdoc/>
    public IEnumerable<string> ScopesOf(BlockSubject subject)
    {
        var pledge = PledgeOf(subject);
        return pledge
            .Area.SelectMany(place => place.Country is { } country ? [country, NameOf(place)] : new[] { NameOf(place) })
            .Prepend(Country(pledge.Party));
    }

    /// <inheritdoc/>
    public ImmutableArray<BlockSubject> Join(string key, ImmutableArray<Reading> tellers, JoinDecisions joins)
    {
        var joined = UndertakingDecisions.Apply(UndertakingJoiner.Join(tellers, key), joins);
        return [.. joined.Select(undertaking => SubjectOf(undertaking, joined))];
    }

    /// <inheritdoc/>
    public bool Bears(BlockSubject subject, Reading reading) => !_weigher.Weigh(PledgeOf(subject), reading, []).IsEmpty;

    /// <inheritdoc/>
    public ImmutableArray<DerivedRow> Assess(string key, BlockSubject subject, ImmutableArray<Reading> involved, BlockContext context)
    {
        var known = UndertakingBody.Read(subject.Body);
        if (known.Rebuild(involved) is not { } undertaking)
            return [];
        var successors = known.Successors(involved);
        var assessment = Assessor.Assess(undertaking, involved, context.Origins, EndOfTime, successors, _weigher);
        var account = UndertakingAccounts.Make(assessment);
        account = account with { Entry = Decided(account.Entry, context.Joins.Of(subject.Id)) };
        return
        [
            Row("board", subject.Id, account.Entry, 0, BoardJson.Line(account.Entry)),
            Row("account", subject.Id, account.Entry, 0, BoardJson.Line(account)),
            .. CheckList
                .Of(assessment, account.Entry, left => Assessor.StateWithout(undertaking, left, EndOfTime, successors))
                .Select(check => Row("queue", $"{check.Record.Name} {subject.Id}", account.Entry, check.Rank, check.Write())),
        ];
    }

    private static DerivedRow Row(string kind, string id, BoardEntry entry, double rank, string body) =>
        new()
        {
            Kind = kind,
            Id = id,
            Party = entry.Side,
            Topic = entry.Kind,
            Day = entry.Since,
            State = entry.State,
            Rank = rank,
            Body = body,
        };

    /// <summary>A person's decision is the last step, and stands whatever the rules make of it (T14).</summary>
    private static BoardEntry Decided(BoardEntry entry, Correction? decision) =>
        decision is not { Value: { } state }
            ? entry
            : entry with
            {
                State = state,
                History = entry.History.Add(new BoardChange(decision.At[..10], entry.State, state, BoardCut.DecisionRule, [decision.Id])),
            };

    private static BlockSubject SubjectOf(JoinedUndertaking joined, ImmutableArray<JoinedUndertaking> all)
    {
        var body = UndertakingBody.Of(joined, all);
        var told = joined.Tellings.Select(telling => ReadingOrder.Day(telling.Reading)).OfType<string>().Append(joined.Pledge.Since);
        return new BlockSubject
        {
            Id = joined.Id,
            Scope = UndertakingBody.Write(body.Joined.Pledge),
            Since = joined.Pledge.Since,
            Until = Later(joined.Pledge.Until ?? told.Max(StringComparer.Ordinal)),
            Tellers = [.. body.Articles],
            Body = body.Write(),
        };
    }

    private static string? Later(string? day) =>
        DateOnly.TryParseExact(
            day,
            "yyyy-MM-dd",
            System.Globalization.CultureInfo.InvariantCulture,
            System.Globalization.DateTimeStyles.None,
            out var date
        )
        && date.Year < 9999
            ? date.AddDays(OpenDays).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)
            : null;

    private Pledge PledgeOf(BlockSubject subject) => _pledges.GetValue(subject, static one => UndertakingBody.ReadPledge(one.Scope));

    private static string Country(string code) => code[..Math.Min(CountryLetters, code.Length)];

    private static string NameOf(Place place) => "=" + place.Name.ToUpperInvariant();
}
