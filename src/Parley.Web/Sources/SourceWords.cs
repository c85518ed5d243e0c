namespace Parley.Web.Sources;

/// <summary>Grades of reliability in words.</summary>
internal static class SourceWords
{
    /// <summary>All grades with their words.</summary>
    public static IReadOnlyList<(char Grade, string Words)> Grades { get; } =
    [
        ('A', "always reliable"),
        ('B', "mostly reliable"),
        ('C', "fairly reliable"),
        ('D', "not usually reliable"),
        ('E', "not reliable"),
        ('F', "cannot be judged"),
    ];

    /// <summary>"B, mostly reliable".</summary>
    public static string Of(char grade) =>
        Grades.FirstOrDefault(pair => pair.Grade == grade) is { Words: { } words } ? $"{grade}, {words}" : $"{grade}";

    /// <summary>"yes", "no" or "not known".</summary>
    public static string Of(bool? fact) =>
        fact switch
        {
            true => "yes",
            false => "no",
            null => "not known",
        };
}
