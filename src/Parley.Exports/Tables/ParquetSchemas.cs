using System.Collections.Immutable;
using Parquet.Schema;

namespace Parley.Exports.Tables;

/// <summary>What columns are in Parquet, and back.</summary>
internal static class ParquetSchemas
{
    /// <summary>The schema of columns: all may hold nothing; lists are lists of text.</summary>
    public static ParquetSchema Of(IEnumerable<ColumnHead> heads) =>
        new([
            .. heads.Select(head =>
                head.Kind switch
                {
                    ColumnKind.Text => new DataField(head.Name, typeof(string), true),
                    ColumnKind.WholeNumber => new DataField(head.Name, typeof(long), true),
                    ColumnKind.Number => new DataField(head.Name, typeof(double), true),
                    ColumnKind.Flag => new DataField(head.Name, typeof(bool), true),
                    _ => (Field)new ListField(head.Name, new DataField("element", typeof(string), false)),
                }
            ),
        ]);

    /// <summary>The columns of a schema, without their meaning; null where one is of another kind than Parley writes.</summary>
    public static ImmutableArray<ColumnHead>? HeadsOf(ParquetSchema schema)
    {
        var heads = ImmutableArray.CreateBuilder<ColumnHead>();
        foreach (var field in schema.Fields)
        {
            ColumnKind? kind = field switch
            {
                ListField { Item: DataField { ClrType: var type } } when IsText(type) => ColumnKind.Texts,
                DataField { ClrType: var type } when IsText(type) => ColumnKind.Text,
                DataField { ClrType: var type } when type == typeof(long) => ColumnKind.WholeNumber,
                DataField { ClrType: var type } when type == typeof(double) => ColumnKind.Number,
                DataField { ClrType: var type } when type == typeof(bool) => ColumnKind.Flag,
                _ => null,
            };
            if (kind is null)
                return null;
            heads.Add(new ColumnHead(field.Name, kind.Value, ""));
        }
        return heads.ToImmutable();
    }

    /// <summary>Text is a string where it is written, and memory of characters where it is read.</summary>
    private static bool IsText(Type type) => type == typeof(string) || type == typeof(ReadOnlyMemory<char>);
}
