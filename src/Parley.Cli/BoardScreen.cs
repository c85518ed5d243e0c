using System.Collections.Immutable;
using Parley.Assessments;
using Parley.Cli.Views;

namespace Parley.Cli;

/// <summary>The board for people: plain lines in a pipe, colour and wrapped lines on a terminal.</summary>
internal sealed class BoardScreen(Session session)
{
    private const int LabelWidth = 12;

    /// <summary>Writes all entries, and how many undertakings were left out as uncertain.</summary>
    public void Write(ImmutableArray<Assessment> assessments, int leftOut = 0)
    {
        if (assessments.IsEmpty)
            session.Output.WriteLine("no undertakings");
        for (var at = 0; at < assessments.Length; at++)
        {
            if (at > 0)
                session.Output.WriteLine();
            Write(new BoardEntry(assessments[at]));
        }
        if (leftOut > 0)
            session.Output.WriteLine($"\n{Dim(TerminalView.LeftOut(leftOut, "undertaking"))}");
    }

    private void Write(BoardEntry entry)
    {
        session.Output.WriteLine($"{Bold(entry.Party)} · {entry.Kind} · {Coloured(entry)}");
        Line("words", $"“{entry.Words}”");
        Lines("area", [string.Join(", ", entry.Area)]);
        Lines("from", [entry.Assessment.Undertaking.Pledge.Since ?? ""]);
        Lines("conditions", entry.Conditions.Select(Quoted));
        Lines("limits", entry.Limits.Select(Quoted));
        Lines("left open", entry.LeftOpen.Select(Quoted));
        Lines("told by", entry.Assessment.Undertaking.Tellings.Select(telling => entry.Outlet(telling.Reading)));
        Line("counted", entry.Counts);
        Write(entry, "supports", entry.Assessment.Supports);
        Write(entry, "doubts", entry.Assessment.Doubts);
        Write(entry, "contradicts", entry.Assessment.Contradicts);
    }

    private void Write(BoardEntry entry, string label, ImmutableArray<Testimony> testimonies)
    {
        foreach (var group in BoardEntry.WithCopies(testimonies))
        {
            var first = group[0];
            var who = first.Speaker is { } speaker ? $"{speaker}, in {entry.Outlet(first.Reading)}" : entry.Outlet(first.Reading);
            Line(label, first.Place is { } place ? $"{who} [{place.Name}]" : who);
            Line("", Quoted(BoardEntry.Sentence(first)));
            foreach (var copy in group.Skip(1).Select(other => entry.Outlet(other.Reading)).Distinct(StringComparer.Ordinal))
                Line("", $"also {copy}");
            label = "";
        }
    }

    private void Lines(string label, IEnumerable<string> values)
    {
        foreach (var value in values.Where(value => value.Length > 0))
        {
            Line(label, value);
            label = "";
        }
    }

    private void Line(string label, string value)
    {
        var rest = value;
        var room = Math.Max(20, session.Width - LabelWidth - 2);
        do
        {
            var cut =
                session.OutputIsTerminal && rest.Length > room && rest.LastIndexOf(' ', room) is > 0 and var blank ? blank : rest.Length;
            session.Output.WriteLine($"  {Dim(label.PadRight(LabelWidth))}{rest[..cut]}".TrimEnd());
            rest = rest[cut..].TrimStart();
            label = "";
        } while (rest.Length > 0);
    }

    private static string Quoted(string words) => $"“{words}”";

    private string Coloured(BoardEntry entry) =>
        Ink(
            entry.Assessment.Status switch
            {
                AssessmentStatus.Corroborated or AssessmentStatus.Supported => "32",
                AssessmentStatus.Contradicted or AssessmentStatus.Revoked => "31",
                AssessmentStatus.Contested or AssessmentStatus.Doubted => "35",
                _ => "34",
            },
            entry.Status
        );

    private string Bold(string text) => Ink("1", text);

    private string Dim(string text) => string.IsNullOrWhiteSpace(text) ? text : Ink("2", text);

    private string Ink(string code, string text) => session.OutputIsTerminal ? $"\u001b[{code}m{text}\u001b[0m" : text;
}
