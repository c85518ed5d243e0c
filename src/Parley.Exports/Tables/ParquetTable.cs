// Guarded by the benchmark of exports: a million rows in seconds.
using System.Collections.Immutable;
using System.IO.Compression;
using Parquet;
using Parquet.Schema;

namespace Parley.Exports.Tables;

/// <summary>
/// Tables as Parquet, compressed with Zstandard, in groups of rows so that memory does not grow with the table. The same rows give the same bytes:
/// no time and no name of a machine is written. <see cref="ParquetTableReader"/> reads them back.
/// </summary>
/// <param name="metadata">Words for the file itself, by name; null for none.</param>
public sealed class ParquetTable(IReadOnlyDictionary<string, string>? metadata = null) : ITableForm
{
    private static readonly ParquetOptions s_options = new()
    {
        CompressionMethod = CompressionMethod.Zstd,
        CompressionLevel = CompressionLevel.Fastest,
        MaximumSmallPoolFreeBytes = 1 << 24,
        MaximumLargePoolFreeBytes = 1 << 26,
    };

    /// <summary>Rows of one group, which is held in memory: fewer where rows are long.</summary>
    public int GroupRows { get; init; } = 1 << 16;

    /// <inheritdoc/>
    public string Ending => ".parquet";

    /// <inheritdoc/>
    public void Write<T>(Table<T> table, IEnumerable<T> rows, Stream output) => WriteAsync(table, rows, output).GetAwaiter().GetResult();

    /// <summary>The same, where waiting is not for this thread.</summary>
    /// <typeparam name="T">A row.</typeparam>
    /// <param name="table">The table.</param>
    /// <param name="rows">Its rows, taken one by one.</param>
    /// <param name="output">Where it goes; it may be one that cannot seek, and stays open.</param>
    public async Task WriteAsync<T>(Table<T> table, IEnumerable<T> rows, Stream output)
    {
        var schema = ParquetSchemas.Of(table.Heads);
        await using var writer = await ParquetWriter.CreateAsync(schema, new CountingStream(output), s_options);
        if (metadata is not null)
            writer.CustomMetadata = metadata.ToImmutableSortedDictionary(StringComparer.Ordinal);
        foreach (var group in rows.Chunk(GroupRows))
        {
            using var groupWriter = writer.CreateRowGroup();
            for (var at = 0; at < table.Columns.Length; at++)
                await WriteAsync(groupWriter, schema.DataFields[at], table.Columns[at], group);
            groupWriter.CompleteValidate();
        }
    }

    private static Task WriteAsync<T>(ParquetRowGroupWriter writer, DataField field, Column<T> column, T[] rows) =>
        column.Head.Kind switch
        {
            ColumnKind.Text => writer.WriteAsync(field, (IReadOnlyCollection<string>)Array.ConvertAll(rows, row => column.Text!(row)!)),
            ColumnKind.WholeNumber => writer.WriteAsync<long>(field, Array.ConvertAll(rows, row => column.WholeNumber!(row)).AsMemory()),
            ColumnKind.Number => writer.WriteAsync<double>(field, Array.ConvertAll(rows, row => column.Number!(row)).AsMemory()),
            ColumnKind.Flag => writer.WriteAsync<bool>(field, Array.ConvertAll(rows, row => column.Flag!(row)).AsMemory()),
            _ => WriteManyAsync(writer, field, column.Texts!, rows),
        };

    /// <summary>Lists as Parquet has them: each value says whether it opens a list, and an empty list leaves a mark of its own.</summary>
    private static Task WriteManyAsync<T>(ParquetRowGroupWriter writer, DataField field, Func<T, IEnumerable<string>> cell, T[] rows)
    {
        var values = new List<ReadOnlyMemory<char>>();
        var definitions = new List<int>(rows.Length);
        var repetitions = new List<int>(rows.Length);
        foreach (var row in rows)
        {
            var isFirst = true;
            foreach (var text in cell(row))
            {
                values.Add(text.AsMemory());
                definitions.Add(field.MaxDefinitionLevel);
                repetitions.Add(isFirst ? 0 : 1);
                isFirst = false;
            }
            if (!isFirst)
                continue;
            definitions.Add(field.MaxDefinitionLevel - 1);
            repetitions.Add(0);
        }
        return writer.WriteAllPartsAsync<ReadOnlyMemory<char>>(
            field,
            values.ToArray(),
            definitions.ToArray().AsMemory(),
            repetitions.ToArray().AsMemory(),
            CancellationToken.None
        );
    }
}
