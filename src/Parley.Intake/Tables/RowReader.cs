using System.Collections.Immutable;
using System.Text;

namespace Parley.Intake.Tables;

/// <summary>Rows of a table (RFC 4180), one at a time. Quotation marks within a field that has none at its beginning are letters.</summary>
/// <param name="text">The table.</param>
/// <param name="separator">What stands between fields.</param>
internal sealed class RowReader(TextReader text, char separator)
{
    private const int MostFields = 4096;

    private readonly char[] _buffer = new char[1 << 15];
    private int _at;
    private int _end;
    private int _line = 1;

    /// <summary>The line on which the last row began, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>True where the last row was longer than <see cref="RawInput.MaxBytes"/> characters, or had too many fields.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>The fields of the next row, at least one; null at the end.</summary>
    public ImmutableArray<string>? Next()
    {
        if (Peek() < 0)
            return null;
        (Line, IsTooLong) = (_line, false);
        var (fields, field, total) = (ImmutableArray.CreateBuilder<string>(), new StringBuilder(), 0L);
        var (isQuoted, atStart) = (false, true);
        while (true)
        {
            var letter = Take();
            if (letter < 0 || (!isQuoted && letter is '\n' or '\r'))
            {
                if (letter == '\r' && Peek() == '\n')
                    Take();
                fields.Add(field.ToString());
                _line += letter < 0 ? 0 : 1;
                return fields.ToImmutable();
            }
            if (isQuoted && letter == '"')
            {
                if (Peek() != '"')
                {
                    isQuoted = false;
                    continue;
                }
                Take();
            }
            else if (!isQuoted && letter == '"' && atStart)
            {
                (isQuoted, atStart) = (true, false);
                continue;
            }
            else if (!isQuoted && letter == separator)
            {
                if (fields.Count < MostFields)
                    fields.Add(field.ToString());
                else
                    IsTooLong = true;
                field.Clear();
                atStart = true;
                continue;
            }
            atStart = false;
            _line += letter == '\n' ? 1 : 0;
            if (++total <= RawInput.MaxBytes)
                field.Append((char)letter);
            else
                IsTooLong = true;
        }
    }

    private int Take() => _at < _end || Fill() ? _buffer[_at++] : -1;

    private int Peek() => _at < _end || Fill() ? _buffer[_at] : -1;

    private bool Fill()
    {
        (_at, _end) = (0, text.Read(_buffer, 0, _buffer.Length));
        return _end > 0;
    }
}
