using Parley.Actors;
using Parley.Mentions;
using Parley.Places;
using Parley.Syntax;
using Parley.Text;
using Parley.Times;

namespace Parley.Statements;

/// <summary>Stage 5. In: syntax, actors, places, times. Out: who said what: speaker, cue, content, act, venue.</summary>
/// <remarks>
/// Verbs, nouns and prepositions that report are found in the trees of paragraphs, list items and captions; then quotations that none of
/// them took are given to the words beside them or to the statement above. Thoughts, wishes and plans to speak are no statements.
/// Headlines and furniture are not read. Words lie in <c>lexicons/cue-*</c>, <c>lexicons/speaker-nouns</c> and <c>lexicons/venue*</c>,
/// rules in <c>rules/cue-phrases</c> and <c>rules/content-acts</c>, examples in <c>specs/statements.md</c>.
/// </remarks>
/// <param name="options">What it applies; all rules where null.</param>
public sealed class StatementReader(StatementReaderOptions? options = null)
{
    private readonly CueLexicon _cues = new();
    private readonly StatementRules _rules = (options ?? new StatementReaderOptions()).Rules;

    /// <summary>Reads the statements of a text.</summary>
    public StatementTable Read(
        ParsedText parsed,
        MentionTable mentions,
        ActorTable actors,
        PlaceTable places,
        TimeTable times,
        bool explain = false
    )
    {
        var quotations = QuotationReader.Read(parsed);
        var speakers = new SpeakerFinder(parsed, actors, times, _cues);
        var extent = new ContentExtent(parsed, quotations);
        var datelines = new Datelines(parsed);
        var verbs = new VerbCueReader(parsed, times, _cues, speakers, extent, quotations, datelines, _rules);
        var nouns = new NounCueReader(parsed, actors, _cues, speakers, extent);
        var pointers = new PointerCueReader(parsed, speakers, extent, quotations, datelines);
        var drafts = new List<Draft>();
        foreach (var block in parsed.Tokens.Blocks)
            if (block.Kind is BlockKind.Paragraph or BlockKind.ListItem or BlockKind.Caption)
                for (var word = block.Words.Start; word < block.Words.End; word++)
                    if (
                        parsed.SentenceOf(word) >= 0
                        && (verbs.Read(parsed[word]) ?? Nouns(nouns, parsed[word]) ?? Pointers(pointers, word)) is { } draft
                    )
                        drafts.Add(draft);
        if (Applies(StatementRules.Quotations))
            new QuotationCueReader(parsed, quotations, _cues, speakers, verbs).Read(drafts);
        var resolver = new SpeakerResolver(parsed, actors);
        var own = new OwnSide(actors, quotations);
        var nesting = new Nesting(parsed, actors, quotations);
        var writer = new StatementWriter(
            parsed,
            quotations,
            new SpeakerExtent(parsed, speakers, quotations, times),
            resolver,
            new VenueReader(parsed, actors, places, times),
            new ActReader(parsed, speakers, _cues, own),
            own,
            nesting,
            new CueExtent(parsed, _cues)
        );
        return writer.Write(nesting.Settle(drafts));
    }

    private bool Applies(StatementRules rules) => (_rules & rules) != 0;

    private Draft? Nouns(NounCueReader nouns, Node noun) => Applies(StatementRules.Nouns) ? nouns.Read(noun) : null;

    private Draft? Pointers(PointerCueReader pointers, int word) => Applies(StatementRules.Pointers) ? pointers.Read(word) : null;
}
