using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using Kongress.Database;

namespace Kongress.Web.Hosting;

/// <summary>Holds the text of a section against the properties it is bound to: keys that mean nothing, values that cannot be read.</summary>
internal static class SettingsText
{
    public static IEnumerable<string> Faults(IConfigurationSection section, Type options)
    {
        var properties = options.GetProperties().ToDictionary(property => property.Name, StringComparer.OrdinalIgnoreCase);
        foreach (var child in section.GetChildren())
        {
            if (!properties.TryGetValue(child.Key, out var property))
            {
                // Hosts put connection strings of their own there.
                if (section.Path != ConnectionOptions.Section) yield return $"{child.Path} is no setting of Kongress; {section.Path} has {OneOf(properties.Keys, "and")}.";
            }
            else if (property.PropertyType.Assembly == options.Assembly && property.PropertyType.IsClass)
            {
                foreach (var fault in Faults(child, property.PropertyType)) yield return fault;
            }
            else if (Expected(property, child) is { } expected)
            {
                yield return $"{section.Path}:{property.Name} must be {expected}; it is {(child.Value is null ? "null or a group" : $"\"{child.Value}\"")}.";
            }
        }
    }

    // What is expected where the value is something else; null where all is well.
    private static string? Expected(PropertyInfo property, IConfigurationSection setting)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        if (type.IsArray) return string.IsNullOrEmpty(setting.Value) ? null : $"a list (in the environment: {setting.Path.Replace(":", "__", StringComparison.Ordinal)}__0 and so on)";
        if (type == typeof(string)) return setting.Value is null ? "a text" : null;
        if (type != property.PropertyType && setting.Value is "") return null;
        if (type.IsEnum) return Enum.GetNames(type).Contains(setting.Value, StringComparer.OrdinalIgnoreCase) ? null : OneOf(Enum.GetNames(type), "or");

        var range = property.GetCustomAttribute<RangeAttribute>();
        return TryRead(type, setting.Value, out var value) && range?.IsValid(value) != false ? null
            : range is not null ? $"{range.Minimum} to {range.Maximum}"
            : type == typeof(bool) ? "true or false"
            : type == typeof(DateTimeOffset) ? "a moment such as 2027-12-31T00:00:00Z"
            : "a " + type.Name;
    }

    // As the binder reads it.
    private static bool TryRead(Type type, string? text, out object? value)
    {
        value = null;
        if (text is null) return false;
        try
        {
            value = TypeDescriptor.GetConverter(type).ConvertFromInvariantString(text);
            return true;
        }
        catch (Exception e) when (e is FormatException or ArgumentException or OverflowException)
        {
            return false;
        }
    }

    private static string OneOf(IEnumerable<string> names, string word)
    {
        var all = names.ToList();
        return all.Count == 1 ? all[0] : string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", all[..^1])} {word} {all[^1]}");
    }
}
