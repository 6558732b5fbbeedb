using System.ComponentModel.DataAnnotations;
using Kongress.Registrations;
using Kongress.Shared;
using Kongress.Web.Pages.Registrations;

namespace Kongress.Web.Pages.MyConference;

/// <summary>Who comes instead, as typed by the person or by an organiser.</summary>
public sealed class SubstituteInput
{
    /// <summary>Made with the form: a second press of the button is the same submission.</summary>
    public Guid SubmissionId { get; set; } = Guid.CreateVersion7();

    [Display(Name = "E-Mail-Adresse der Vertretung"), Required(ErrorMessage = "Bitte geben Sie die E-Mail-Adresse der Vertretung ein."), MailAddress]
    public string? Email { get; set; }

    public PersonInput Person { get; set; } = new();

    public Submission ToSubmission() => new(SubmissionId, Email!, Person.ToPerson(), new Attendance(), null, Language.Current);
}
