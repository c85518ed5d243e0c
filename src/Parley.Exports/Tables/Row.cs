using Parley.Records;

namespace Parley.Exports.Tables;

/// <summary>A record with the reading it is of.</summary>
/// <param name="Reading">The reading.</param>
/// <param name="Record">The record.</param>
internal readonly record struct Row<T>(Reading Reading, T Record);
