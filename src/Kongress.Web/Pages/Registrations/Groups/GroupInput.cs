using System.ComponentModel.DataAnnotations;
using Kongress.Registrations.Groups;
using Kongress.Registrations.Rows;
using Kongress.Shared;

namespace Kongress.Web.Pages.Registrations.Groups;

/// <summary>A table of people, as typed.</summary>
public class RowsInput
{
    /// <summary>How many rows are shown at first, and how many more are added.</summary>
    public const int SomeRows = 5;

    public List<RowInput> Rows { get; set; } = [];

    /// <summary>Ids that the browser has lost or changed are made anew; too many rows are cut.</summary>
    public virtual void Mend()
    {
        Rows = [.. Rows.Where(r => r is not null).Take(Group.MostPeople)];
        foreach (var row in Rows.Where(r => r.Id == Guid.Empty)) row.Id = Guid.CreateVersion7();
    }

    public void AddRows(int count, int most)
    {
        for (var i = 0; i < count && Rows.Count < most; i++) Rows.Add(new RowInput { Id = Guid.CreateVersion7() });
    }
}

/// <summary>The contact of an office and the table of its people, as typed.</summary>
public sealed class GroupInput : RowsInput
{
    /// <summary>Makes a second press of the button the same group. Unguessable: it is the right to add to the group.</summary>
    public Guid SubmissionId { get; set; }

    [Display(Name = "Ihre dienstliche E-Mail-Adresse"), Required(ErrorMessage = "Bitte geben Sie Ihre E-Mail-Adresse ein."), MailAddress]
    public string? Email { get; set; }

    /// <summary>Who registers the others; does not come by this.</summary>
    public PersonInput Person { get; set; } = new();

    public override void Mend()
    {
        if (SubmissionId == Guid.Empty) SubmissionId = Guid.CreateVersion7();
        base.Mend();
    }
}

/// <summary>A person in the table.</summary>
public sealed class RowInput
{
    public Guid Id { get; set; }

    public string? Title { get; set; }

    public string? GivenName { get; set; }

    public string? FamilyName { get; set; }

    public string? Email { get; set; }

    public string? Function { get; set; }

    public bool Day1 { get; set; } = true;

    public bool Day2 { get; set; } = true;

    public bool Evening { get; set; }

    public TypedRow ToRow() => new()
    {
        Id = Id,
        Title = Title,
        GivenName = GivenName,
        FamilyName = FamilyName,
        Email = Email,
        Function = Function,
        Day1 = Day1,
        Day2 = Day2,
        Evening = Evening,
    };

    public static RowInput From(TypedRow row) => new()
    {
        Id = row.Id,
        Title = row.Title,
        GivenName = row.GivenName,
        FamilyName = row.FamilyName,
        Email = row.Email,
        Function = row.Function,
        Day1 = row.Day1,
        Day2 = row.Day2,
        Evening = row.Evening,
    };
}
