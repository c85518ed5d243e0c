namespace Parley.Web.Paging;

/// <summary>A party to choose.</summary>
/// <param name="Code">Its code (<c>RUS</c>).</param>
/// <param name="Name">Its name.</param>
public readonly record struct PartyName(string Code, string Name);
