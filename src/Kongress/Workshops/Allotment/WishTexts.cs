using Kongress.Shared;
using Microsoft.Extensions.Localization;

namespace Kongress.Workshops.Allotment;

/// <summary>What became of a wish, told to the person after the publication.</summary>
public static class WishTexts
{
    /// <summary>One sentence that does not name the workshop.</summary>
    public static string Became(IStringLocalizer<Texts> text, WishOutcomeRow wish) => wish.Result switch
    {
        WishResult.Granted => text["Dieser Wunsch ging in Erfüllung."],
        WishResult.GrantedByHand => text["Diesen Platz hat Ihnen die Organisation gegeben."],
        WishResult.HasIt => text["Hier hatten Sie schon einen Platz."],
        WishResult.DeniedByHand => text["Hier hat die Organisation anders entschieden."],
        WishResult.NotForThem => text["Dieser Workshop war für andere vorgesehen, oder Sie waren an dem Tag nicht angemeldet."],
        WishResult.Overlaps => text["Zur selben Zeit hatten Sie einen Platz in „{0}“.", wish.Because!.Title],
        WishResult.HasEnough => text["Mit Ihren anderen Plätzen hatten Sie schon so viele Workshops, wie möglich sind."],
        WishResult.HasEnoughInBlock => text["Im Zeitblock „{0}“ hatten Sie schon so viele Workshops, wie möglich sind.", wish.Block!],
        WishResult.NoSeat => text["Leider gab es dafür mehr Wünsche als Plätze."],
    };
}
