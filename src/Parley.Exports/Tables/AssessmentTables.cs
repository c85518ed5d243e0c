using System.Collections.Immutable;
using Parley.Answers;
using Parley.Assessments;
using Parley.Claims;
using Parley.Corrections;

namespace Parley.Exports.Tables;

/// <summary>The tables over all articles: undertakings and claims, each once, outlets, and what people said.</summary>
internal static class AssessmentTables
{
    public static LedgerTable Undertakings() =>
        new LedgerTableOf<BoardEntry>(
            new(
                "undertakings",
                "each undertaking once, and how it stands",
                [
                    Columns.Of<BoardEntry>("undertaking", "its id", entry => entry.Id),
                    Columns.Of<BoardEntry>("party", "who bound himself", entry => entry.Party),
                    Columns.Of<BoardEntry>("side", "the code of his side", entry => entry.Side),
                    Columns.Of<BoardEntry>("by", "his own code", entry => entry.By),
                    Columns.Of<BoardEntry>("kind", "what sort", entry => entry.Kind),
                    Columns.Of<BoardEntry>("words", "the words of the first telling", entry => entry.Words),
                    Columns.OfMany<BoardEntry>("area", "what places it covers", entry => entry.Area),
                    Columns.Of<BoardEntry>("since", "ISO day from which deeds count", entry => entry.Since),
                    Columns.Of<BoardEntry>("until", "ISO day until which it holds", entry => entry.Until),
                    Columns.OfMany<BoardEntry>("conditions", "on what it hangs", entry => entry.Conditions),
                    Columns.OfMany<BoardEntry>("limits", "what it does not cover", entry => entry.Limits),
                    Columns.OfMany<BoardEntry>("open", "what was left unsaid", entry => entry.Open),
                    Columns.Of<BoardEntry>("state", "how it stands", entry => entry.State),
                    Columns.Of<BoardEntry>("reports", "articles that tell it or speak to it", entry => (long?)entry.Reports),
                    Columns.Of<BoardEntry>("outlets", "their outlets", entry => (long?)entry.Outlets),
                    Columns.Of<BoardEntry>("origins", "independent origins", entry => (long?)entry.Origins),
                ],
                "undertaking"
            ),
            source => source.Undertakings()
        );

    public static LedgerTable StatusHistory() =>
        new LedgerTableOf<(string Undertaking, int Number, BoardChange Change)>(
            new(
                "status_history",
                "how each undertaking came to stand so, step by step",
                [
                    Columns.Of<(string Undertaking, int Number, BoardChange Change)>("undertaking", "its id", row => row.Undertaking),
                    Columns.Of<(string Undertaking, int Number, BoardChange Change)>(
                        "number",
                        "the step, from 1",
                        row => (long?)row.Number
                    ),
                    Columns.Of<(string Undertaking, int Number, BoardChange Change)>("at", "ISO day", row => row.Change.At),
                    Columns.Of<(string Undertaking, int Number, BoardChange Change)>(
                        "from_state",
                        "how it stood before",
                        row => row.Change.From
                    ),
                    Columns.Of<(string Undertaking, int Number, BoardChange Change)>(
                        "to_state",
                        "how it stands since",
                        row => row.Change.To
                    ),
                    Columns.Of<(string Undertaking, int Number, BoardChange Change)>("rule", "by which rule", row => row.Change.Rule),
                    Columns.OfMany<(string Undertaking, int Number, BoardChange Change)>(
                        "because",
                        "records that caused it",
                        row => row.Change.Because
                    ),
                ],
                "undertaking",
                "number"
            ),
            source => source.Undertakings().SelectMany(entry => entry.History.Select((change, at) => (entry.Id, at + 1, change)))
        );

    public static LedgerTable Witnesses() =>
        new LedgerTableOf<(string Undertaking, string Stance, BoardWitness Witness)>(
            new(
                "witnesses",
                "who speaks for or against each undertaking, or doubts it",
                [
                    Of("undertaking", "its id", row => row.Undertaking),
                    Of("stance", "supports, contradicts or doubts", row => row.Stance),
                    Of("speaker", "who says so; nothing where the article does", row => row.Witness.Speaker),
                    Of("origin", "who holds the information", row => row.Witness.Origin),
                    Of("independence", "same, independent or unknown", row => row.Witness.Independence),
                    Of("place", "where", row => row.Witness.Place),
                    Of("article", "the article", row => row.Witness.Article),
                    Of("record", "the record among all articles", row => row.Witness.Record),
                    Of("outlet", "the outlet", row => row.Witness.Outlet),
                    Of("published", "when it was published", row => row.Witness.Published),
                    Of("sentence", "the sentence", row => row.Witness.Sentence),
                ]
            ),
            source =>
                source
                    .Undertakings()
                    .SelectMany(entry =>
                        entry
                            .Supports.Select(one => (entry.Id, "supports", one))
                            .Concat(entry.Contradicts.Select(one => (entry.Id, "contradicts", one)))
                            .Concat(entry.Doubts.Select(one => (entry.Id, "doubts", one)))
                    )
        );

