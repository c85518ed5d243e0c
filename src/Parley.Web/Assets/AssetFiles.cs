using System.Collections.Frozen;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Parley.Web.Paging;
using Parley.Web.Server;

namespace Parley.Web.Assets;

/// <summary>
/// What pages load: <c>parley.css</c> and <c>parley.js</c>, made of the style sheets and scripts of all folders (those of <c>Assets</c> first, then
/// by name), and pictures. All lie in the assembly.
/// </summary>
public static class AssetFiles
{
    private const string First = "Assets/";

    private static readonly FrozenDictionary<string, AssetFile> s_all = Load()
        .ToFrozenDictionary(file => file.Name, StringComparer.Ordinal);

    /// <summary>All files.</summary>
    public static IEnumerable<AssetFile> All => s_all.Values;

    /// <summary>A file by its name; null where there is none.</summary>
    public static AssetFile? Find(string name) => s_all.GetValueOrDefault(name);

    /// <summary>Adds <c>/assets/NAME</c>.</summary>
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet(
            "/assets/{name}",
            async (HttpContext http, string name) =>
            {
                var file = Find(name) ?? throw new ProblemException(WebProblems.NoPage(http.Request.Path), StatusCodes.Status404NotFound);
                if (http.Request.Query["v"] == file.Hash)
                    http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
                await EntityTag.Write(http, file.Bytes, file.ContentType);
            }
        );

    private static IEnumerable<AssetFile> Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var files = assembly
            .GetManifestResourceNames()
            .Where(name => Path.GetExtension(name) is ".css" or ".js" or ".svg")
            .Select(name => (Name: name.Replace('\\', '/'), Text: Read(assembly, name)))
            .OrderBy(file => !file.Name.StartsWith(First, StringComparison.Ordinal))
            .ThenBy(file => file.Name, StringComparer.Ordinal)
            .ToList();
        yield return File("parley.css", Joined(files, ".css"), "text/css; charset=utf-8");
        yield return File("parley.js", Joined(files, ".js"), "text/javascript; charset=utf-8");
        foreach (var (name, text) in files.Where(file => file.Name.EndsWith(".svg", StringComparison.Ordinal)))
            yield return File(Path.GetFileName(name), text, "image/svg+xml");
    }

    private static string Joined(List<(string Name, string Text)> files, string ending) =>
        string.Join('\n', files.Where(file => file.Name.EndsWith(ending, StringComparison.Ordinal)).Select(file => file.Text));

    private static AssetFile File(string name, string text, string contentType)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return new AssetFile(name, bytes, contentType, Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 6)));
    }

    private static string Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}

/// <summary>A file that pages load.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Bytes">What is in it.</param>
/// <param name="ContentType">What it is.</param>
/// <param name="Hash">Changes with what is in it.</param>
public sealed record AssetFile(string Name, ReadOnlyMemory<byte> Bytes, string ContentType, string Hash);
