using System.Collections.Immutable;
using Parquet;
using Parquet.Data;
using Parquet.Schema;

namespace Parley.Exports.Tables;

/// <summary>Reads what <see cref="ParquetTable"/> wrote, a group of rows at a time.</summary>
public sealed class ParquetTableReader : IDisposable
{
    private const int MostGroupRows = 1 << 22;

    private readonly ParquetReader _reader;

    private ParquetTableReader(ParquetReader reader, ImmutableArray<ColumnHead> heads)
    {
        _reader = reader;
        Heads = heads;
    }

    /// <summary>The columns, in order; what they mean is not in the file.</summary>
    public ImmutableArray<ColumnHead> Heads { get; }

    /// <summary>The words for the file itself, by name.</summary>
    public IReadOnlyDictionary<string, string> Metadata => _reader.CustomMetadata;

    /// <summary>Opens a file.</summary>
    /// <param name="input">The file: it can seek, and stays open.</param>
    /// <exception cref="InvalidDataException">It is no Parquet file, is damaged, or has columns of a kind that Parley does not write.</exception>
    public static ParquetTableReader Open(Stream input)
    {
        ImmutableArray<ColumnHead>? heads;
        ParquetReader reader;
        try
        {
            reader = ParquetReader.CreateAsync(input, leaveStreamOpen: true).GetAwaiter().GetResult();
            heads = ParquetSchemas.HeadsOf(reader.Schema);
        }
        catch (Exception e)
        {
            // What a damaged file makes the reader throw is of many kinds; lengths without sense even ask for all memory.
            throw new InvalidDataException($"no Parquet file: {e.Message}", e);
        }
        return heads is { } known
            ? new ParquetTableReader(reader, known)
            : throw new InvalidDataException("a column is of a kind that Parley does not write");
    }

    /// <summary>The rows: one cell a column, as <see cref="string"/>, <see cref="long"/>, <see cref="double"/>, <see cref="bool"/> or an array of strings; null for nothing.</summary>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    public IEnumerable<object?[]> Rows()
    {
        for (var group = 0; group < _reader.RowGroupCount; group++)
        {
            var columns = Columns(group, out var count);
            for (var row = 0; row < count; row++)
                yield return Array.ConvertAll(columns, column => column.GetValue(row));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _reader.DisposeAsync().AsTask().GetAwaiter().GetResult();

    private Array[] Columns(int group, out int count)
    {
        try
        {
            using var reader = _reader.OpenRowGroupReader(group);
            if (reader.RowCount is < 0 or > MostGroupRows)
                throw new InvalidDataException($"the Parquet file is damaged: a group of {reader.RowCount} rows");
            count = (int)reader.RowCount;
            var columns = new Array[Heads.Length];
            for (var at = 0; at < Heads.Length; at++)
                columns[at] = ColumnAsync(reader, _reader.Schema.DataFields[at], Heads[at].Kind, count).GetAwaiter().GetResult();
            return columns;
        }
        catch (Exception e) when (e is not InvalidDataException)
        {
            throw new InvalidDataException($"the Parquet file is damaged: {e.Message}", e);
        }
    }

    private static async Task<Array> ColumnAsync(ParquetRowGroupReader reader, DataField field, ColumnKind kind, int count)
    {
        switch (kind)
        {
            case ColumnKind.Text:
                var texts = new string?[count];
                await reader.ReadAsync(field, texts.AsMemory());
                return texts;
            case ColumnKind.WholeNumber:
                var integers = new long?[count];
                await reader.ReadAsync<long>(field, integers.AsMemory());
                return integers;
            case ColumnKind.Number:
                var numbers = new double?[count];
                await reader.ReadAsync<double>(field, numbers.AsMemory());
                return numbers;
            case ColumnKind.Flag:
                var flags = new bool?[count];
                await reader.ReadAsync<bool>(field, flags.AsMemory());
                return flags;
            default:
                return await ListsAsync(reader, field, count);
        }
    }

    private static async Task<Array> ListsAsync(ParquetRowGroupReader reader, DataField field, int count)
    {
        using var raw = (RawColumnData<ReadOnlyMemory<char>>)await reader.ReadRawColumnDataBaseAsync(field, CancellationToken.None);
        return Lists(raw.Values, raw.DefinitionLevels, raw.RepetitionLevels, field.MaxDefinitionLevel, count);
    }

    private static string[][] Lists(
        ReadOnlySpan<ReadOnlyMemory<char>> values,
        ReadOnlySpan<int> definitions,
        ReadOnlySpan<int> repetitions,
        int full,
        int count
    )
    {
        var lists = new string[count][];
        var list = new List<string>();
        var (row, value) = (-1, 0);
        for (var at = 0; at < repetitions.Length; at++)
        {
            if (repetitions[at] == 0)
            {
                if (row >= 0)
                    lists[row] = [.. list];
                row++;
                list.Clear();
            }
            if (definitions[at] == full)
                list.Add(values[value++].ToString());
        }
        if (row >= 0)
            lists[row] = [.. list];
        return lists;
    }
}
