using System.Text.Json.Serialization;

namespace Parley.Web.Users;

/// <summary>The file of users and the lines of the audit log as JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true
)]
[JsonSerializable(typeof(UserList))]
[JsonSerializable(typeof(AuditEntry))]
internal sealed partial class UserJson : JsonSerializerContext;
