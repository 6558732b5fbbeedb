using Kongress.Shared;
using Microsoft.Extensions.Localization;

namespace Kongress.Workshops;

/// <summary>Words about seats, used by pages and by the list of personal data alike.</summary>
public static class WorkshopTexts
{
    public static string Status(IStringLocalizer<Texts> text, SignUpStatus status) => status switch
    {
        SignUpStatus.Waiting => text["Auf der Warteliste"],
        SignUpStatus.Offered => text["Platz angeboten"],
        SignUpStatus.Seated => text["Platz sicher"],
        SignUpStatus.GivenBack => text["Zurückgegeben"],
        SignUpStatus.Declined => text["Angebot abgelehnt"],
        SignUpStatus.Expired => text["Angebot abgelaufen"],
        SignUpStatus.Removed => text["Von der Organisation gelöscht"],
        SignUpStatus.RegistrationEnded => text["Mit der Anmeldung beendet"],
        SignUpStatus.WorkshopCancelled => text["Workshop fällt aus"],
        SignUpStatus.WorkshopMoved => text["Workshop ist an einem anderen Tag"],
    };
}
