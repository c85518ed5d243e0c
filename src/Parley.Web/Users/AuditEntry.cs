namespace Parley.Web.Users;

/// <summary>A line of the audit log.</summary>
/// <param name="At">When it was answered.</param>
/// <param name="Who">The user; null where nobody was logged in.</param>
/// <param name="How">How he showed who he is.</param>
/// <param name="From">The address that it came from.</param>
/// <param name="What">Method, path, and of a form what it names: verb, records, field; never a password, a token or a text.</param>
/// <param name="Status">The HTTP status of the answer.</param>
public sealed record AuditEntry(DateTimeOffset At, string? Who, string? How, string From, string What, int Status);
