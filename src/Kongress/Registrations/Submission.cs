namespace Kongress.Registrations;

/// <summary>A filled-in form, checked by the page.</summary>
/// <param name="SubmissionId">Made when the form was opened; the same id is the same submission for ever.</param>
/// <param name="Language">"de" or "en".</param>
public sealed record Submission(Guid SubmissionId, string Email, Person Person, Attendance Attendance, HealthInput? Health, string Language)
{
    /// <summary>An invitation code as typed; null: none.</summary>
    public string? Code { get; init; }

    /// <summary>The secret of a personal invitation's link; null: none.</summary>
    public string? Invitation { get; init; }
}
