using System.Text.Json;

namespace Kongress.Tests.Programme.Outside;

/// <summary>Holds an answer against its schema in an OpenAPI 3.1 document, strictly: nothing is missing and nothing is there that the schema does not name.</summary>
internal sealed class OpenApiAnswer(JsonElement document)
{
    public IEnumerable<string> Differences(JsonElement schema, JsonElement value, string place)
    {
        if (schema.TryGetProperty("$ref", out var reference)) return Differences(document.GetProperty("components").GetProperty("schemas").GetProperty(reference.GetString()!.Split('/')[^1]), value, place);
        foreach (var word in new[] { "oneOf", "anyOf" })
        {
            if (schema.TryGetProperty(word, out var choices)) return choices.EnumerateArray().Any(choice => !Differences(choice, value, place).Any()) ? [] : [$"{place}: is none of the choices"];
        }

        if (schema.TryGetProperty("enum", out var names)) return names.EnumerateArray().Any(name => JsonElement.DeepEquals(name, value)) ? [] : [$"{place}: {value} is not listed"];
        var types = !schema.TryGetProperty("type", out var type) ? [] : type.ValueKind is JsonValueKind.Array ? type.EnumerateArray().Select(t => t.GetString()!).ToList() : [type.GetString()!];
        if (types.Count == 0) return [$"{place}: the schema says nothing"];
        if (!types.Contains(NameOf(value))) return [$"{place}: {NameOf(value)} instead of {string.Join(" or ", types)}"];
        return value.ValueKind switch
        {
            JsonValueKind.Object => OfObject(schema, value, place),
            JsonValueKind.Array => value.EnumerateArray().SelectMany((item, i) => Differences(schema.GetProperty("items"), item, $"{place}[{i}]")),
            _ => [],
        };
    }

    private IEnumerable<string> OfObject(JsonElement schema, JsonElement value, string place)
    {
        var properties = schema.GetProperty("properties").EnumerateObject().ToDictionary(p => p.Name, p => p.Value);
        var required = schema.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(n => n.GetString()!) : [];
        return required.Where(name => !value.TryGetProperty(name, out _)).Select(name => $"{place}: {name} is missing")
            .Concat(value.EnumerateObject().SelectMany(p => properties.TryGetValue(p.Name, out var known) ? Differences(known, p.Value, $"{place}.{p.Name}") : [$"{place}: {p.Name} is not in the document"]));
    }

    private static string NameOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Number => value.TryGetInt64(out _) ? "integer" : "number",
        JsonValueKind.Null => "null",
        _ => "boolean",
    };
}
