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
                    Column<BoardEntry>.Of("undertaking", "its id", entry => entry.Id),
                    Column<BoardEntry>.Of("party", "who bound himself", entry => entry.Party),
                    Column<BoardEntry>.Of("side", "the code of his side", entry => entry.Side),
                    Column<BoardEntry>.Of("by", "his own code", entry => entry.By),
                    Column<BoardEntry>.Of("kind", "what sort", entry => entry.Kind),
                    Column<BoardEntry>.Of("words", "the words of the first telling", entry => entry.Words),
                    Column<BoardEntry>.OfMany("area", "what places it covers", entry => entry.Area),
                    Column<BoardEntry>.Of("since", "ISO day from which deeds count", entry => entry.Since),
                    Column<BoardEntry>.Of("until", "ISO day until which it holds", entry => entry.Until),
                    Column<BoardEntry>.OfMany("conditions", "on what it hangs", entry => entry.Conditions),
                    Column<BoardEntry>.OfMany("limits", "what it does not cover", entry => entry.Limits),
                    Column<BoardEntry>.OfMany("open", "what was left unsaid", entry => entry.Open),
                    Column<BoardEntry>.Of("state", "how it stands", entry => entry.State),
                    Column<BoardEntry>.Of("reports", "articles that tell it or speak to it", entry => (long?)entry.Reports),
                    Column<BoardEntry>.Of("outlets", "their outlets", entry => (long?)entry.Outlets),
                    Column<BoardEntry>.Of("origins", "independent origins", entry => (long?)entry.Origins),
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
                    Column<(string Undertaking, int Number, BoardChange Change)>.Of("undertaking", "its id", row => row.Undertaking),
                    Column<(string Undertaking, int Number, BoardChange Change)>.Of("number", "the step, from 1", row => (long?)row.Number),
                    Column<(string Undertaking, int Number, BoardChange Change)>.Of("at", "ISO day", row => row.Change.At),
                    Column<(string Undertaking, int Number, BoardChange Change)>.Of(
                        "from_state",
                        "how it stood before",
                        row => row.Change.From
                    ),
                    Column<(string Undertaking, int Number, BoardChange Change)>.Of(
                        "to_state",
                        "how it stands since",
                        row => row.Change.To
                    ),
                    Column<(string Undertaking, int Number, BoardChange Change)>.Of("rule", "by which rule", row => row.Change.Rule),
                    Column<(string Undertaking, int Number, BoardChange Change)>.OfMany(
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
                    Column<ClaimEntry>.Of("claim", "its id", claim => claim.Id),
                    Column<ClaimEntry>.Of("deed", "what was done, or what is counted", claim => claim.Deed),
                    Column<ClaimEntry>.Of("mode", "the mode of the deed", claim => claim.Mode),
                    Column<ClaimEntry>.Of("polarity", "done, not done, planned", claim => claim.Polarity),
                    Column<ClaimEntry>.OfMany("doers", "who did it", claim => claim.DoerNames),
                    Column<ClaimEntry>.OfMany("doer_codes", "their codes", claim => claim.Doers),
                    Column<ClaimEntry>.OfMany("object_codes", "codes of those it was done to", claim => claim.Objects),
                    Column<ClaimEntry>.OfMany("places", "where", claim => claim.Places),
                    Column<ClaimEntry>.Of("day", "ISO day", claim => claim.Day),
                    Column<ClaimEntry>.OfMany("numbers", "how many, in words", claim => claim.Numbers),
                    Column<ClaimEntry>.Of("words", "the words of the first telling", claim => claim.Words),
                    Column<ClaimEntry>.Of("status", "how it stands", claim => claim.Status),
                    Column<ClaimEntry>.Of("rule", "by which rule", claim => (long?)claim.Rule),
                    Column<ClaimEntry>.Of("for", "weight of those who say so", claim => (double?)claim.For),
                    Column<ClaimEntry>.Of("against", "weight of those who say the contrary", claim => (double?)claim.Against),
                    Column<ClaimEntry>.Of("reports", "articles that tell it or the contrary", claim => (long?)claim.Reports),
                    Column<ClaimEntry>.Of("outlets", "their outlets", claim => (long?)claim.Outlets),
                    Column<ClaimEntry>.Of("origins", "independent origins", claim => (long?)claim.Origins),
                    Column<ClaimEntry>.Of("article", "the article of the first telling", claim => claim.First.Article),
                    Column<ClaimEntry>.Of("record", "its record there", claim => claim.First.Record),
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
                    Column<SourceAnswer>.Of("outlet", "its name", source => source.Entry.Outlet),
                    Column<SourceAnswer>.Of("owner", "who owns it", source => source.Entry.Owner),
                    Column<SourceAnswer>.Of("country", "ISO 3166 alpha-3", source => source.Entry.Country),
                    Column<SourceAnswer>.Of("state_run", "whether a state runs it", source => source.Entry.StateRun),
                    Column<SourceAnswer>.Of("agency", "whether others print its text", source => source.Entry.Agency),
                    Column<SourceAnswer>.Of("reliability", "A to F as users judged it", source => source.Entry.Reliability.ToString()),
                    Column<SourceAnswer>.Of("articles", "how many of its articles there are", source => (long?)source.Articles),
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
                    Column<Correction>.Of("correction", "its id", one => one.Id),
                    Column<Correction>.Of("verb", "what is said", one => CorrectionJson.Spell(one.Verb)),
                    Column<Correction>.Of("by", "who says it", one => one.By),
                    Column<Correction>.Of("at", "ISO instant", one => one.At),
                    Column<Correction>.Of("why", "why", one => one.Why),
                    Column<Correction>.OfMany(
                        "records",
                        "the records",
                        one => one.Targets.Select(target => $"{target.Article}/{target.Id}")
                    ),
                    Column<Correction>.Of("undertaking", "the undertaking that is decided", one => one.Subject),
                    Column<Correction>.Of("field", "the field that is edited", one => one.Field),
                    Column<Correction>.Of("value", "its new value as JSON, or the state", one => one.Value),
                    Column<Correction>.Of("was", "what was there", one => one.Was),
                    Column<Correction>.Of("undoes", "what is taken back", one => one.Undoes),
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
    ) => Column<(string Undertaking, string Stance, BoardWitness Witness)>.Of(name, holds, cell);
}