    public static LedgerTable Claims() =>
        new LedgerTableOf<ClaimEntry>(
            new(
                "claims",
                "each claim once, and how it stands",
                [
                    Columns.Of<ClaimEntry>("claim", "its id", claim => claim.Id),
                    Columns.Of<ClaimEntry>("deed", "what was done, or what is counted", claim => claim.Deed),
                    Columns.Of<ClaimEntry>("mode", "the mode of the deed", claim => claim.Mode),
                    Columns.Of<ClaimEntry>("polarity", "done, not done, planned", claim => claim.Polarity),
                    Columns.OfMany<ClaimEntry>("doers", "who did it", claim => claim.DoerNames),
                    Columns.OfMany<ClaimEntry>("doer_codes", "their codes", claim => claim.Doers),
                    Columns.OfMany<ClaimEntry>("object_codes", "codes of those it was done to", claim => claim.Objects),
                    Columns.OfMany<ClaimEntry>("places", "where", claim => claim.Places),
                    Columns.Of<ClaimEntry>("day", "ISO day", claim => claim.Day),
                    Columns.OfMany<ClaimEntry>("numbers", "how many, in words", claim => claim.Numbers),
                    Columns.Of<ClaimEntry>("words", "the words of the first telling", claim => claim.Words),
                    Columns.Of<ClaimEntry>("status", "how it stands", claim => claim.Status),
                    Columns.Of<ClaimEntry>("rule", "by which rule", claim => (long?)claim.Rule),
                    Columns.Of<ClaimEntry>("for", "weight of those who say so", claim => (double?)claim.For),
                    Columns.Of<ClaimEntry>("against", "weight of those who say the contrary", claim => (double?)claim.Against),
                    Columns.Of<ClaimEntry>("reports", "articles that tell it or the contrary", claim => (long?)claim.Reports),
                    Columns.Of<ClaimEntry>("outlets", "their outlets", claim => (long?)claim.Outlets),
                    Columns.Of<ClaimEntry>("origins", "independent origins", claim => (long?)claim.Origins),
                    Columns.Of<ClaimEntry>("article", "the article of the first telling", claim => claim.First.Article),
                    Columns.Of<ClaimEntry>("record", "its record there", claim => claim.First.Record),
                ],
                "claim"
            ),
            source => source.Claims.Select(claim => ClaimEntries.Of(claim))
        );

    public static LedgerTable Sources() =>
        new LedgerTableOf<SourceAnswer>(
            new(
                "sources",
                "outlets, with what users judged of them",
                [
                    Columns.Of<SourceAnswer>("outlet", "its name", source => source.Entry.Outlet),
                    Columns.Of<SourceAnswer>("owner", "who owns it", source => source.Entry.Owner),
                    Columns.Of<SourceAnswer>("country", "ISO 3166 alpha-3", source => source.Entry.Country),
                    Columns.Of<SourceAnswer>("state_run", "whether a state runs it", source => source.Entry.StateRun),
                    Columns.Of<SourceAnswer>("agency", "whether others print its text", source => source.Entry.Agency),
                    Columns.Of<SourceAnswer>("reliability", "A to F as users judged it", source => source.Entry.Reliability.ToString()),
                    Columns.Of<SourceAnswer>("articles", "how many of its articles there are", source => (long?)source.Articles),
                ],
                "outlet"
            ),
            source => SourceAnswer.All(source.Ledger, source.Query.AsOf)
        );

    public static LedgerTable Corrections() =>
        new LedgerTableOf<Correction>(
            new(
                "corrections",
                "what people said of records, oldest first",
                [
                    Columns.Of<Correction>("correction", "its id", one => one.Id),
                    Columns.Of<Correction>("verb", "what is said", one => CorrectionJson.Spell(one.Verb)),
                    Columns.Of<Correction>("by", "who says it", one => one.By),
                    Columns.Of<Correction>("at", "ISO instant", one => one.At),
                    Columns.Of<Correction>("why", "why", one => one.Why),
                    Columns.OfMany<Correction>(
                        "records",
                        "the records",
                        one => one.Targets.Select(target => $"{target.Article}/{target.Id}")
                    ),
                    Columns.Of<Correction>("undertaking", "the undertaking that is decided", one => one.Subject),
                    Columns.Of<Correction>("field", "the field that is edited", one => one.Field),
                    Columns.Of<Correction>("value", "its new value as JSON, or the state", one => one.Value),
                    Columns.Of<Correction>("was", "what was there", one => one.Was),
                    Columns.Of<Correction>("undoes", "what is taken back", one => one.Undoes),
                ],
                "correction"
            ),
            source =>
                source.Ledger.Corrections().Where(one => source.Query.AsOf is not { } day || string.CompareOrdinal(one.At[..10], day) <= 0)
        );

    private static Column<(string Undertaking, string Stance, BoardWitness Witness)> Of(
        string name,
        string holds,
        Func<(string Undertaking, string Stance, BoardWitness Witness), string?> cell
    ) => Columns.Of<(string Undertaking, string Stance, BoardWitness Witness)>(name, holds, cell);
}
