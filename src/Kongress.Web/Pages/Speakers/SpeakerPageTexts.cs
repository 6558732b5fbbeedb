using Kongress.Programme.Sessions;
using Kongress.Shared;
using Kongress.Speakers;
using Microsoft.Extensions.Localization;

namespace Kongress.Web.Pages.Speakers;

/// <summary>What the pages of speakers answer.</summary>
internal static class SpeakerPageTexts
{
    public static string Thanks(IStringLocalizer<Texts> text, ParticipationState answer) => answer switch
    {
        ParticipationState.Accepted => text["Danke für die Zusage! Wir freuen uns."],
        ParticipationState.Tentative => text["Danke! Wir haben „vielleicht“ notiert. Sagen Sie uns bitte Bescheid, sobald es feststeht."],
        ParticipationState.Declined => text["Schade, aber danke, dass Sie Bescheid geben. Die Absage ist notiert."],
        ParticipationState.Proposed or ParticipationState.Invited or ParticipationState.Cancelled => throw new ArgumentOutOfRangeException(nameof(answer), answer, "No answer."),
    };

    public static string Badge(ParticipationState state) => state switch
    {
        ParticipationState.Accepted => "success",
        ParticipationState.Invited or ParticipationState.Tentative => "warning",
        ParticipationState.Proposed or ParticipationState.Declined or ParticipationState.Cancelled => "info",
    };

    public static string For(IStringLocalizer<Texts> text, AnswerOutcome outcome) => outcome switch
    {
        AnswerOutcome.Recorded => text["Ihre Antwort ist notiert."],
        AnswerOutcome.LinkEnded => text["Der Kongress hat begonnen: Bitte sprechen Sie uns direkt an."],
        AnswerOutcome.TakenOff => text["Die Organisation plant diesen Programmpunkt nicht mehr mit Ihnen."],
    };

    public static (string Kind, string Text) For(IStringLocalizer<Texts> text, PartNote note) => note switch
    {
        PartNote.InPreparation => ("info", text["In Vorbereitung"]),
        PartNote.InProgramme => ("success", text["Im Programm"]),
        PartNote.Cancelled => ("danger", text["Fällt aus"]),
        PartNote.Rejected => ("info", text["Nicht ins Programm aufgenommen"]),
        PartNote.Withdrawn => ("info", text["Zurückgezogen"]),
    };

    public static string For(IStringLocalizer<Texts> text, FileOutcome outcome) => outcome switch
    {
        FileOutcome.Added => text["Gespeichert. Danke!"],
        FileOutcome.AlreadyThere => text["Diese Datei oder dieser Link ist schon da."],
        FileOutcome.NotRecognised => text["Das ist keine Präsentation, die wir annehmen. Möglich sind PDF, PowerPoint (.pptx) und OpenDocument (.odp), ohne Makros."],
        FileOutcome.TooLarge => text["Die Datei ist zu groß. Möglich sind höchstens 20 MB; größere geben Sie bitte als Link an."],
        FileOutcome.TooMany => text["Mehr als {0} Dateien und Links sind für einen Programmpunkt nicht möglich. Löschen Sie bitte zuerst etwas.", SessionFileDesk.MostFiles],
        FileOutcome.NotFound => text["Das ist nicht mehr möglich: Sie sind für diesen Programmpunkt nicht mehr vorgesehen."],
    };

    public static string For(IStringLocalizer<Texts> text, SpeakerOutcome outcome) => outcome switch
    {
        SpeakerOutcome.Saved => text["Ihre Angaben sind gespeichert."],
        SpeakerOutcome.ChangedMeanwhile => text["Ihre Angaben wurden inzwischen an anderer Stelle geändert. Was Sie eingegeben haben, steht noch hier; laden Sie die Seite neu, um den neuen Stand zu sehen."],
        SpeakerOutcome.NotFound => text["Diese Seite gibt es nicht."],
    };

    public static (string Words, string Address) For(IStringLocalizer<Texts> text, SpeakerTask task) => task.Kind switch
    {
        SpeakerTaskKind.Answer => (text["Sagen Sie uns, ob Sie dabei sind: {0}", task.Session!.Content.Title], Part(task)),
        SpeakerTaskKind.Decide => (text["Sie haben „vielleicht“ gesagt. Steht es fest? {0}", task.Session!.Content.Title], Part(task)),
        SpeakerTaskKind.Slides => (text["Bringen Sie Ihre Folien: {0}", task.Session!.Content.Title], Part(task)),
        SpeakerTaskKind.Availability => (text["Sagen Sie uns, wann Sie können"], Addresses.SpeakerDesk + "/zeiten"),
        SpeakerTaskKind.Biography => (text["Schreiben Sie eine kurze Biografie"], Addresses.SpeakerDesk + "/angaben"),
        SpeakerTaskKind.Portrait => (text["Laden Sie ein Porträt hoch"], Addresses.SpeakerDesk + "/portraet"),
        SpeakerTaskKind.PortraitConsent => (text["Entscheiden Sie, ob wir Ihr Porträt zeigen dürfen"], Addresses.SpeakerDesk + "/portraet"),
        SpeakerTaskKind.Recording => (text["Entscheiden Sie, ob wir Sie aufzeichnen dürfen"], Addresses.SpeakerDesk + "/angaben"),
    };

    /// <summary>"Fr., 12. März 2027"; says when that is over.</summary>
    public static string Due(IStringLocalizer<Texts> text, DateOnly day, bool isLate) =>
        isLate ? text["war bis {0} erbeten", ConferenceTime.DayText(day)] : text["bitte bis {0}", ConferenceTime.DayText(day)];

    /// <summary>"3,4 MB".</summary>
    public static string Size(int bytes) => bytes < 100_000 ? $"{Math.Max(1, bytes / 1000)} kB" : $"{bytes / 1_000_000.0:0.0} MB";

    private static string Part(SpeakerTask task) => $"{Addresses.SpeakerDesk}/beitraege/{task.Participation!.Id}";
}
