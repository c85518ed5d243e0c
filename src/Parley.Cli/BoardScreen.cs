using System.Collections.Immutable;
using Parley.Answers;
using Parley.Assessments;
using Parley.Cli.Views;

namespace Parley.Cli;

/// <summary>The board for people: plain lines in a pipe, colour and wrapped lines on a terminal.</summary>
internal sealed class BoardScreen(Session session)
{
    /// <summary>The most undertakings that are printed: nobody reads more.</summary>
    public const int Most = 200;

    private readonly LabelledLines _lines = new(session);
    private readonly Dictionary<string, string> _outlets = new(StringComparer.Ordinal);

    /// <summary>Writes the first entries, how many more there are, and how many undertakings were left out as uncertain.</summary>
    /// <param name="entries">The entries.</param>
    /// <param name="leftOut">Undertakings that are left out.</param>
    /// <param name="others">Entries that there are besides, not given here.</param>
    public void Write(ImmutableArray<BoardEntry> entries, int leftOut = 0, int others = 0)
    {
        if (entries.IsEmpty)
            session.Output.WriteLine("no undertakings");
        for (var at = 0; at < Math.Min(entries.Length, Most); at++)
        {
            if (at > 0)
                session.Output.WriteLine();
            Write(entries[at]);
        }
        var more = others + Math.Max(0, entries.Length - Most);
        if (more > 0)
            session.Output.WriteLine($"\n{_lines.Dim(Sheet.More(more, "undertaking"))}");
        if (leftOut > 0)
            session.Output.WriteLine($"\n{_lines.Dim(TerminalView.LeftOut(leftOut, "undertaking"))}");
    }

    /// <summary>Writes one entry.</summary>
    public void Write(BoardEntry entry)
    {
        foreach (var telling in entry.ToldBy)
            _outlets[telling.Source ?? telling.Article] = telling.Outlet;
        foreach (var witness in entry.Supports.Concat(entry.Contradicts).Concat(entry.Doubts))
            _outlets[witness.Source ?? witness.Article] = witness.Outlet;
        session.Output.WriteLine($"{_lines.Bold(entry.Party)} · {entry.Kind} · {Coloured(entry.State)}");
        _lines.Line("id", entry.Id);
        _lines.Line("words", Quoted(entry.Words));
        _lines.Lines("area", [string.Join(", ", entry.Area)]);
        _lines.Lines("from", [entry.Since ?? ""]);
        _lines.Lines("until", [entry.Until ?? ""]);
        _lines.Lines("conditions", entry.Conditions.Select(Quoted));
        _lines.Lines("limits", entry.Limits.Select(Quoted));
        _lines.Lines("left open", entry.Open.Select(Quoted));
        _lines.Lines(
            "told by",
            entry.ToldBy.Select(telling => Outlet(telling.Outlet, telling.Published, telling.CopyOf)).Distinct(StringComparer.Ordinal)
        );
        _lines.Line(
            "counted",
            $"{Number(entry.Reports, "report")} · {Number(entry.Outlets, "outlet")} · {Number(entry.Origins, "independent origin")}"
        );
        Write("supports", entry.Supports);
        Write("doubts", entry.Doubts);
        Write("contradicts", entry.Contradicts);
        _lines.Lines("history", entry.History.Select(step => $"{step.At} {step.To} ({step.Rule})"));
    }

    private void Write(string label, ImmutableArray<BoardWitness> witnesses)
    {
        foreach (var group in WitnessGroups.Of(witnesses))
        {
            var first = group[0];
            var outlet = Outlet(first.Outlet, first.Published, first.CopyOf);
            var who = first.Speaker is { } speaker ? $"{speaker}, in {outlet}" : outlet;
            _lines.Line(label, first.Place is { } place ? $"{who} [{place}]" : who);
            _lines.Line("", Quoted(first.Sentence));
            foreach (
                var copy in group
                    .Skip(1)
                    .Select(other => Outlet(other.Outlet, other.Published, other.CopyOf))
                    .Distinct(StringComparer.Ordinal)
            )
                _lines.Line("", $"also {copy}");
            label = "";
        }
    }

    private string Outlet(string outlet, string? published, string? copyOf)
    {
        var day = published is { Length: >= 10 } ? $", {published[..10]}" : "";
        return copyOf is { } original ? $"{outlet}{day} (copy of {_outlets.GetValueOrDefault(original, original)})" : outlet + day;
    }

    private string Coloured(string state) => _lines.Ink(StateInk.Of(state), state);

    private static string Number(int count, string noun) => $"{count} {noun}{(count == 1 ? "" : "s")}";

    private static string Quoted(string words) => $"“{words}”";
}
