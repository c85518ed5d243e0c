using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Parley.Records;

/// <summary>The spellings of an enumeration in JSON, as its members' attributes give them.</summary>
internal static class JsonNames<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] T>
    where T : struct, Enum
{
    // The values count up from 0.
    private static readonly JsonEncodedText[] s_names = [.. Enum.GetNames<T>().Select(Spelling)];

    /// <summary>The spelling of a value.</summary>
    public static JsonEncodedText Of(T value) => s_names[Unsafe.BitCast<T, int>(value)];

    private static JsonEncodedText Spelling(string member) =>
        JsonEncodedText.Encode(typeof(T).GetField(member)!.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()!.Name);
}
