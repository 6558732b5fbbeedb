namespace Kongress.Registrations;

/// <summary>Diet and assistance: may tell of health or belief (Art. 9 GDPR). Kept apart, only with consent, for the role Betreuung only, and deleted first.</summary>
public sealed class HealthAnswers
{
    private HealthAnswers()
    {
    }

    public HealthAnswers(Guid registrationId) => RegistrationId = registrationId;

    /// <summary>Also the key: one row a registration, or none.</summary>
    public Guid RegistrationId { get; private set; }

    public Diet Diet { get; set; }

    /// <summary>Allergies and the like; at most 500 characters.</summary>
    public string? DietNote { get; set; }

    public Assistance Assistance { get; set; }

    /// <summary>At most 1000 characters.</summary>
    public string? AssistanceNote { get; set; }

    public DateTimeOffset ConsentAt { get; set; }

    /// <summary>Which wording the person agreed to.</summary>
    public string ConsentText { get; set; } = "";

    public bool IsEmpty => Diet is Diet.NoAnswer && Assistance is Assistance.None
        && string.IsNullOrWhiteSpace(DietNote) && string.IsNullOrWhiteSpace(AssistanceNote);
}

public enum Diet
{
    NoAnswer,
    Vegetarian,
    Vegan,
    Halal,
    Kosher,
    GlutenFree,
    LactoseFree,
    Other,
}

[Flags]
public enum Assistance
{
    None = 0,
    WheelchairPlace = 1,
    SignLanguage = 2,
    SpeechToText = 4,
    HearingLoop = 8,
    Companion = 16,
    AssistanceDog = 32,
    DocumentsInAdvance = 64,
    QuietRoom = 128,
    Parking = 256,
}

/// <summary>Both as the person gave them; null where nothing was said or consent was not given.</summary>
public sealed record HealthInput(Diet Diet, string? DietNote, Assistance Assistance, string? AssistanceNote, string ConsentText);
