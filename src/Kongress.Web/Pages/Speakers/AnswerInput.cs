using System.ComponentModel.DataAnnotations;
using Kongress.Programme.Sessions;
using Kongress.Shared;
using Kongress.Web.Hosting;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace Kongress.Web.Pages.Speakers;

/// <summary>Yes, perhaps or no, and a word with it. Used behind the link of an invitation and by people who are signed in.</summary>
public sealed class AnswerInput
{
    /// <summary>The value of the button that was pressed.</summary>
    public ParticipationState? Choice { get; set; }

    [Display(Name = "Möchten Sie uns etwas dazu sagen?"), StringLength(1000, ErrorMessage = "Bitte kürzen Sie den Text auf {1} Zeichen.")]
    public string? Word { get; set; }

    /// <summary>The answer; null: there is none, and the page says what is missing.</summary>
    public (ParticipationState Choice, string Word)? Read(ModelStateDictionary modelState, IStringLocalizer<Texts> text)
    {
        if (Choice is ParticipationState.Accepted or ParticipationState.Tentative or ParticipationState.Declined)
        {
            return modelState.IsValid ? (Choice.Value, Clean.Text(Word)) : null;
        }

        modelState.Remove("Answer.Choice");
        modelState.AddModelError("Answer.Word", text["Bitte wählen Sie eine der drei Antworten."]);
        return null;
    }
}
