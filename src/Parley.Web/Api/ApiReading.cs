namespace Parley.Web.Api;

/// <summary>The whole reading of one article, as <c>parley read --json</c> prints it: its schema is <c>docs/reading.schema.json</c>.</summary>
internal sealed record ApiReading;
