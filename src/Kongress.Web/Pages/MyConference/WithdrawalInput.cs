using System.ComponentModel.DataAnnotations;
using Kongress.Conferences;
using Kongress.Registrations;
using Kongress.Shared;
using Kongress.Workshops.Withdrawals;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Kongress.Web.Pages.MyConference;

/// <summary>What is to be given up, as ticked: names of parts and ids of workshops. Used by "Mein Kongress" and by organisers.</summary>
public sealed class WithdrawalInput
{
    [Display(Name = "Was wird abgesagt?")]
    public IList<string> Chosen { get; set; } = [];

    [Display(Name = "Grund"), StringLength(400, ErrorMessage = "Bitte kürzen Sie den Text auf {1} Zeichen.")]
    public string? Reason { get; set; }

    /// <summary>What cannot be read counts as not ticked.</summary>
    public Withdrawal ToWithdrawal() => new(
        [.. Enum.GetValues<CongressPart>().Where(part => Chosen.Contains(part.ToString()))],
        [.. Chosen.Select(c => Guid.TryParse(c, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty)]);

    /// <summary>Each choice says what goes along with it.</summary>
    public static IEnumerable<SelectListItem> Items(IStringLocalizer<Texts> text, Conference conference, WithdrawalOptions options)
    {
        foreach (var (part, workshops) in options.Parts)
        {
            var name = WithdrawalMails.Name(text, conference, part);
            yield return new SelectListItem(workshops.Count == 0 ? name : text["{0} – damit werden auch diese Workshops frei: „{1}“", name, string.Join("“, „", workshops.Select(w => w.Place.Title))], part.ToString());
        }

        foreach (var workshop in options.Workshops)
        {
            yield return new SelectListItem(text["Nur der Workshop „{0}“, {1}", workshop.Place.Title, conference.Time.DayAndTime(workshop.Place.StartsAt)], workshop.Id.ToString());
        }
    }

    public static string For(IStringLocalizer<Texts> text, WithdrawOutcome outcome) => outcome switch
    {
        WithdrawOutcome.Withdrawn => text["Die Teilabsage ist eingetragen. Eine Bestätigung ist unterwegs; frei gewordene Plätze in Workshops gehen an die Nächsten."],
        WithdrawOutcome.NothingToDo => text["Bitte wählen Sie aus, was abgesagt wird. Was schon abgesagt ist, steht nicht mehr in der Liste."],
        WithdrawOutcome.NothingLeft => text["Dann bliebe weder ein Tag noch der Abend. Bitte stornieren Sie die Anmeldung als Ganzes, damit der Platz frei wird."],
        WithdrawOutcome.DeadlinePassed => text["Die Frist für Änderungen ist vorbei. Bitte wenden Sie sich an uns."],
        WithdrawOutcome.ReasonMissing => text["Bitte nennen Sie einen Grund. Er steht in der Nachricht an die Person."],
        WithdrawOutcome.Ended => text["Diese Anmeldung ist beendet und kann nicht mehr geändert werden."],
        WithdrawOutcome.NotFound => text["Diese Anmeldung gibt es nicht."],
    };
}
