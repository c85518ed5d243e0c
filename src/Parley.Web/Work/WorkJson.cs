using System.Text.Json;
using System.Text.Json.Serialization;
using Parley.Web.Adding;
using Parley.Web.Correcting;
using Parley.Web.Events;

namespace Parley.Web.Work;

/// <summary>The lines and files of the work folder.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Skip))]
[JsonSerializable(typeof(AddingJob))]
[JsonSerializable(typeof(AddedArticle))]
[JsonSerializable(typeof(FeedEvent))]
[JsonSerializable(typeof(FeedState))]
[JsonSerializable(typeof(FeedData))]
internal sealed partial class WorkJson : JsonSerializerContext
{
    /// <summary>A line as what it was; null where it is none of that.</summary>
    public static T? Read<T>(string line)
        where T : class
    {
        try
        {
            return (T?)JsonSerializer.Deserialize(line, typeof(T), Default);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Something as one line.</summary>
    public static string Write<T>(T value) => JsonSerializer.Serialize(value, typeof(T), Default);
}
