using System.Collections.Immutable;
using Parley.Records;
using Parley.Text;

namespace Parley.Figures;

/// <summary>The result of the figure stage. Event and statement of a figure are filled by the last step.</summary>
/// <param name="Figures">The figures, in the order of the text.</param>
/// <param name="Words">The words of each number with its bound.</param>
/// <param name="Counted">Head word of what each counts ("people"), or the number itself where nothing else is told.</param>
public sealed record FigureTable(ImmutableArray<Figure> Figures, ImmutableArray<WordRange> Words, ImmutableArray<int> Counted);
