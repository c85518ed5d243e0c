using System.Collections.Immutable;
using Parley.Ledger;
using Parley.Web.Access;
using Parley.Web.Paging;

namespace Parley.Web.Data;

/// <summary>A file that can be downloaded.</summary>
/// <param name="Name">Its name, without ending.</param>
/// <param name="What">What is in it.</param>
internal abstract record DataSet(string Name, string What)
{
    /// <summary>The forms in which it can be had, as endings of file names.</summary>
    public virtual ImmutableArray<string> Forms => [".csv", ".jsonl"];

    /// <summary>Names of its columns.</summary>
    public abstract IEnumerable<string> Columns { get; }

    /// <summary>Writes it.</summary>
    public abstract void Write(RowWriter rows, DataQuestion question);
}

/// <summary>A file of rows that all have the same columns.</summary>
/// <param name="Name">Its name, without ending.</param>
/// <param name="What">What is in it.</param>
/// <param name="Rows">Makes the rows.</param>
/// <param name="Fields">The columns: text, numbers, yes or no, or several texts; null where nothing is told.</param>
internal sealed record DataSet<T>(
    string Name,
    string What,
    Func<DataQuestion, IEnumerable<T>> Rows,
    ImmutableArray<(string Name, Func<T, object?> Value)> Fields
) : DataSet(Name, What)
{
    /// <inheritdoc/>
    public override IEnumerable<string> Columns => Fields.Select(one => one.Name);

    /// <inheritdoc/>
    public override void Write(RowWriter rows, DataQuestion question)
    {
        rows.Head([.. Columns]);
        foreach (var row in Rows(question))
            rows.Row([.. Fields.Select(one => (one.Name, one.Value(row)))]);
    }
}

/// <summary>What a file is made of.</summary>
/// <param name="Ledger">The ledger.</param>
/// <param name="Ready">Answers that are ready.</param>
/// <param name="State">As of which day, which party and topic.</param>
/// <param name="Now">What time it is.</param>
internal sealed record DataQuestion(ILedger Ledger, ReadyAnswers Ready, PageState State, DateTimeOffset Now)
{
    /// <summary>The readings that count, loaded one by one.</summary>
    public IEnumerable<Records.Reading> Readings() => Ledger.Readings(new ReadingQuery { AsOf = State.AsOf });
}
