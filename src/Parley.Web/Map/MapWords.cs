namespace Parley.Web.Map;

/// <summary>Small words of the map.</summary>
internal static class MapWords
{
    /// <summary>"1 claim", "3 claims".</summary>
    public static string Count(int count) => count == 1 ? "1 claim" : $"{count} claims";
}
