namespace Parley.Intake.Warc;

/// <summary>One record of a web archive.</summary>
/// <param name="Number">Its place in the archive, from 1.</param>
/// <param name="Type"><c>response</c>, <c>resource</c>, <c>conversion</c>, <c>request</c> …, in lower case; empty where it says none.</param>
/// <param name="Headers">Its headers by their names, without regard to case; the first of a name counts.</param>
/// <param name="Block">What it holds; empty where it is of a type that is not read, or too long.</param>
internal sealed record WarcRecord(int Number, string Type, IReadOnlyDictionary<string, string> Headers, ReadOnlyMemory<byte> Block)
{
    /// <summary>True where its block is longer than <see cref="RawInput.MaxBytes"/>.</summary>
    public bool IsTooLong { get; init; }

    /// <summary>True where it has another length than it says, or something else stood before it.</summary>
    public bool HasWrongLength { get; init; }

    /// <summary>True where the archive ends within it.</summary>
    public bool IsCut { get; init; }

    /// <summary>A header; null where it is not there.</summary>
    public string? Header(string name) => Headers.GetValueOrDefault(name);
}
