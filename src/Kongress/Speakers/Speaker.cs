using Kongress.Data;
using Kongress.Shared;

namespace Kongress.Speakers;

/// <summary>A person who contributes to one edition. Made by organisers; an account follows only when the person signs in.</summary>
public sealed class Speaker : IVersioned
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid Version { get; private set; } = Guid.CreateVersion7();

    public Guid ConferenceId { get; private set; }

    /// <summary>Public part of the address of the profile; random, six characters.</summary>
    public string Code { get; private set; } = Secret.New(6);

    /// <summary>The account with the person's own address, once they have signed in.</summary>
    public Guid? AccountId { get; private set; }

    public SpeakerProfile Profile { get; private set; } = new();

    public SpeakerContact Contact { get; private set; } = new();

    public SpeakerNeeds Needs { get; private set; } = new();

    /// <summary>Whether the public may know the name yet; otherwise "wird bekannt gegeben".</summary>
    public bool IsNamed { get; private set; } = true;

    /// <summary>When the person agreed to a portrait on the website.</summary>
    public DateTimeOffset? PortraitConsentAt { get; private set; }

    /// <summary>Whether the person may be recorded.</summary>
    public RecordingConsent Recording { get; private set; }

    /// <summary>When the person was there; null: not yet seen.</summary>
    public DateTimeOffset? ArrivedAt { get; private set; }

    /// <summary>Name, organisation and addresses in their search forms.</summary>
    public string SearchText { get; private set; } = "";

    public string SortName { get; private set; } = "";

    private Speaker()
    {
    }

    public Speaker(Guid conferenceId, SpeakerProfile profile, SpeakerContact contact)
    {
        ConferenceId = conferenceId;
        SetProfile(profile);
        SetContact(contact);
    }

    /// <summary>Takes over under what another system knows the person. Before it is stored only.</summary>
    /// <param name="code">Null: the own one stays.</param>
    internal void Adopt(Guid id, string? code) => (Id, Code) = (id, code ?? Code);

    public void SetProfile(SpeakerProfile profile)
    {
        Profile = profile;
        Index();
    }

    /// <summary>Changes the addresses. Another own address ends the tie to the old account.</summary>
    public void SetContact(SpeakerContact contact)
    {
        if (!string.Equals(contact.Email, Contact.Email, StringComparison.Ordinal)) AccountId = null;
        Contact = contact;
        Index();
    }

    public void SetNeeds(SpeakerNeeds needs) => Needs = needs;

    public void SetNamed(bool isNamed) => IsNamed = isNamed;

    /// <summary>Consent to a portrait keeps the time of the first yes.</summary>
    public void SetConsents(bool portrait, RecordingConsent recording, DateTimeOffset now)
    {
        PortraitConsentAt = portrait ? PortraitConsentAt ?? now : null;
        Recording = recording;
    }

    public void Arrive(DateTimeOffset? at) => ArrivedAt = at;

    public void TieTo(Guid accountId) => AccountId = accountId;

    /// <summary>Takes away what only the preparation needed. What the programme says of the person stays, as part of the archive.</summary>
    public void Forget()
    {
        Needs = new SpeakerNeeds();
        Contact = new SpeakerContact { Language = Contact.Language };
        AccountId = null;
        SetProfile(Profile with { Gender = null });
    }

    private void Index()
    {
        SearchText = SearchForm.Index(Profile.GivenName, Profile.FamilyName, Profile.Organisation, Profile.Function, Contact.Email, Contact.AssistantEmail);
        var sort = SearchForm.Of($"{Profile.FamilyName} {Profile.GivenName}");
        SortName = sort.Length <= 200 ? sort : sort[..200];
    }
}

public enum RecordingConsent
{
    Unknown,
    Given,
    Refused,
}

/// <summary>Told only by the person, used only to count who is on stage.</summary>
public enum Gender
{
    Female,
    Male,
    Diverse,
}

/// <summary>What the public sees of a person. Names follow DIN 91379 type A; the form checks.</summary>
public sealed record SpeakerProfile
{
    /// <summary>Academic title or title of office; optional.</summary>
    public string? Title { get; init; }

    public string GivenName { get; init; } = "";

    public string FamilyName { get; init; } = "";

    /// <summary>"Staatssekretärin und CIO"; optional.</summary>
    public string? Function { get; init; }

    public string Organisation { get; init; } = "";

    public AdministrativeLevel? Level { get; init; }

    public Land? Land { get; init; }

    /// <summary>Not public: counted only.</summary>
    public Gender? Gender { get; init; }

    /// <summary>A short biography; Markdown, at most 2000 characters.</summary>
    public string Biography { get; init; } = "";

    /// <summary>Addresses (http, https), one a line, at most five.</summary>
    public string Links { get; init; } = "";

    /// <summary>"Dr. Ayşe Şahin".</summary>
    public string FullName => Title is null ? $"{GivenName} {FamilyName}".Trim() : $"{Title} {GivenName} {FamilyName}";

    public IReadOnlyList<string> LinkList => Links.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

/// <summary>How organisers reach a person. A person without an address is possible; an office may answer for them.</summary>
public sealed record SpeakerContact
{
    /// <summary>In lower case; null: none.</summary>
    public string? Email { get; init; }

    public string? AssistantName { get; init; }

    /// <summary>The office: gets every mail too and may answer. In lower case; null: none.</summary>
    public string? AssistantEmail { get; init; }

    public string? Phone { get; init; }

    /// <summary>"de" or "en": the language of the mails.</summary>
    public string Language { get; init; } = "de";

    public IEnumerable<string> Addresses => new[] { Email, AssistantEmail }.OfType<string>().Distinct();
}

/// <summary>What a person needs for a good appearance. Seen by organisers only, deleted after the congress.</summary>
public sealed record SpeakerNeeds
{
    /// <summary>Adapters, a second microphone, sound from the laptop.</summary>
    public string Equipment { get; init; } = "";

    /// <summary>Assistance in the words of the person.</summary>
    public string Access { get; init; } = "";

    public bool StepFree { get; init; }

    public bool Interpreter { get; init; }

    /// <summary>"Mittwoch, 10:40 Uhr mit dem Zug".</summary>
    public string Arrival { get; init; } = "";
}
