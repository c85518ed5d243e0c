namespace Parley.Web.Adding;

/// <summary>A file as it is handed in.</summary>
/// <param name="Name">Its name as it came.</param>
/// <param name="Write">Writes what it holds.</param>
/// <param name="IsFetched">True for a list of addresses that are to be fetched.</param>
internal sealed record HandedIn(string Name, Func<Stream, Task> Write, bool IsFetched = false);
