using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Parley.Answers;
using Parley.Ledger;
using Parley.Web.Paging;
using Parley.Web.Report;
using Parley.Web.Server;
using Parley.Web.Users;

namespace Parley.Web.Access;

/// <summary>What a page or resource works with: the ledger, the clock, and the frame of the page that is asked for.</summary>
/// <param name="access">The ledger.</param>
/// <param name="options">How the workbench is served.</param>
/// <param name="ready">Answers that are kept.</param>
public sealed class Workbench(LedgerAccess access, ServerOptions options, ReadyAnswers ready)
{
    /// <summary>How the workbench is served.</summary>
    public ServerOptions Options => options;

    /// <summary>Who works: who logged in, else the user of the server.</summary>
    public string User => Visitor.Current?.Name ?? options.User;

    /// <summary>The briefs that were made.</summary>
    public BriefCache Briefs { get; } = new(access, ready);

    /// <summary>What time it is.</summary>
    public DateTimeOffset Now => options.Now();

    /// <inheritdoc cref="LedgerAccess.Ask{T}"/>
    public Task<T> Ask<T>(Func<ILedger, T> question, CancellationToken cancel = default) => access.Ask(question, cancel);

    /// <inheritdoc cref="LedgerAccess.Write{T}"/>
    public Task<T> Write<T>(Func<ILedger, T> act, CancellationToken cancel = default) => access.Write(act, cancel);

    /// <summary>The frame of the page that a request asks for: its state from the address, the parties to choose from, and the sentence at its side.</summary>
    /// <param name="http">The request.</param>
    /// <param name="section">The entry of the rail that it belongs to.</param>
    public async Task<PageFrame> Frame(HttpContext http, Section section)
    {
        var state = PageState.Of(http.Request.Query);
        var report = http.Features.Get<ReportRequest>();
        var (parties, sentence, coverage) = await access.Ask(
            ledger =>
                (
                    Parties(ledger),
                    state.At is { } article ? SentenceAnswer.Of(ledger, article, state.Sentence) : null,
                    ready.Coverage(ledger, state.AsOf)
                ),
            http.RequestAborted
        );
        return new PageFrame
        {
            State = state,
            Section = section,
            Path = http.Request.Path,
            Links = report?.Links ?? PageLinks.Live,
            Anchors = report?.Anchors ?? [],
            Parties = parties,
            Sentence = sentence,
            Coverage = coverage,
            IsRenewing = () => report is null && ready.IsRenewing,
            IsReweighing = () => report is null && access.IsReweighing,
            CanWrite = !options.IsReadOnly && Visitor.Current is not { Role: UserRole.Reader },
            User = options.Users is null ? null : Visitor.Current,
            FormToken = () => report is null ? FormToken.Of(http) : null,
        };
    }

    /// <summary>What was made of several articles is up to date again: what was remembered of it before is asked anew.</summary>
    internal void Renewed() => ready.Renewed();

    /// <summary>The parties that undertakings bind, by name; of articles that are only being weighed, some may be missing for a moment.</summary>
    private ImmutableArray<PartyName> Parties(ILedger ledger) =>
        ready.Kept(
            ledger,
            "bound parties",
            null,
            one =>
                one.Derived(LedgerFunctions.Board, new DerivedQuery("board") { AsKept = true, OneOfParty = true })
                    .Where(row => row.Party is not null)
                    .Select(row => new PartyName(row.Party!, Parley.Assessments.BoardLines.PartyOf(row.Body)))
                    .OrderBy(party => party.Name, StringComparer.Ordinal)
                    .ToImmutableArray()
        );
}
