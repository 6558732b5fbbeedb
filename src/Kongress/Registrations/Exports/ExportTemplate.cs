using Kongress.Data;

namespace Kongress.Registrations.Exports;

public enum ExportFormat
{
    Xlsx,
    Csv,
}

/// <summary>Which list an organiser takes out again and again: columns, filters and format under a name. Holds no person and no search word.</summary>
public sealed class ExportTemplate : IVersioned
{
    public const int NameLength = 80;

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid Version { get; private set; } = Guid.CreateVersion7();

    public Guid ConferenceId { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>Headings of the columns in their order, separated by semicolons; one that is not known any more is left out.</summary>
    public string Columns { get; private set; } = "";

    /// <summary>The filters as they stand in the address of the list; what cannot be read any more counts as not given.</summary>
    public string Filter { get; private set; } = "";

    public ExportFormat Format { get; private set; }

    private ExportTemplate()
    {
    }

    public ExportTemplate(Guid conferenceId, ExportTemplateEdit edit)
    {
        ConferenceId = conferenceId;
        Set(edit);
    }

    public IReadOnlyList<string> Headings => Columns.Split(';', StringSplitOptions.RemoveEmptyEntries);

    public void Set(ExportTemplateEdit edit) => (Name, Columns, Filter, Format) = (edit.Name.Trim(), string.Join(';', edit.Headings), edit.Filter, edit.Format);
}

/// <param name="Headings">At least one.</param>
public sealed record ExportTemplateEdit(string Name, IReadOnlyList<string> Headings, string Filter, ExportFormat Format);

public enum TemplateOutcome
{
    Saved,
    ChangedMeanwhile,

    /// <summary>Another template of the edition has this name.</summary>
    NameTaken,
    NotFound,
}
