using System.Globalization;
using MimeKit;
using Parley.Intake.Pages;
using Parley.Records;

namespace Parley.Intake.Mail;

/// <summary>The text of an e-mail, newsletters above all: from its page where it has one, else its plain text. Subject, date and sender are its title, date and publisher.</summary>
internal static class MailText
{
    /// <summary>Parts within parts; deeper ones are not looked at.</summary>
    private const int Deepest = 20;

    private static readonly ParserOptions s_options = new() { MaxMimeDepth = Deepest };

    /// <summary>Reads an e-mail.</summary>
    public static (SourceDocument? Document, Problem? Problem) Read(RawInput input)
    {
        try
        {
            using var mail = MimeMessage.Load(s_options, new MemoryStream(input.Content.ToArray()));
            if (Body(mail) is not { } body)
                return (null, IntakeProblems.NoWords(input.Name, "an e-mail"));
            return (
                body with
                {
                    Title = string.IsNullOrWhiteSpace(mail.Subject) ? null : mail.Subject.Trim(),
                    Publisher = Sender(mail),
                    Byline = null,
                    Published = DateOf(mail),
                },
                null
            );
        }
        // Whatever a broken e-mail does to the parser, it is named, and the run goes on.
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return (
                null,
                IntakeProblems.DamagedDocument(input.Name, "an e-mail", e.Message.ReplaceLineEndings(" ").Replace(';', ',').TrimEnd('.'))
            );
        }
    }

    private static SourceDocument? Body(MimeMessage mail)
    {
        var plain =
            mail.TextBody is { } text && !string.IsNullOrWhiteSpace(text)
                ? new SourceDocument { Text = Decoding.PlainLineEnds(text).Trim() }
                : null;
        if (mail.HtmlBody is not { } html || PageNesting.IsTooDeep(html))
            return plain;
        var page = Page.Read(html).FirstOrDefault();
        // Newsletters are tables in tables, in which no article may be found.
        return page is null || (plain is not null && page.Text.Length * 3 < plain.Text.Length) ? plain : page;
    }

    private static string? Sender(MimeMessage mail) =>
        mail.From.OfType<MailboxAddress>().FirstOrDefault() is { } sender
            ? string.IsNullOrWhiteSpace(sender.Name)
                ? sender.Domain
                : sender.Name.Trim()
            : null;

    private static string? DateOf(MimeMessage mail) =>
        mail.Headers.Contains(HeaderId.Date) && IsoDate.IsLikely(mail.Date.Year) && mail.Date.Year > 1980
            ? mail.Date.ToString(
                mail.Date.Offset == TimeSpan.Zero ? "yyyy-MM-ddTHH:mm:ss'Z'" : "yyyy-MM-ddTHH:mm:sszzz",
                CultureInfo.InvariantCulture
            )
            : null;
}
