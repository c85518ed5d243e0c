using System.Globalization;
using Parley.Records;
using Parley.Wording;
using Spectre.Console;

namespace Parley.Cli.Views;

/// <summary>Prints readings for people: in colour and wrapped on a terminal, plain lines in a pipe.</summary>
internal sealed class TerminalView
{
    private const int Indent = 2;

    /// <summary>The line between two readings.</summary>
    private const int RuleLength = 40;

    private static readonly (EntryKind Kind, string Heading)[] s_sections =
    [
        (EntryKind.Statement, "Statements"),
        (EntryKind.Event, "Events"),
        (EntryKind.Figure, "Figures"),
        (EntryKind.Undertaking, "Undertakings"),
        (EntryKind.Position, "Positions"),
    ];

    private readonly TerminalLines _lines;
    private bool _hasWritten;

    /// <summary>A view on the output of a session; colour only on a terminal, and not where <c>NO_COLOR</c> is set.</summary>
    /// <param name="session">The session.</param>
    /// <param name="output">Where it prints instead; null for the session's output.</param>
    public TerminalView(Session session, TextWriter? output = null) => _lines = new TerminalLines(session, output);

    /// <summary>Prints the line between two readings.</summary>
    public void WriteRule() => _lines.Write(0, (new string('─', RuleLength), Decoration.Dim));

    /// <summary>Prints one reading.</summary>
    public void Write(Reading reading)
    {
        if (_hasWritten)
            WriteRule();
        _hasWritten = true;
        WriteHead(reading.Article);
        WriteActors(reading);
        var passages = new Passages(reading.Article);
        var all = ReadingEntries.Of(reading);
        var entries = all.Where(entry => !entry.IsUncertain).ToLookup(entry => entry.Kind);
        var proofs = new Proofs(all.Where(entry => !entry.IsUncertain && entry.Kind != EntryKind.Setting), passages);
        foreach (var (kind, heading) in s_sections)
        {
            if (!entries[kind].Any())
                continue;
            WriteHeading(heading, entries[kind].Count());
            foreach (var entry in entries[kind])
                WriteEntry(entry, passages, proofs);
        }
        _lines.WriteBlank();
        if (!s_sections.Any(section => entries[section.Kind].Any()))
        {
            _lines.Write(0, ("nothing found: no statement, event, figure, undertaking or position", Decoration.None));
            _lines.WriteBlank();
        }
        WriteLeftOut(all.Count(entry => entry.IsUncertain));
    }

    private void WriteLeftOut(int count)
    {
        if (count == 0)
            return;
        _lines.Write(0, (LeftOut(count, "record"), Decoration.Dim));
        _lines.WriteBlank();
    }

    /// <summary>"3 uncertain records left out (--min-confidence 0 shows them)".</summary>
    public static string LeftOut(int count, string noun) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{count} uncertain {noun}{(count == 1 ? "" : "s")} left out (--min-confidence 0 shows {(count == 1 ? "it" : "them")})"
        );

    private void WriteHead(Article article)
    {
        _lines.Write(0, (article.Title ?? "Untitled", Decoration.Bold));
        var facts = new[]
        {
            article.Publisher,
            article.Section,
            article.Byline,
            Dateline(article),
            article.Published is { } day ? (article.DatedByAddress ? $"{day} by its address" : day) : "date unknown",
            article.Url ?? article.Source,
        };
        _lines.Write(0, (string.Join(" · ", facts.Where(fact => !string.IsNullOrEmpty(fact))), Decoration.Dim));
    }

    private static string? Dateline(Article article) =>
        article.Dateline is { } line ? string.Join(", ", new[] { line.Place, line.Date }.OfType<string>()) : null;

    private void WriteActors(Reading reading)
    {
        if (reading.Actors.IsEmpty)
            return;
        WriteHeading("Actors", reading.Actors.Length);
        var names = reading.Actors.ToDictionary(actor => actor.Id, actor => actor.Name, StringComparer.Ordinal);
        foreach (var actor in reading.Actors)
        {
            var mentions = string.Create(
                CultureInfo.InvariantCulture,
                $"{actor.Mentions.Length} {(actor.Mentions.Length == 1 ? "mention" : "mentions")}"
            );
            var group = actor.MemberOf is { } id && names.TryGetValue(id, out var name) ? $"of {name}" : null;
            var facts = new[] { actor.Code, ReadingEntries.Spell(actor.Kind), actor.Role, group, mentions };
            _lines.Write(
                Indent,
                ($"{actor.Id}  ", Decoration.Dim),
                (actor.Name, Decoration.Bold),
                ($"  {string.Join(" · ", facts.Where(fact => !string.IsNullOrEmpty(fact)))}", Decoration.None)
            );
        }
    }

    private void WriteHeading(string heading, int count)
    {
        _lines.WriteBlank();
        _lines.Write(
            0,
            (heading, Decoration.Bold | Decoration.Underline),
            (string.Create(CultureInfo.InvariantCulture, $" ({count})"), Decoration.None)
        );
    }

    private void WriteEntry(Entry entry, Passages passages, Proofs proofs)
    {
        var confidence = entry.ConfidenceShown is { } shown ? $"  ({shown})" : "";
        _lines.Write(Indent, ($"{entry.Id}  ", Decoration.Dim), (entry.Heading, Decoration.Bold), (confidence, Decoration.Dim));
        foreach (var (label, value) in entry.Facts.Where(fact => fact.Label is not ("words" or "cue" or "manner" or "CAMEO")))
            _lines.Write(Indent * 3, ($"{label}: ", Decoration.Dim), (value, Decoration.None));
        foreach (var evidence in entry.Evidence)
            WriteProof(entry.Id, evidence, passages, proofs);
    }

    /// <summary>A sentence is printed once, with the other records that it proves; after that, its words and where it was printed.</summary>
    private void WriteProof(string id, Span evidence, Passages passages, Proofs proofs)
    {
        var sentence = passages.SentenceAround(evidence);
        if (proofs.PrintedWith(sentence, id) is { } earlier)
        {
            _lines.Write(Indent * 3, [.. passages.QuoteWords(evidence, _lines.IsColoured), ($"  (sentence at {earlier})", Decoration.Dim)]);
            return;
        }
        _lines.Write(Indent * 3, [.. passages.Quote(evidence, _lines.IsColoured)]);
        if (proofs.Others(sentence, id) is { Length: > 0 } others)
            _lines.Write(Indent * 4, ($"also proves {others}", Decoration.Dim));
    }
}
