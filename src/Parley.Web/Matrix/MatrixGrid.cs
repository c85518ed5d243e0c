using System.Collections.Immutable;
using Parley.Answers;
using Parley.Negotiations;

namespace Parley.Web.Matrix;

/// <summary>The grid as it is shown: which topics and parties, and which cell is open.</summary>
public sealed class MatrixGrid
{
    private const int MostColumns = 6;

    private readonly Dictionary<(string Topic, string Side), PositionCourse> _cells;

    /// <summary>A grid of what is asked for.</summary>
    /// <param name="answer">What is asked for.</param>
    /// <param name="query">How it is shown.</param>
    public MatrixGrid(MatrixAnswer answer, MatrixQuery query)
    {
        Query = query;
        _cells = answer.Positions.ToDictionary(course => (course.Topic, course.Side));
        var sides = answer
            .Positions.GroupBy(course => course.Side, StringComparer.Ordinal)
            .Select(side => new MatrixColumn(side.Key, PartyNames.Of(side.Key, side.Select(course => course.Party)), side.Count()))
            .OrderByDescending(side => side.Topics)
            .ThenBy(side => side.Side, StringComparer.Ordinal)
            .ToList();
        var shown = query.AllColumns ? sides.Count : MostColumns;
        Columns = [.. sides.Take(shown).OrderBy(side => side.Name, StringComparer.Ordinal)];
        Others = [.. sides.Skip(shown).OrderBy(side => side.Name, StringComparer.Ordinal)];
        Topics =
        [
            .. answer
                .Positions.Where(course => Columns.Any(column => column.Side == course.Side))
                .GroupBy(course => course.Topic, StringComparer.Ordinal)
                .Where(topic => !query.OnlySilent || topic.Any(course => course.Drift == PositionDrift.Silent))
                .Select(topic => new MatrixTopic(topic.Key, [.. answer.Threads.Where(thread => thread.Topic == topic.Key)])),
        ];
        Pinned =
        [
            .. query
                .Pins.Select(pin => answer.Positions.FirstOrDefault(course => Name(course.Topic, course.Side) == pin))
                .OfType<PositionCourse>(),
        ];
        Open = answer.Positions.FirstOrDefault(course => Name(course.Topic, course.Side) == query.Cell);
    }

    /// <summary>How it is shown.</summary>
    public MatrixQuery Query { get; }

    /// <summary>The parties that are shown, by name: no party comes first.</summary>
    public ImmutableArray<MatrixColumn> Columns { get; }

    /// <summary>Those that are left out.</summary>
    public ImmutableArray<MatrixColumn> Others { get; }

    /// <summary>The topics.</summary>
    public ImmutableArray<MatrixTopic> Topics { get; }

    /// <summary>The open cell; null for none.</summary>
    public PositionCourse? Open { get; }

    /// <summary>The cells that are kept above the grid, in the order in which they were pinned; those that there are not are left out.</summary>
    public ImmutableArray<PositionCourse> Pinned { get; }

    /// <summary>A cell; null where the party has no position.</summary>
    public PositionCourse? Cell(string topic, string side) => _cells.GetValueOrDefault((topic, side));

    /// <summary>A cell as addresses have it.</summary>
    public static string Name(string topic, string side) => $"{topic}~{side}";
}

/// <summary>A party of the grid.</summary>
/// <param name="Side">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Topics">On how many topics it has a position.</param>
public sealed record MatrixColumn(string Side, string Name, int Topics);

/// <summary>A topic of the grid.</summary>
/// <param name="Topic">Its name.</param>
/// <param name="Threads">What became of each proposal on it.</param>
public sealed record MatrixTopic(string Topic, ImmutableArray<ProposalThread> Threads);

/// <summary>How the grid is shown.</summary>
/// <param name="Since">ISO day from which drift is told; null for none.</param>
/// <param name="OnlySilent">True to show the topics alone on which someone has fallen silent.</param>
/// <param name="AllColumns">True for all parties, else those with most positions.</param>
/// <param name="Cell">The open cell as addresses have it; null for none.</param>
public sealed record MatrixQuery(string? Since, bool OnlySilent, bool AllColumns, string? Cell)
{
    /// <summary>The most cells that can be pinned.</summary>
    public const int MostPins = 12;

    /// <summary>The pinned cells as addresses have them.</summary>
    public ImmutableArray<string> Pins { get; init; } = [];

    /// <summary>Names and values for an address.</summary>
    public (string Name, string? Value)[] Values =>
        [
            ("since", Since),
            ("show", OnlySilent ? "silent" : null),
            ("columns", AllColumns ? "all" : null),
            ("cell", Cell),
            .. Pins.Select(pin => ("pin", (string?)pin)),
        ];

    /// <summary>The same with a cell pinned, or not pinned any more.</summary>
    public MatrixQuery Turned(string cell) => this with { Pins = Pins.Contains(cell) ? Pins.Remove(cell) : Pins.Add(cell) };
}
