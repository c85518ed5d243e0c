using System.Globalization;
using System.Text;
using System.Text.Json;
using Parley.Intake.Pages;
using Parley.Records;

namespace Parley.Intake.Telegram;

/// <summary>Telegram's export (<c>result.json</c>), of one chat or of all: a text for each message with words.</summary>
/// <remarks>The channel is the publisher. Where a message was forwarded, whom it is from stands in the author's line, where credits are looked for.</remarks>
internal sealed class TelegramFormat : IInputFormat
{
    private const int Looked = 16_384;

    public bool Fits(InputSource source)
    {
        if (source.Stream.Text is not { } text || !text.AsSpan().TrimStart().StartsWith("{"))
            return false;
        var start = text.AsSpan(0, Math.Min(text.Length, Looked));
        return (
                Has(start, "\"messages\"")
                && Has(start, "\"type\"")
                && Has(start, "\"id\"")
                && (Has(start, "_channel\"") || Has(start, "_chat\"") || Has(start, "group\""))
            ) || (Has(start, "\"chats\"") && Has(start, "\"list\"") && Has(start, "\"about\""));
    }

    public IEnumerable<RawInput> Read(InputSource source, InputDoor door)
    {
        if (source.Stream.Head.StartsWith(Encoding.UTF8.Preamble))
            source.Stream.ReadExactly(new byte[Encoding.UTF8.Preamble.Length]);
        var reader = new TelegramReader(source.Stream);
        var any = false;
        while (true)
        {
            RawInput? input = null;
            var isEnd = false;
            Problem? problem = null;
            try
            {
                using var message = reader.Next();
                isEnd = message is null;
                input = message is null ? null : Input(message.RootElement, reader, source.Name);
            }
            catch (Exception e) when (e is JsonException or InvalidOperationException)
            {
                problem = IntakeProblems.DamagedArchive(source.Name, "its JSON breaks off or is damaged");
            }
            if (problem is not null)
                yield return RawInput.Failed(source.Name, problem);
            if (problem is not null || isEnd)
                break;
            any = true;
            if (input is not null)
                yield return input;
        }
        if (!any)
            yield return RawInput.Failed(source.Name, IntakeProblems.NothingInside(source.Name, "no message"));
    }

    private static bool Has(ReadOnlySpan<char> text, string what) => text.Contains(what, StringComparison.Ordinal);

    /// <summary>A message as an input; null where it has no words, or only tells that somebody came or went.</summary>
    private static RawInput? Input(JsonElement message, TelegramReader chat, string name)
    {
        if (Text(message, "type") != "message" || Words(message) is not { } words)
            return null;
        var number = Text(message, "id") ?? "0";
        var isChannel =
            chat.Kind.EndsWith("channel", StringComparison.Ordinal) || chat.Kind.EndsWith("supergroup", StringComparison.Ordinal);
        var from = Text(message, "from");
        return RawInput.Of(
            $"{name}:{number}",
            new SourceDocument
            {
                Text = words,
                Publisher = chat.Chat,
                Byline = Text(message, "forwarded_from") ?? (from == chat.Chat ? null : from),
                Published = Date(message),
                Url = isChannel && chat.Id.Length > 0 ? $"https://t.me/c/{chat.Id}/{number}" : null,
            }
        );
    }

    private static string? Date(JsonElement message)
    {
        if (
            long.TryParse(Text(message, "date_unixtime"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && seconds is > 0 and < 7_000_000_000
        )
            return DateTimeOffset.FromUnixTimeSeconds(seconds).ToString("yyyy-MM-ddTHH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return PageDate.ToIso(Text(message, "date"));
    }

    /// <summary>The words, which stand as one string or in pieces, some with a mark of what they are.</summary>
    private static string? Words(JsonElement message)
    {
        if (!message.TryGetProperty("text", out var text))
            return null;
        var words = new StringBuilder();
        if (text.ValueKind == JsonValueKind.String)
            words.Append(text.GetString());
        else if (text.ValueKind == JsonValueKind.Array)
            foreach (var piece in text.EnumerateArray())
                words.Append(piece.ValueKind == JsonValueKind.String ? piece.GetString() : Text(piece, "text"));
        var plain = Decoding.PlainLineEnds(words.ToString()).Trim();
        return plain.Length == 0 ? null : plain;
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value)
            ? value.ValueKind switch
            {
                JsonValueKind.String => value.GetString(),
                JsonValueKind.Number => value.GetRawText(),
                _ => null,
            }
            : null;
}
