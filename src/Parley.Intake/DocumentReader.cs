using System.Collections.Immutable;
using Parley.Records;

namespace Parley.Intake;

/// <summary>Makes documents of raw inputs: decodes them, finds the article in a page, and turns away what Parley cannot read.</summary>
/// <remarks>In: bytes. Out: a document, or a reason. It goes to no network. Safe to use from several threads at once.</remarks>
/// <param name="published">ISO date of publication that the user gave; it goes before the date of a page, and a line's own <c>date</c> before it. Null when none.</param>
public sealed class DocumentReader(string? published = null)
{
    /// <summary>The fewest characters by which a language is judged; shorter texts are read.</summary>
    public const int JudgedLength = 200;

    /// <summary>Takes an input in. Bad input gives a reason, never an exception.</summary>
    public TakenIn Read(RawInput input)
    {
        if (input.Problem is { } problem)
            return TakenIn.Skip(input.Name, problem);
        return input.Kind switch
        {
            RawKind.JsonLine => ReadJsonLine(input),
            RawKind.Page => ReadPage(input),
            _ => ReadText(input),
        };
    }

    private TakenIn ReadText(RawInput input)
    {
        var (text, problem, notices) = Decoding.Decode(input.Name, input.Content.Span, page: false);
        if (text is null)
            return TakenIn.Skip(input.Name, problem!);
        return Check(
            input.Name,
            new SourceDocument
            {
                Text = text,
                Source = SourceOf(input.Name),
                Published = published,
            },
            notices
        );
    }

    private TakenIn ReadPage(RawInput input)
    {
        var (html, problem, notices) = Decoding.Decode(input.Name, input.Content.Span, page: true);
        if (html is null)
            return TakenIn.Skip(input.Name, problem!);
        if (PageNesting.IsTooDeep(html))
            return TakenIn.Skip(input.Name, Problems.TooDeep(input.Name));
        if ((input.Story ?? Page.Read(html).FirstOrDefault()) is not { } document)
            return TakenIn.Skip(input.Name, Problems.NoArticle(input.Name));
        document = document with { Source = SourceOf(input.Name), Published = published ?? document.Published };
        return Check(input.Name, document, notices);
    }

    private TakenIn ReadJsonLine(RawInput input)
    {
        var (document, problem, notices) = JsonLine.Read(input.Name, input.Content);
        if (document is null)
            return TakenIn.Skip(input.Name, problem!);
        // An article that names itself is skipped under its own name.
        return Check(document.Source!, document with { Published = document.Published ?? published }, notices);
    }

    private static TakenIn Check(string name, SourceDocument document, ImmutableArray<Problem> notices)
    {
        if (string.IsNullOrWhiteSpace(document.Text))
            return TakenIn.Skip(name, Problems.Empty(name));
        if (LanguageCheck.OtherLanguage(document.Text) is { } language)
            return TakenIn.Skip(name, Problems.OtherLanguage(name, language));
        return new TakenIn(document, null, notices);
    }

    private static string? SourceOf(string name) => name == InputFiles.StandardInput ? null : name;
}
