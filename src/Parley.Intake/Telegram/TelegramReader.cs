using System.Text.Json;

namespace Parley.Intake.Telegram;

/// <summary>Goes through an export of Telegram message by message, holding one; exports may be of any length.</summary>
/// <param name="stream">The export, in UTF-8.</param>
internal sealed class TelegramReader(Stream stream)
{
    /// <summary>No message is longer.</summary>
    private const int LongestMessage = 5_000_000;

    private byte[] _buffer = new byte[1 << 16];
    private int _start;
    private int _end;
    private bool _isFinal;
    private bool _inMessages;
    private JsonReaderState _state = new(new JsonReaderOptions { AllowTrailingCommas = true });

    /// <summary>The name of the chat that the last message is of.</summary>
    public string? Chat { get; private set; }

    /// <summary>Its kind ("public_channel").</summary>
    public string Kind { get; private set; } = "";

    /// <summary>Its number.</summary>
    public string Id { get; private set; } = "";

    /// <summary>The next message; null at the end. Throws <see cref="JsonException"/> where the export is damaged or breaks off.</summary>
    public JsonDocument? Next()
    {
        string? property = null;
        while (true)
        {
            if (_inMessages)
            {
                if (Message() is { } message)
                    return message;
                _inMessages = false;
                continue;
            }
            if (!Token(out var type, out var text))
                return null;
            if (type == JsonTokenType.PropertyName)
            {
                property = text;
                continue;
            }
            if (type is JsonTokenType.String or JsonTokenType.Number)
                Note(property, text!);
            _inMessages = type == JsonTokenType.StartArray && property == "messages";
            property = null;
        }
    }

    private void Note(string? property, string text)
    {
        if (property == "name")
            Chat = text.Length == 0 ? null : text;
        else if (property == "type")
            Kind = text;
        else if (property == "id")
            Id = text;
    }

    /// <summary>The next object of the messages; null where they end.</summary>
    private JsonDocument? Message()
    {
        while (true)
        {
            var reader = new Utf8JsonReader(_buffer.AsSpan(_start, _end - _start), _isFinal, _state);
            if (reader.Read())
            {
                var isObject = reader.TokenType == JsonTokenType.StartObject;
                var begin = (int)reader.TokenStartIndex;
                if (
                    reader.TokenType == JsonTokenType.EndArray
                    || (isObject && reader.TrySkip())
                    || !(isObject || reader.TokenType == JsonTokenType.StartArray)
                )
                {
                    var end = (int)reader.BytesConsumed;
                    var document = isObject ? JsonDocument.Parse(_buffer.AsMemory(_start + begin, end - begin).ToArray()) : null;
                    var isEnd = reader.TokenType == JsonTokenType.EndArray;
                    (_start, _state) = (_start + end, reader.CurrentState);
                    if (isObject || isEnd)
                        return document;
                    continue;
                }
                if (!isObject)
                    throw new JsonException("a message is a list");
            }
            Fill();
        }
    }

    private bool Token(out JsonTokenType type, out string? text)
    {
        while (true)
        {
            var reader = new Utf8JsonReader(_buffer.AsSpan(_start, _end - _start), _isFinal, _state);
            if (reader.Read())
            {
                type = reader.TokenType;
                text =
                    type is JsonTokenType.PropertyName or JsonTokenType.String ? reader.GetString()
                    : type == JsonTokenType.Number ? System.Text.Encoding.ASCII.GetString(reader.ValueSpan)
                    : null;
                (_start, _state) = (_start + (int)reader.BytesConsumed, reader.CurrentState);
                return true;
            }
            if (_isFinal)
            {
                (type, text) = (JsonTokenType.None, null);
                return false;
            }
            Fill();
        }
    }

    private void Fill()
    {
        if (_isFinal)
            throw new JsonException("it breaks off");
        if (_start > 0)
        {
            Buffer.BlockCopy(_buffer, _start, _buffer, 0, _end - _start);
            (_start, _end) = (0, _end - _start);
        }
        if (_end == _buffer.Length)
        {
            if (_buffer.Length >= LongestMessage)
                throw new JsonException("a message is too long");
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }
        var count = stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += count;
        _isFinal = count == 0;
    }
}
