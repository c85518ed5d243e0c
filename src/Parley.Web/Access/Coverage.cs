namespace Parley.Web.Access;

/// <summary>Of which articles an answer knows that is made of readings.</summary>
/// <param name="Articles">How many it is made of, the newest.</param>
/// <param name="Of">How many there are.</param>
/// <param name="From">ISO day of the first of them; null where it is made of all, or the day is not known.</param>
public sealed record Coverage(int Articles, int Of, string? From)
{
    /// <summary>True where it is made of all.</summary>
    public bool IsWhole => Articles == Of;
}
