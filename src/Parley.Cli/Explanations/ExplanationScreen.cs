using System.Globalization;
using Parley.Cli.Views;
using Parley.Records;
using Parley.Wording;
using Spectre.Console;

namespace Parley.Cli.Explanations;

/// <summary>Prints an explanation for people.</summary>
internal sealed class ExplanationScreen(Session session, Article article)
{
    private const int Indent = 2;

    private readonly TerminalLines _lines = new(session);
    private readonly Passages _passages = new(article);

    /// <summary>Prints all of it.</summary>
    public void Write(Explanation explanation)
    {
        var confidence = explanation.Confidence is { } known and < 1
            ? string.Create(CultureInfo.InvariantCulture, $"  ({known:0.###}{(explanation.IsUncertain ? ", uncertain" : "")})")
            : "";
        _lines.Write(
            0,
            ($"{explanation.Id}  ", Decoration.Dim),
            ($"{explanation.Kind}: {explanation.Heading}", Decoration.Bold),
            (confidence, Decoration.Dim)
        );
        WriteWords(explanation);
        WriteReasons(explanation);
        WriteLinks("Points at", explanation.Links);
        WriteLinks("Pointed at by", explanation.LinkedFrom);
        WriteEvidence(explanation);
    }

    private void WriteWords(Explanation explanation)
    {
        WriteHeading("Words", explanation.Words.Length);
        foreach (var (field, span) in explanation.Words)
            _lines.Write(
                Indent,
                [
                    ($"{field}: ", Decoration.Dim),
                    (ReadingEntries.OneLine(span.Of(article.Text)), Decoration.Bold),
                    ("  ", Decoration.None),
                    .. _passages.Quote(span, _lines.IsColoured),
                ]
            );
    }

    private void WriteReasons(Explanation explanation)
    {
        if (explanation.Confidence is not null && explanation.Reasons.IsEmpty)
        {
            _lines.WriteBlank();
            _lines.Write(0, ("No reasons are given for its fields.", Decoration.Dim));
        }
        WriteHeading("Fields", explanation.Reasons.Length);
        foreach (var (field, value, because) in explanation.Reasons)
            _lines.Write(
                Indent,
                ($"{field}: ", Decoration.Dim),
                (value, Decoration.Bold),
                (because.Length > 0 ? $"  {because}" : "", Decoration.None)
            );
    }

    private void WriteLinks(string heading, IReadOnlyCollection<RecordLink> links)
    {
        WriteHeading(heading, links.Count);
        foreach (var (field, id, other) in links)
            _lines.Write(Indent, ($"{field}: ", Decoration.Dim), ($"{id}  ", Decoration.Dim), (other, Decoration.None));
    }

    private void WriteEvidence(Explanation explanation)
    {
        WriteHeading("Evidence", explanation.Evidence.Length);
        foreach (var evidence in explanation.Evidence)
            _lines.Write(Indent, [.. _passages.Quote(evidence, _lines.IsColoured)]);
    }

    /// <summary>The heading of a part; one that has nothing in it is left out.</summary>
    private void WriteHeading(string heading, int count)
    {
        if (count == 0)
            return;
        _lines.WriteBlank();
        _lines.Write(0, (heading, Decoration.Bold | Decoration.Underline));
    }
}
