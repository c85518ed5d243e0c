using System.Collections.Concurrent;
using System.Collections.Immutable;
using Parley.Answers;
using Parley.Chronicle;
using Parley.Claims;
using Parley.Ledger;
using Parley.Negotiations;
using Parley.Records;

namespace Parley.Web.Access;

/// <summary>Answers that take all readings of a ledger, kept until something is written to it: by this server, or by another program.</summary>
public sealed class ReadyAnswers
{
    /// <summary>Days as of which answers are kept at once; the next one empties the shelf.</summary>
    private const int Most = 32;

    private readonly ConcurrentDictionary<(string Kind, string? AsOf, DateTimeOffset? Stamp), Lazy<object>> _kept = new();

    /// <summary>Answers over the ledger of an access.</summary>
    public ReadyAnswers(LedgerAccess access) => access.Written += _kept.Clear;

    /// <summary>All claims, in the order of their first tellings.</summary>
    public ImmutableArray<ClaimAssessment> Claims(ILedger ledger, string? asOf) => Of(ledger, "claims", asOf, ClaimAssessor.Assess);

    /// <summary>All claims as screens show them.</summary>
    public ImmutableDictionary<string, ClaimEntry> ClaimEntries(ILedger ledger, string? asOf)
    {
        var all = Claims(ledger, asOf);
        return Of(
            ledger,
            "claim-entries",
            asOf,
            _ => all.Select(claim => Parley.Claims.ClaimEntries.Of(claim)).ToImmutableDictionary(claim => claim.Id, StringComparer.Ordinal)
        );
    }

    /// <summary>The one claim that is called so, with those near it; null where there is none or more than one.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="id">Its id, the beginning of it, or a record that tells it.</param>
    /// <param name="asOf">The ISO day; null for all.</param>
    public ClaimEntry? Claim(ILedger ledger, string id, string? asOf)
    {
        var all = Claims(ledger, asOf);
        return ClaimsAnswer.Find(all, id) is [var one] ? Parley.Claims.ClaimEntries.Of(one, all) : null;
    }

    /// <summary>All that was said and done, by day.</summary>
    public ImmutableArray<TimelineEntry> Timeline(ILedger ledger, string? asOf) =>
        Of(ledger, "timeline", asOf, Parley.Chronicle.Timeline.Of);

    /// <summary>All counts.</summary>
    public ImmutableArray<FigureAnswer> Figures(ILedger ledger, string? asOf) =>
        Of(ledger, "figures", asOf, readings => FigureAnswer.Of(readings));

    /// <summary>All stories.</summary>
    public ImmutableArray<Story> Stories(ILedger ledger, string? asOf) => Of(ledger, "stories", asOf, StoryJoiner.Join);

    /// <summary>Positions and proposals of the party and topic that are asked for.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="since">The ISO day from which drift is told; null for none.</param>
    public MatrixAnswer Matrix(ILedger ledger, Question question, string? since)
    {
        var courses = Of(ledger, $"matrix {since}", question.AsOf, readings => PositionCourses.Of(readings, since));
        var lastDay = Of(ledger, "last day", question.AsOf, readings => MatrixAnswer.LastDay(readings) ?? "");
        return MatrixAnswer.Of(courses, lastDay.Length > 0 ? lastDay : null, question);
    }

    /// <summary>Codes and names of all parties that articles name.</summary>
    public ImmutableArray<(string? Code, string? Name)> Parties(ILedger ledger, string? asOf) =>
        Of(ledger, "parties", asOf, readings => LedgerReadings.Actors(readings).Distinct().ToImmutableArray());

    /// <summary>An answer, made where it is not there yet.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="kind">What it is, with all that it hangs on but the day.</param>
    /// <param name="asOf">The ISO day; null for all.</param>
    /// <param name="make">Makes it of the readings that count.</param>
    public T Of<T>(ILedger ledger, string kind, string? asOf, Func<ImmutableArray<Reading>, T> make)
        where T : notnull => Kept(ledger, kind, asOf, () => make(LedgerReadings.Of(ledger, new Question { AsOf = asOf })));

    /// <summary>Anything that holds until something is written.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="kind">What it is, with all that it hangs on but the day.</param>
    /// <param name="asOf">The ISO day; null for all.</param>
    /// <param name="make">Makes it.</param>
    public T Kept<T>(ILedger ledger, string kind, string? asOf, Func<T> make)
        where T : notnull
    {
        var key = (kind, asOf, ledger.LastEntry());
        if (_kept.Count >= Most && !_kept.ContainsKey(key))
            _kept.Clear();
        var kept = _kept.GetOrAdd(key, _ => new Lazy<object>(() => make()));
        try
        {
            return (T)kept.Value;
        }
        catch
        {
            // What failed once, as where the ledger was locked, is tried anew.
            _kept.TryRemove(key, out var _);
            throw;
        }
    }
}
