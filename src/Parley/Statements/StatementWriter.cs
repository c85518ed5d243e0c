using System.Collections.Immutable;
using Parley.Records;
using Parley.Syntax;
using Parley.Text;

namespace Parley.Statements;

/// <summary>Turns drafts into records.</summary>
internal sealed class StatementWriter(
    ParsedText parsed,
    QuotationTable quotations,
    SpeakerExtent speakerExtent,
    SpeakerResolver resolver,
    VenueReader venues,
    JointSpeakers joint,
    ActChooser acts,
    OwnSide own,
    Nesting nesting,
    CueExtent cueExtent,
    bool explain
)
{
    /// <summary>The table of these drafts, which are in the order of the text.</summary>
    public StatementTable Write(List<Draft> drafts)
    {
        var statements = ImmutableArray.CreateBuilder<Statement>();
        var words = ImmutableArray.CreateBuilder<StatementWords>();
        var promisers = new List<Actor?>();
        // What is left of a content when its cue stands on both sides can be nothing.
        foreach (var draft in drafts)
            draft.Content.RemoveAll(range => range.Length <= 0);
        drafts.RemoveAll(draft => draft.Content.Count == 0);
        var outers = nesting.OutersOf(drafts);
        for (var d = 0; d < drafts.Count; d++)
        {
            var draft = drafts[d];
            var phrase = speakerExtent.WordsOf(draft);
            var speaker = resolver.Resolve(draft.Speaker, phrase);
            var act = acts.Choose(draft, speaker, phrase, promisers.Exists(one => IsOther(one, speaker)));
            if (act.Act == StatementAct.Promises && !promisers.Contains(speaker))
                promisers.Add(speaker);
            statements.Add(WriteOne(draft, d, phrase, speaker, act, outers[d]));
            words.Add(new StatementWords(draft.Cue.Index, draft.Speaker.Index, [.. draft.Content]));
        }
        return new StatementTable(parsed, statements.ToImmutable(), words.ToImmutable());
    }

    private Statement WriteOne(Draft draft, int number, WordRange phrase, Actor? speaker, (StatementAct Act, string Because) act, int outer)
    {
        var circumstances = venues.Read(draft);
        Span? cue = draft.CueWords.Length > 0 ? parsed.SpanOf(cueExtent.Settle(draft, phrase)) : null;
        Span? speakerSpan = draft.Speaker.Exists ? parsed.SpanOf(phrase) : null;
        ImmutableArray<Span> content = [.. draft.Content.Select(parsed.SpanOf)];
        var confidence = new StatementConfidence(draft, act.Act, speaker is not null);
        var statement = new Statement
        {
            Id = IdOf(number),
            Speaker = speaker?.Id,
            Speakers = joint.Of(draft, speaker),
            SpeakerSpan = speakerSpan,
            Cue = cue?.Of(parsed.Text).ToString() ?? "",
            CueSpan = cue,
            Content = content,
            Kind = KindOf(draft),
            Act = act.Act,
            Venue = circumstances.Venue,
            Addressee = circumstances.Addressee == speaker?.Id ? null : circumstances.Addressee,
            Time = circumstances.Time,
            Place = circumstances.Place,
            NestedIn = outer >= 0 ? IdOf(outer) : null,
            Confidence = confidence.Value,
            Uncertain = confidence.Value < StatementReader.LeastConfidence,
            Evidence = EvidenceOf(speakerSpan, cue, content),
        };
        return explain ? statement with { Reasons = StatementReasons.Of(draft, statement, act.Because, confidence) } : statement;
    }

    private static string IdOf(int number) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"s{number + 1}");

    private StatementKind KindOf(Draft draft)
    {
        var (inside, outside) = (0, 0);
        foreach (var range in draft.Content)
            for (var word = range.Start; word < range.End; word++)
                if (parsed.UposTags[word] != Upos.Punct && !(word == range.Start && ContentExtent.IsComplementizer(parsed[word])))
                    _ = quotations.IndexAt(word) >= 0 ? inside++ : outside++;
        return inside == 0 ? StatementKind.Indirect
            : outside == 0 ? StatementKind.Direct
            : StatementKind.Mixed;
    }

    /// <summary>The clause from speaker to content; pieces of content in other paragraphs stand apart.</summary>
    private ImmutableArray<Span> EvidenceOf(Span? speaker, Span? cue, ImmutableArray<Span> content)
    {
        var parts = new List<Span>(content);
        if (speaker is { } who)
            parts.Add(who);
        if (cue is { } how)
            parts.Add(how);
        parts.Sort();
        var evidence = ImmutableArray.CreateBuilder<Span>();
        var current = parts[0];
        foreach (var part in parts)
            if (part.Start <= current.End || parsed.Text.AsSpan(current.End, part.Start - current.End).IndexOf('\n') < 0)
                current = new Span(current.Start, Math.Max(current.End, part.End));
            else
            {
                evidence.Add(current);
                current = part;
            }
        evidence.Add(current);
        return evidence.ToImmutable();
    }

    private bool IsOther(Actor? promiser, Actor? speaker) => promiser is null || speaker is null || !own.SameSide(promiser, speaker);
}
