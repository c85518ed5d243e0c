using System.Reflection;

namespace Parley.Browser;

/// <summary>Finds the files of the repository that the tests were built in.</summary>
internal static class Repository
{
    private static readonly string s_root = typeof(Repository)
        .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(data => data.Key == "RepositoryRoot")
        .Value!;

    /// <summary>A file or folder below the root.</summary>
    public static string Path(params string[] parts) => System.IO.Path.Combine([s_root, .. parts]);
}
