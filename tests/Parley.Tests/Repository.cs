using System.Reflection;

namespace Parley.Tests;

/// <summary>Finds the files of the repository that the tests were built in.</summary>
internal static class Repository
{
    /// <summary>The folder that holds <c>Parley.slnx</c>.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>A file or folder below the root.</summary>
    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        var built = typeof(Repository)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(data => data.Key == "RepositoryRoot")
            .Value!;
        return File.Exists(System.IO.Path.Combine(built, "Parley.slnx"))
            ? built
            : throw new InvalidOperationException(
                $"The tests were built in '{built}', which holds no Parley.slnx any more: build them again."
            );
    }
}
