namespace Kongress.Tests.Hosting;

/// <summary>The three steps of the registration, filled in as the browser sends them.</summary>
public static class RegistrationForms
{
    /// <summary>The last step, which stores everything.</summary>
    public const string Submit = "/anmeldung/pruefen";

    /// <summary>Where an accepted submission leads.</summary>
    public const string Submitted = "/anmeldung/abgeschickt";

    private const string Person = "/anmeldung";
    private const string Attendance = "/anmeldung/teilnahme";

    /// <summary>Empty but for the token: everything stands in the draft by now.</summary>
    public static readonly IReadOnlyDictionary<string, string> Nothing = new Dictionary<string, string>();

    /// <summary>Goes through the first two steps; the last one is left to press.</summary>
    public static async Task FillInRegistrationAsync(this LeanBrowser browser, string email, CancellationToken ct)
    {
        await browser.ReadAsync(Person, ct);
        await browser.PostAsync(
            Person,
            new Dictionary<string, string>
            {
                ["Input.Email"] = email,
                ["Input.Person.GivenName"] = "Ayşe",
                ["Input.Person.FamilyName"] = "Şahin-Müller",
                ["Input.Person.Organisation"] = "Informationstechnikzentrum Bund",
                ["Input.Person.Function"] = "Referentin",
                ["Input.Person.Level"] = "Bund",
            },
            Attendance,
            ct);
        await browser.PostAsync(
            Attendance,
            new Dictionary<string, string> { ["Input.Day1"] = "true", ["Input.Day2"] = "true", ["Input.Evening"] = "true", ["Input.NoPhoto"] = "true" },
            Submit,
            ct);
    }
}
