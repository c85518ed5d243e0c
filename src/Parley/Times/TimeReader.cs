using Parley.Syntax;

namespace Parley.Times;

/// <summary>Stage 4. In: syntax, and the article's date. Out: expressions of time with TimeML values; weekdays stay open without a date.</summary>
public sealed class TimeReader
{
    /// <summary>Reads the times of a text; the date is that of its article.</summary>
    public TimeTable Read(ParsedText parsed) => new(parsed, [], []);
}
