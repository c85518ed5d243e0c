namespace Parley.Actors;

/// <summary>Whom a noun phrase belongs to, by the words in it: "Russian", "of Ukraine", "the Pentagon's".</summary>
/// <param name="Country">ISO 3166 alpha-3; empty where none is named.</param>
/// <param name="Body">The body, group, outlet or person named; null where there is none.</param>
/// <param name="Also">Further countries joined with "and" ("Russian and Ukrainian"); empty where there is none.</param>
internal readonly record struct Affiliation(string Country, Entity? Body, string Also)
{
    /// <summary>Nothing named.</summary>
    public static Affiliation None => new("", null, "");

    /// <summary>True where nothing is named.</summary>
    public bool IsNone => Country.Length == 0 && Body is null;
}
