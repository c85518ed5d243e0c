using System.Globalization;
using Parley.Records;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Parley.Cli.Views;

/// <summary>Prints readings for people: in colour and wrapped on a terminal, plain lines in a pipe.</summary>
internal sealed class TerminalView
{
    /// <summary>Wide enough that no line in a pipe is wrapped.</summary>
    private const int Unwrapped = 1_000_000;

    private const int Indent = 2;

    private static readonly (EntryKind Kind, string Heading)[] s_sections =
    [
        (EntryKind.Statement, "Statements"),
        (EntryKind.Event, "Events"),
        (EntryKind.Figure, "Figures"),
        (EntryKind.Undertaking, "Undertakings"),
        (EntryKind.Position, "Positions"),
    ];

    private readonly IAnsiConsole _console;

    /// <summary>A view on the output of a session; colour only on a terminal, and not where <c>NO_COLOR</c> is set.</summary>
    public TerminalView(Session session)
    {
        var isColoured = session.OutputIsTerminal && session.HasColour;
        _console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = isColoured ? AnsiSupport.Yes : AnsiSupport.No,
                ColorSystem = isColoured ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
                Interactive = InteractionSupport.No,
                Out = new AnsiConsoleOutput(session.Output),
            }
        );
        _console.Profile.Width = session.OutputIsTerminal ? session.Width : Unwrapped;
    }

    /// <summary>Prints one reading.</summary>
    public void Write(Reading reading)
    {
        WriteHead(reading.Article);
        WriteActors(reading);
        var passages = new Passages(reading.Article);
        var entries = ReadingEntries.Of(reading).ToLookup(entry => entry.Kind);
        foreach (var (kind, heading) in s_sections)
        {
            WriteHeading(heading, entries[kind].Count());
            foreach (var entry in entries[kind])
                WriteEntry(entry, reading.Article.Text, passages);
        }
        _console.WriteLine();
    }

    private void WriteHead(Article article)
    {
        Line(0, (article.Title ?? "Untitled", Decoration.Bold));
        var facts = new[]
        {
            article.Publisher,
            article.Section,
            article.Byline,
            Dateline(article),
            article.Published ?? "date unknown",
            article.Url ?? article.Source,
        };
        Line(0, (string.Join(" · ", facts.Where(fact => !string.IsNullOrEmpty(fact))), Decoration.Dim));
    }

    private static string? Dateline(Article article) =>
        article.Dateline is { } line ? string.Join(", ", new[] { line.Place, line.Date }.OfType<string>()) : null;

    private void WriteActors(Reading reading)
    {
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
            Line(
                Indent,
                ($"{actor.Id}  ", Decoration.Dim),
                (actor.Name, Decoration.Bold),
                ($"  {string.Join(" · ", facts.Where(fact => !string.IsNullOrEmpty(fact)))}", Decoration.None)
            );
        }
    }

    private void WriteHeading(string heading, int count)
    {
        _console.WriteLine();
        Line(
            0,
            (heading, Decoration.Bold | Decoration.Underline),
            (string.Create(CultureInfo.InvariantCulture, $" ({count})"), Decoration.None)
        );
    }

    private void WriteEntry(Entry entry, string text, Passages passages)
    {
        Line(Indent, ($"{entry.Id}  ", Decoration.Dim), (entry.Heading, Decoration.Bold));
        foreach (var (label, value) in entry.Facts.Where(fact => fact.Label is not ("words" or "cue" or "manner" or "CAMEO")))
            Line(Indent * 3, ($"{label}: ", Decoration.Dim), (value, Decoration.None));
        foreach (var evidence in entry.Evidence)
        {
            var sentence = passages.SentenceAround(evidence);
            Line(
                Indent * 3,
                ($"{passages.PlaceOf(evidence)}  ", Decoration.Dim),
                (Flat(text[sentence.Start..evidence.Start]), Decoration.None),
                (Flat(text[evidence.Start..evidence.End]), Decoration.Underline),
                (Flat(text[evidence.End..sentence.End]), Decoration.None)
            );
        }
    }

    private void Line(int indent, params ReadOnlySpan<(string Text, Decoration Decoration)> pieces)
    {
        var paragraph = new Paragraph();
        foreach (var (text, decoration) in pieces)
            paragraph.Append(text, new Style(decoration: decoration));
        _console.Write(indent == 0 ? paragraph : (IRenderable)new Padder(paragraph, new Padding(indent, 0, 0, 0)));
        if (indent == 0)
            _console.WriteLine();
    }

    /// <summary>Line ends as blanks; blanks at the seams stay.</summary>
    private static string Flat(string text) => text.Replace('\n', ' ');
}
