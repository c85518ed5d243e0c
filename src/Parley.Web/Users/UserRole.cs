using System.Text.Json.Serialization;

namespace Parley.Web.Users;

/// <summary>What a user may do; each may what those before may.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<UserRole>))]
public enum UserRole
{
    /// <summary>Looks and asks.</summary>
    [JsonStringEnumMemberName("reader")]
    Reader,

    /// <summary>Corrects, decides, adds articles and describes sources.</summary>
    [JsonStringEnumMemberName("reviewer")]
    Reviewer,

    /// <summary>Sees who did what.</summary>
    [JsonStringEnumMemberName("admin")]
    Admin,
}
