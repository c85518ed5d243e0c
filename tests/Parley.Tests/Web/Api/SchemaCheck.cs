using System.Text.Json;

namespace Parley.Tests.Web.Api;

/// <summary>Holds JSON against a JSON Schema, as far as ours use it. Keys that no schema names are faults too.</summary>
/// <param name="root">The document in which <c>$ref</c> points.</param>
internal sealed class SchemaCheck(JsonElement root)
{
    private readonly List<string> _faults = [];

    /// <summary>What is wrong, each with where; empty where nothing is.</summary>
    public IReadOnlyList<string> Faults(JsonElement schema, JsonElement value)
    {
        _faults.Clear();
        Check(schema, value, "$");
        return [.. _faults];
    }

    private void Check(JsonElement schema, JsonElement value, string at)
    {
        if (schema.ValueKind == JsonValueKind.True)
            return;
        if (schema.TryGetProperty("$ref", out var reference))
        {
            Check(Follow(reference.GetString()!), value, at);
            return;
        }
        foreach (var any in new[] { "oneOf", "anyOf" })
            if (schema.TryGetProperty(any, out var choices))
            {
                if (!choices.EnumerateArray().Any(choice => new SchemaCheck(root).Faults(choice, value).Count == 0))
                    _faults.Add($"{at}: fits none of {any}");
                return;
            }
        if (schema.TryGetProperty("type", out var type) && !Types(type).Any(name => Is(name, value)))
            _faults.Add($"{at}: {value.ValueKind} is not {type}");
        if (schema.TryGetProperty("enum", out var values) && !values.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value)))
            _faults.Add($"{at}: {value} is none of {values}");
        if (value.ValueKind == JsonValueKind.Object)
            CheckObject(schema, value, at);
        else if (value.ValueKind == JsonValueKind.Array && schema.TryGetProperty("items", out var items))
            foreach (var (item, number) in value.EnumerateArray().Select((item, number) => (item, number)))
                Check(items, item, $"{at}[{number}]");
    }

    private void CheckObject(JsonElement schema, JsonElement value, string at)
    {
        if (schema.TryGetProperty("required", out var required))
            foreach (var name in required.EnumerateArray().Select(name => name.GetString()!))
                if (!value.TryGetProperty(name, out _))
                    _faults.Add($"{at}: lacks {name}");
        var hasFields = schema.TryGetProperty("properties", out var fields);
        var others = schema.TryGetProperty("additionalProperties", out var more) ? more : default;
        foreach (var field in value.EnumerateObject())
            if (hasFields && fields.TryGetProperty(field.Name, out var known))
                Check(known, field.Value, $"{at}.{field.Name}");
            else if (others.ValueKind == JsonValueKind.Object)
                Check(others, field.Value, $"{at}.{field.Name}");
            else if (hasFields && others.ValueKind != JsonValueKind.True)
                _faults.Add($"{at}: no schema names {field.Name}");
    }

    private JsonElement Follow(string reference)
    {
        var at = root;
        foreach (var step in reference.Split('/').Skip(1))
            at =
                at.ValueKind == JsonValueKind.Array
                    ? at[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)]
                    : at.GetProperty(step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal));
        return at;
    }

    private static IEnumerable<string> Types(JsonElement type) =>
        type.ValueKind == JsonValueKind.String ? [type.GetString()!] : type.EnumerateArray().Select(one => one.GetString()!);

    private static bool Is(string type, JsonElement value) =>
        type switch
        {
            "null" => value.ValueKind == JsonValueKind.Null,
            "string" => value.ValueKind == JsonValueKind.String,
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
            "number" => value.ValueKind == JsonValueKind.Number,
            "array" => value.ValueKind == JsonValueKind.Array,
            "object" => value.ValueKind == JsonValueKind.Object,
            _ => false,
        };
}
