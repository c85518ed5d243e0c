using System.Collections.Immutable;
using Parley.Intake.JsonLines;
using Parley.Intake.Pages;
using Parley.Intake.Word;
using Parley.Records;
#if !FAST_MODEL_ONLY
using Parley.Intake.Mail;
using Parley.Intake.Pdf;
#endif

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
        if (input.IsUnchanged)
            return new TakenIn(null, null, []);
        var taken = input.Kind switch
        {
            RawKind.JsonLine => ReadJsonLine(input),
            RawKind.Page => ReadPage(input),
            RawKind.Ready => ReadReady(input),
            RawKind.Word => ReadFound(input, WordText.Read(input)),
#if FAST_MODEL_ONLY
            RawKind.Pdf => TakenIn.Skip(input.Name, IntakeProblems.NotInThisBuild($"{input.Name} is a PDF file, which")),
            RawKind.Mail => TakenIn.Skip(input.Name, IntakeProblems.NotInThisBuild($"{input.Name} is an e-mail, which")),
#else
            RawKind.Pdf => ReadFound(input, PdfText.Read(input)),
            RawKind.Mail => ReadFound(input, MailText.Read(input)),
#endif
            _ => ReadText(input),
        };
        return input.Notices.IsEmpty ? taken : taken with { Notices = [.. input.Notices, .. taken.Notices] };
    }

    private TakenIn ReadText(RawInput input)
    {
        var (text, problem, notices) = Decoding.Decode(input.Name, input.Content.Span, page: false, input.Facts.Charset);
        if (text is null)
            return TakenIn.Skip(input.Name, problem!);
        return Check(input, new SourceDocument { Text = text }, notices);
    }

    private TakenIn ReadPage(RawInput input)
    {
        var (html, problem, notices) = Decoding.Decode(input.Name, input.Content.Span, page: true, input.Facts.Charset);
        if (html is null)
            return TakenIn.Skip(input.Name, problem!);
        if (PageNesting.IsTooDeep(html))
            return TakenIn.Skip(input.Name, Problems.TooDeep(input.Name));
        if ((input.Story ?? Page.Read(html).FirstOrDefault()) is not { } document)
            return TakenIn.Skip(input.Name, Problems.NoArticle(input.Name));
        return Check(input, document, notices);
    }

    private TakenIn ReadJsonLine(RawInput input)
    {
        var (document, problem, notices) = JsonLine.Read(input.Name, input.Content, input.Columns);
        if (document is null)
            return TakenIn.Skip(input.Name, problem!);
        // An article that names itself is skipped under its own name.
        return Check(document.Source!, document with { Published = document.Published ?? published }, notices);
    }

    private TakenIn ReadReady(RawInput input)
    {
        var document = input.Ready!;
        document = document with { Source = document.Source ?? input.Name, Published = document.Published ?? published };
        return Check(document.Source, document, []);
    }

    private TakenIn ReadFound(RawInput input, (SourceDocument? Document, Problem? Problem) found) =>
        found.Document is { } document ? Check(input, document, []) : TakenIn.Skip(input.Name, found.Problem!);

    /// <summary>Fills up what the document does not say of itself by what is known from outside.</summary>
    private TakenIn Check(RawInput input, SourceDocument document, ImmutableArray<Problem> notices)
    {
        var facts = input.Facts;
        return Check(
            input.Name,
            document with
            {
                Source = input.Name == InputFiles.StandardInput ? null : input.Name,
                Published = published ?? document.Published ?? facts.Published,
                Url = document.Url ?? facts.Url,
                Title = document.Title ?? facts.Title,
                Publisher = document.Publisher ?? facts.Publisher,
                Byline = document.Byline ?? facts.Byline,
            },
            notices
        );
    }

    private static TakenIn Check(string name, SourceDocument document, ImmutableArray<Problem> notices)
    {
        if (string.IsNullOrWhiteSpace(document.Text))
            return TakenIn.Skip(name, Problems.Empty(name));
        if (LanguageCheck.OtherLanguage(document.Text) is { } language)
            return TakenIn.Skip(name, Problems.OtherLanguage(name, language)) with { Language = language };
        return new TakenIn(document, null, notices);
    }
}
