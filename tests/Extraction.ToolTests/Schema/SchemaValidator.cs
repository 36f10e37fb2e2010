using System.Text.Json;
using System.Text.RegularExpressions;

namespace Extraction.ToolTests.Schema;

/// <summary>
/// Validates JSON against the published schema: exactly the keywords that schema uses, an unknown keyword being an error. Stricter than the standard in one point:
/// a property that the schema does not name is an error, so that the schema keeps up with the output.
/// </summary>
internal sealed class SchemaValidator
{
    private static readonly HashSet<string> Annotations = ["$schema", "$id", "title", "description", "$defs"];

    private readonly JsonElement _root;

    public SchemaValidator(JsonElement schema) => _root = schema;

    /// <summary>What is wrong, each with its place; empty where all is well.</summary>
    public IReadOnlyList<string> Validate(JsonElement value)
    {
        var errors = new List<string>();
        Check(_root, value, "$", errors);
        return errors;
    }

    private void Check(JsonElement schema, JsonElement value, string path, List<string> errors)
    {
        foreach (JsonProperty keyword in schema.EnumerateObject())
        {
            JsonElement rule = keyword.Value;
            switch (keyword.Name)
            {
                case "$ref":
                    Check(Resolve(rule.GetString()!), value, path, errors);
                    break;
                case "oneOf" or "anyOf":
                    Choose(keyword.Name == "oneOf", rule, value, path, errors);
                    break;
                case "type":
                    Expect(Types(rule).Contains(TypeOf(value)) || (TypeOf(value) == "integer" && Types(rule).Contains("number")), path, $"is {TypeOf(value)}, not {rule}", errors);
                    break;
                case "const":
                    Expect(JsonElement.DeepEquals(rule, value), path, $"is {value}, not {rule}", errors);
                    break;
                case "enum":
                    Expect(rule.EnumerateArray().Any(r => JsonElement.DeepEquals(r, value)), path, $"'{value}' is none of {rule}", errors);
                    break;
                case "required":
                    foreach (string name in rule.EnumerateArray().Select(r => r.GetString()!))
                    {
                        Expect(value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out _), path, $"lacks '{name}'", errors);
                    }

                    break;
                case "properties":
                    Properties(rule, value, path, errors);
                    break;
                case "items":
                    int i = 0;
                    foreach (JsonElement item in value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : default)
                    {
                        Check(rule, item, $"{path}[{i++}]", errors);
                    }

                    break;
                case "minItems":
                    Expect(value.ValueKind != JsonValueKind.Array || value.GetArrayLength() >= rule.GetInt32(), path, "has too few items", errors);
                    break;
                case "minLength":
                    Expect(value.ValueKind != JsonValueKind.String || value.GetString()!.Length >= rule.GetInt32(), path, "is too short", errors);
                    break;
                case "minimum":
                    Expect(value.ValueKind != JsonValueKind.Number || value.GetDouble() >= rule.GetDouble(), path, $"{value} is less than {rule}", errors);
                    break;
                case "maximum":
                    Expect(value.ValueKind != JsonValueKind.Number || value.GetDouble() <= rule.GetDouble(), path, $"{value} is more than {rule}", errors);
                    break;
                case "pattern":
                    Expect(value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString()!, rule.GetString()!, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)), path, $"'{value}' does not match {rule}", errors);
                    break;
                default:
                    Expect(Annotations.Contains(keyword.Name), path, $"the schema's keyword '{keyword.Name}' is unknown to this validator", errors);
                    break;
            }
        }
    }

    private void Choose(bool exactlyOne, JsonElement choices, JsonElement value, string path, List<string> errors)
    {
        var attempts = choices.EnumerateArray().Select(choice =>
        {
            var attempt = new List<string>();
            Check(choice, value, path, attempt);
            return attempt;
        }).ToList();
        int fitting = attempts.Count(a => a.Count == 0);
        if (fitting == 0)
        {
            // The nearest alternative's complaints say most.
            errors.AddRange(attempts.MinBy(a => a.Count)!);
        }
        else if (exactlyOne)
        {
            Expect(fitting == 1, path, "fits more than one alternative", errors);
        }
    }

    private void Properties(JsonElement rule, JsonElement value, string path, List<string> errors)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (JsonProperty property in value.EnumerateObject())
        {
            if (rule.TryGetProperty(property.Name, out JsonElement schema))
            {
                Check(schema, property.Value, $"{path}.{property.Name}", errors);
            }
            else
            {
                errors.Add($"{path}: the schema does not name '{property.Name}'");
            }
        }
    }

    private JsonElement Resolve(string reference)
    {
        JsonElement at = _root;
        foreach (string step in reference.TrimStart('#').Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            at = at.GetProperty(step);
        }

        return at;
    }

    private static string[] Types(JsonElement rule) =>
        rule.ValueKind == JsonValueKind.String ? [rule.GetString()!] : [.. rule.EnumerateArray().Select(r => r.GetString()!)];

    private static string TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Null => "null",
        JsonValueKind.Number => value.TryGetInt64(out _) ? "integer" : "number",
        _ => "boolean",
    };

    private static void Expect(bool holds, string path, string complaint, List<string> errors)
    {
        if (!holds)
        {
            errors.Add($"{path}: {complaint}");
        }
    }
}
