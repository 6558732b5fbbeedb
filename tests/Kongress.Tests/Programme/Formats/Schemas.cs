using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Schema;
using Kongress.Tests.Hosting;
using NJsonSchema;

namespace Kongress.Tests.Programme.Formats;

/// <summary>The public schemas of the schedule formats. They are not ours to copy: they lie in "shared/data/schedule" beside the repository or above it.</summary>
internal static partial class Schemas
{
    private static readonly string? Folder = Find();

    public static readonly Lazy<Task<JsonSchema>> Json = new(() => LoadAsync("schedule.json-schema.json"));
    public static readonly Lazy<Task<JsonSchema>> Json2 = new(() => LoadAsync("schedule2.json-schema.json"));

    /// <summary>Reports the test as skipped where the schemas are not at hand.</summary>
    public static void Require() => Assert.SkipWhen(Folder is null, "The schemas of the schedule formats are not at hand (shared/data/schedule above the repository).");

    public static string Read(string file) => File.ReadAllText(Path.Combine(Folder!, file));

    public static List<string> ErrorsOfXml(byte[] xml)
    {
        var errors = new List<string>();
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema };
        using (var schema = XmlReader.Create(Path.Combine(Folder!, "schedule.xml.xsd"))) settings.Schemas.Add(null, schema);
        settings.ValidationFlags |= XmlSchemaValidationFlags.ReportValidationWarnings | XmlSchemaValidationFlags.ProcessIdentityConstraints;
        settings.ValidationEventHandler += (_, e) => errors.Add(e.Message);
        using var reader = XmlReader.Create(new MemoryStream(xml), settings);
        while (reader.Read())
        {
        }

        return errors;
    }

    public static async Task<List<string>> ErrorsOfJsonAsync(string json, Lazy<Task<JsonSchema>> schema)
    {
        var errors = (await schema.Value).Validate(json).Select(e => e.ToString()).ToList();
        // The validator takes other spellings of a time for one.
        errors.AddRange(Time().Matches(json).Where(m => !StrictTime().IsMatch(m.Groups[1].Value)).Select(m => $"no RFC 3339 time: {m.Value}"));
        return errors;
    }

    // The validator does not know the schema "false", which says the same as this.
    private static Task<JsonSchema> LoadAsync(string file) => JsonSchema.FromJsonAsync(Read(file).Replace("\"rooms\": false", "\"rooms\": { \"not\": {} }", StringComparison.Ordinal));

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(Repository.Root); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "shared", "data", "schedule");
            if (File.Exists(Path.Combine(candidate, "schedule.xml.xsd"))) return candidate;
        }

        return null;
    }

    // The start and end of a conference or day are times in schedule2 and dates in schedule.json: there only what looks like a time is looked at.
    [GeneratedRegex("\"(?:date|end|start|day_start|day_end)\": *\"([^\"]*[T ][^\"]*)\"")]
    private static partial Regex Time();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)$")]
    private static partial Regex StrictTime();
}
