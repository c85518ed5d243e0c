using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Parley.Cli.Archives;

/// <summary>The files of an archive that are JSON: camel case, every field written, the same bytes for the same content.</summary>
[JsonSerializable(typeof(ArchiveManifest))]
[JsonSerializable(typeof(ShardPlan))]
[JsonSerializable(typeof(ShardEntry))]
[JsonSerializable(typeof(ShardDone))]
internal sealed partial class ArchiveJson : JsonSerializerContext
{
    private static readonly ArchiveJson s_lines = new(Styled(indented: false));

    private static readonly ArchiveJson s_files = new(Styled(indented: true));

    /// <summary>One line, without its end.</summary>
    public static string Line<T>(T value) => JsonSerializer.Serialize(value, InfoOf<T>(s_lines));

    /// <summary>A whole file.</summary>
    public static byte[] File<T>(T value) => Encoding.UTF8.GetBytes(JsonSerializer.Serialize(value, InfoOf<T>(s_files)) + "\n");

    /// <summary>Reads a line or file again; null where it is none.</summary>
    public static T? Read<T>(string json)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(json, InfoOf<T>(s_lines));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Reads a file; null where there is none, or it is not of this form.</summary>
    public static T? ReadFile<T>(string path)
        where T : class
    {
        try
        {
            return Read<T>(System.IO.File.ReadAllText(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static JsonTypeInfo<T> InfoOf<T>(ArchiveJson json) => (JsonTypeInfo<T>)json.GetTypeInfo(typeof(T))!;

    private static JsonSerializerOptions Styled(bool indented) =>
        new()
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            WriteIndented = indented,
            NewLine = "\n",
            RespectRequiredConstructorParameters = true,
            RespectNullableAnnotations = true,
        };
}
