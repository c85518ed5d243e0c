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

    /// <summary>A statement less likely than this is <see cref="Records.Statement.Uncertain"/>.</summary>
    public const double LeastConfidence = 0.48;

    /// <summary>Reads the statements of a text; with the reasons of each where <paramref name="explain"/>.</summary>
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
        var pointers = new PointerCueReader(parsed, speakers, extent, quotations, datelines);
        var drafts = new List<Draft>();
        foreach (var block in parsed.Tokens.Blocks)
            if (block.Kind is BlockKind.Paragraph or BlockKind.ListItem or BlockKind.Caption)
                for (var word = block.Words.Start; word < block.Words.End; word++)
                    if (parsed.SentenceOf(word) >= 0 && (verbs.Read(parsed[word]) ?? Pointers(pointers, word)) is { } draft)
                        drafts.Add(draft);
        if (Applies(StatementRules.Quotations))
            new QuotationCueReader(parsed, quotations, _cues, speakers, verbs).Read(drafts);
        if (Applies(StatementRules.Complements))
            new AnswerReader(parsed, _cues, speakers, verbs).Read(drafts);
        if (Applies(StatementRules.Network))
            new NetworkCueReader(parsed, quotations, _cues, speakers, extent, verbs).Read(mentions.Statements, drafts);
        SetMentions(mentions, drafts);
        var resolver = new SpeakerResolver(parsed, actors);
        var own = new OwnSide(actors, quotations);
        var nesting = new Nesting(parsed, actors, quotations);
        var writer = new StatementWriter(
            parsed,
            quotations,
            new SpeakerExtent(parsed, speakers, quotations, times),
            resolver,
            new VenueReader(parsed, actors, places, times),
            new JointSpeakers(actors, resolver),
            new ActChooser(new ActReader(parsed, speakers, _cues, own), new RefusalReader(parsed, mentions, own)),
            own,
            nesting,
            new CueExtent(parsed, _cues),
            explain
        );
        return writer.Write(nesting.Settle(drafts));
    }

    /// <summary>Gives each draft what the network says of its cue: of its words the likeliest.</summary>
    private static void SetMentions(MentionTable mentions, List<Draft> drafts)
    {
        foreach (var draft in drafts)
        foreach (var mention in mentions.Statements)
            if (draft.CueWords.Contains(mention.Word) && mention.Probability > (draft.Mention?.Probability ?? 0))
                draft.Mention = mention;
    }

    private bool Applies(StatementRules rules) => (_rules & rules) != 0;

    private Draft? Pointers(PointerCueReader pointers, int word) => Applies(StatementRules.Pointers) ? pointers.Read(word) : null;
}
