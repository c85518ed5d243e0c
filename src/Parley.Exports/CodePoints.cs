using Parley.Records;

namespace Parley.Exports;

/// <summary>
/// Positions of a text in Unicode code points, as the Web Annotation model and annotation tools count them; records count UTF-16 code units, which
/// differ behind the first emoji.
/// </summary>
internal sealed class CodePoints
{
    private readonly string _text;

    /// <summary>For each position in code units, the number of code points before it; null where the two are one.</summary>
    private readonly int[]? _points;

    /// <summary>The positions of a text.</summary>
    public CodePoints(string text)
    {
        _text = text;
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDBFF'))
            return;
        _points = new int[text.Length + 1];
        var points = 0;
        for (var at = 0; at < text.Length; at++)
        {
            _points[at] = points;
            if (char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
                _points[++at] = points;
            points++;
        }
        _points[text.Length] = points;
    }

    /// <summary>Number of code points of the text.</summary>
    public int Length => At(_text.Length);

    /// <summary>The code points before a position in code units.</summary>
    public int At(int unit) => _points is null ? unit : _points[unit];

    /// <summary>The position in code units before which so many code points stand; null where the text is shorter.</summary>
    public int? UnitAt(int point)
    {
        if (point < 0 || point > Length)
            return null;
        return _points is null ? point
            : point == Length ? _text.Length
            : Array.BinarySearch(_points, point) is var at && at > 0 && _points[at - 1] == point ? at - 1
            : at;
    }

    /// <summary>The span between two positions in code points; null where they are no span of the text.</summary>
    public Span? SpanOf(int start, int end) =>
        UnitAt(start) is { } first && UnitAt(end) is { } last && first < last ? new Span(first, last) : null;

    /// <summary>Up to so many code points before a position in code units.</summary>
    public string Before(int unit, int points) => _text[UnitAt(Math.Max(0, At(unit) - points))!.Value..unit];

    /// <summary>Up to so many code points behind a position in code units.</summary>
    public string Behind(int unit, int points) => _text[unit..UnitAt(Math.Min(Length, At(unit) + points))!.Value];
}
