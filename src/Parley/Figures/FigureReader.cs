using Parley.Syntax;
using Parley.Times;

namespace Parley.Figures;

/// <summary>Stage 4. In: syntax, and the times (whose numbers are no figures). Out: figures with measure, value and bound.</summary>
public sealed class FigureReader
{
    /// <summary>Reads the figures of a text.</summary>
    public FigureTable Read(ParsedText parsed, TimeTable times) => new([], [], []);
}
