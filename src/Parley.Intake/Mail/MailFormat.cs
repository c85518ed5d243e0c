using System.Globalization;
using Parley.Intake.JsonLines;

namespace Parley.Intake.Mail;

/// <summary>E-mails, one (.eml) or many in one file (.mbox).</summary>
internal sealed class MailFormat : IInputFormat
{
    /// <summary>Headers of which an e-mail has some; three tell it from a text that begins so by chance.</summary>
    private static readonly string[] s_headers =
    [
        "from",
        "to",
        "date",
        "subject",
        "message-id",
        "mime-version",
        "received",
        "return-path",
        "content-type",
        "list-id",
        "reply-to",
        "delivered-to",
        "dkim-signature",
    ];

    public bool Fits(InputSource source) =>
        source.Extension is ".eml" or ".mbox"
        || (
            source.Stream.Text is { } text
            && (IsMail(text) || (IsMailbox(text) && IsMail(text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..])))
        );

    public IEnumerable<RawInput> Read(InputSource source, InputDoor door) =>
        source.Stream.Head.StartsWith("From "u8) ? Mailbox(source) : [TextFormat.Whole(source, RawKind.Mail)];

    private static bool IsMailbox(string text) =>
        text.StartsWith("From ", StringComparison.Ordinal) && text.Contains('\n', StringComparison.Ordinal);

    private static bool IsMail(string text)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in text.AsSpan(0, Math.Min(text.Length, 8192)).EnumerateLines())
        {
            if (line.IsEmpty)
                break;
            if (line[0] is ' ' or '\t')
                continue;
            var mark = line.IndexOf(':');
            if (mark is <= 0 or > 60 || line[..mark].Contains(' '))
                return false;
            var name = line[..mark].ToString().ToLowerInvariant();
            if (s_headers.Contains(name, StringComparer.Ordinal))
                known.Add(name);
        }
        return known.Count >= 3 && known.Contains("from");
    }

    /// <summary>The e-mails of a file of many: each begins with a line "From …" behind an empty one.</summary>
    private static IEnumerable<RawInput> Mailbox(InputSource source)
    {
        var (mail, number, wasEmpty, isTooLong) = (new MemoryStream(), 0, true, false);
        foreach (var line in LineSplitter.Lines(source.Stream))
        {
            if (wasEmpty && line is not null && line.AsSpan().StartsWith("From "u8))
            {
                if (number > 0)
                    yield return Input();
                number++;
                (mail, isTooLong, wasEmpty) = (new MemoryStream(), false, false);
                continue;
            }
            isTooLong |= line is null || mail.Length + line.Length > RawInput.MaxBytes;
            wasEmpty = line is { Length: 0 } or [(byte)'\r'];
            if (isTooLong)
                continue;
            // ">From" is a "From" that would have begun the next.
            var isQuoted = line.AsSpan().TrimStart((byte)'>').StartsWith("From "u8) && line![0] == (byte)'>';
            mail.Write(line.AsSpan(isQuoted ? 1 : 0));
            mail.WriteByte((byte)'\n');
        }
        if (number > 0)
            yield return Input();

        RawInput Input()
        {
            var name = $"{source.Name}:{number.ToString(CultureInfo.InvariantCulture)}";
            return isTooLong
                ? RawInput.Failed(name, Problems.TooLong(name))
                : new RawInput(name, RawKind.Mail, mail.GetBuffer().AsMemory(0, (int)mail.Length));
        }
    }
}
