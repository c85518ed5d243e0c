using Parley.Corrections;

namespace Parley.Web.Correcting;

/// <summary>A card of the queue that a person passed over, or the taking back of that.</summary>
/// <param name="Id"><c>k</c> and twelve digits.</param>
/// <param name="Record">The record.</param>
/// <param name="By">Who.</param>
/// <param name="At">When, as an ISO instant.</param>
/// <param name="Why">Why.</param>
/// <param name="Undoes">Id of the skip that is taken back; null for a skip.</param>
public sealed record Skip(string Id, RecordKey? Record, string By, string At, string Why, string? Undoes = null);
