using System.Collections.Immutable;
using System.Globalization;
using ModelContextProtocol;
using Parley.Answers;
using Parley.Intake;
using Parley.Ledger;
using Parley.Web.Access;
using Parley.Web.Api;
using Parley.Web.Paging;
using Parley.Web.Server;

namespace Parley.Web.Mcp;

/// <summary>What all tools work with: the ledger, what it covers, and how faults are told.</summary>
/// <param name="bench">The ledger and the clock.</param>
/// <param name="ready">Answers that are kept.</param>
internal sealed class ToolDesk(Workbench bench, ReadyAnswers ready)
{
    /// <summary>The most records of one answer.</summary>
    public const int MostRecords = 50;

    /// <summary>The ledger and the clock.</summary>
    public Workbench Bench => bench;

    /// <summary>Answers that are kept.</summary>
    public ReadyAnswers Ready => ready;

    /// <summary>Asks the ledger; what is wrong is said with what to do about it.</summary>
    public Task<ToolAnswer> Ask(Func<ILedger, ToolAnswer> question, CancellationToken cancel) => Guard(() => bench.Ask(question, cancel));

    /// <summary>Does something; what is wrong is said with what to do about it.</summary>
    public async Task<ToolAnswer> Guard(Func<Task<ToolAnswer>> act)
    {
        try
        {
            return await act();
        }
        catch (RequestException e)
        {
            throw new McpException(RequestProblems.Of(e).ToString(), e);
        }
        catch (ProblemException e)
        {
            throw new McpException(e.Problem.ToString(), e);
        }
        catch (LedgerException e)
        {
            throw new McpException(LedgerProblems.Of(bench.Options.LedgerName, e).ToString(), e);
        }
    }

    /// <summary>A question; throws where the day is none.</summary>
    public static Question Question(string? asOf, string? party = null, string? topic = null) =>
        new()
        {
            AsOf = PageState.Day("as_of", Word(asOf)),
            Party = Word(party),
            Topic = Word(topic),
        };

    /// <summary>Throws, with near names, where no article names the party.</summary>
    public void CheckParty(ILedger ledger, Question question)
    {
        if (question.Party is not null)
            LedgerReadings.CheckParty(question, ready.Parties(ledger, question.AsOf));
    }

    /// <summary>A text that says something; null for white space.</summary>
    public static string? Word(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>An answer with the records that a cursor and limit ask for.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="question">As of which day.</param>
    /// <param name="all">All that match.</param>
    /// <param name="id">The id of one.</param>
    /// <param name="page">Which part is wanted.</param>
    /// <param name="method">How they were found.</param>
    /// <param name="make">Makes records of one of them.</param>
    /// <param name="said">The answer in a sentence, where there are any.</param>
    public ToolAnswer Answer<T>(
        ILedger ledger,
        Question question,
        ImmutableArray<T> all,
        Func<T, string> id,
        ToolPage page,
        string method,
        Func<T, ToolRecord> make,
        Func<string> said
    )
    {
        var first = ApiCursor.First(page.Cursor ?? "", all, id);
        ImmutableArray<T> part = [.. all.Skip(first).Take(page.Most)];
        var coverage = Coverage(ledger, question.AsOf);
        return new ToolAnswer
        {
            Answer = all.IsEmpty ? Unverified(coverage) : said(),
            AsOf = Judgement.Day(ledger, question.AsOf, bench.Now),
            Coverage = coverage,
            Method = Method(ledger, method),
            Matched = all.Length,
            Returned = part.Length,
            Next = first + part.Length < all.Length && part.Length > 0 ? ApiCursor.Of(first + part.Length - 1, id(part[^1])) : null,
            Records = [.. part.Select(make)],
        };
    }

    /// <summary>An answer of all the records that there are.</summary>
    public ToolAnswer Answer(ILedger ledger, Question question, ImmutableArray<ToolRecord> records, string method, string said)
    {
        var coverage = Coverage(ledger, question.AsOf);
        return new ToolAnswer
        {
            Answer = said,
            AsOf = Judgement.Day(ledger, question.AsOf, bench.Now),
            Coverage = coverage,
            Method = Method(ledger, method),
            Matched = records.Length,
            Returned = records.Length,
            Records = records,
        };
    }

    /// <summary>What is said of what nobody reports.</summary>
    public static string Unverified(ToolCoverage coverage) =>
        coverage.Articles == 0
            ? "unverified: the ledger has no article that counts; add some with parley add"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"unverified, last looked {coverage.LastLooked ?? "at no known time"}: none of {coverage.Articles} articles ({coverage.From ?? "?"} to {coverage.Until ?? "?"}) tells it. That is no sign that it is not so."
            );

    /// <summary>What the ledger covers as of a day.</summary>
    public ToolCoverage Coverage(ILedger ledger, string? asOf) =>
        ready.Kept(
            ledger,
            "tool coverage",
            asOf,
            one =>
            {
                var articles = one.Articles(new ReadingQuery { AsOf = asOf });
                var days = articles
                    .Select(article => article.Published)
                    .Where(day => day is { Length: >= 10 })
                    .Select(day => day![..10])
                    .ToList();
                return new ToolCoverage(
                    articles.Length,
                    articles.Select(article => article.Publisher).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Count(),
                    days.Min(StringComparer.Ordinal),
                    days.Max(StringComparer.Ordinal),
                    one.LastEntry() is { } last ? Instant.Of(last) : null
                );
            }
        );

    private string Method(ILedger ledger, string method)
    {
        var models = ready.Kept(
            ledger,
            "models",
            null,
            one => string.Join(", ", one.Statistics().Runs.Select(pair => pair.Run.Model).Distinct(StringComparer.Ordinal))
        );
        return models.Length == 0 ? method : $"{method}; articles read by {models}";
    }
}

/// <summary>Which part of the records is wanted.</summary>
/// <param name="Cursor">Behind which one; null for the beginning.</param>
/// <param name="Most">How many at most.</param>
internal readonly record struct ToolPage(string? Cursor, int Most)
{
    /// <summary>A part; throws where the limit is none.</summary>
    public static ToolPage Of(string? cursor, int limit) =>
        limit is > 0 and <= ToolDesk.MostRecords
            ? new ToolPage(ToolDesk.Word(cursor), limit)
            : throw ProblemException.Field(
                "limit",
                Problems.NotOneOf("limit", limit.ToString(CultureInfo.InvariantCulture), $"1 to {ToolDesk.MostRecords}")
            );
}
