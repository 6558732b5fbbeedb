using System.Text.Json.Serialization;
using Kongress.Registrations;

namespace Kongress.CheckIns;

/// <summary>What the door answers. The same names stand in the JSON table of cases and in the browser's twin.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DoorAnswer>))]
public enum DoorAnswer
{
    Welcome,

    /// <summary>Let in at this door before.</summary>
    AlreadyIn,
    WaitingList,

    /// <summary>The address or the admission is still open: the info desk helps.</summary>
    NotConfirmed,
    Cancelled,

    /// <summary>Somebody else came in this person's place, or the ticket was replaced by a newer one.</summary>
    Replaced,

    /// <summary>Coming to the congress, but not to this part of it.</summary>
    NotForThisList,

    /// <summary>This door does not open at this time.</summary>
    NotToday,
    Unknown,
}

/// <summary>All that a decision at a door depends on.</summary>
/// <param name="Status">Of the registration; null: no ticket has this code.</param>
/// <param name="TicketIsRevoked">The code was valid once.</param>
/// <param name="ListIsOpen">The door opens now.</param>
/// <param name="IsOnList">The person answered to come to this day or evening.</param>
/// <param name="IsIn">Let in at this door, and not undone.</param>
public sealed record DoorFacts(RegistrationStatus? Status, bool TicketIsRevoked, bool ListIsOpen, bool IsOnList, bool IsIn);

/// <summary>The one decision at the door. Pure: the browser has a twin of it, and one table of cases holds both to the same answers.</summary>
public static class DoorRules
{
    /// <remarks>
    /// The order matters: first who it is, then whether the person may come at all, then the day, then whether they are in already, and last the list.
    /// So nobody is told "not today" whose ticket is void, and a second scan says when the first one was, also of somebody who was let in without being on the list.
    /// </remarks>
    public static DoorAnswer Decide(DoorFacts facts) => facts switch
    {
        { Status: null } => DoorAnswer.Unknown,
        { Status: RegistrationStatus.Replaced } => DoorAnswer.Replaced,
        { Status: RegistrationStatus.Cancelled or RegistrationStatus.Rejected or RegistrationStatus.Expired } => DoorAnswer.Cancelled,
        { Status: RegistrationStatus.WaitingList or RegistrationStatus.Offered } => DoorAnswer.WaitingList,
        { Status: RegistrationStatus.AwaitingEmail or RegistrationStatus.UnderReview } => DoorAnswer.NotConfirmed,
        { TicketIsRevoked: true } => DoorAnswer.Replaced,
        { ListIsOpen: false } => DoorAnswer.NotToday,
        { IsIn: true } => DoorAnswer.AlreadyIn,
        { IsOnList: false } => DoorAnswer.NotForThisList,
        _ => DoorAnswer.Welcome,
    };

    /// <summary>What staff may overrule with a reason. A void or unknown ticket is never overruled: the info desk registers anew.</summary>
    public static bool CanBeOverruled(DoorAnswer answer) => answer is DoorAnswer.AlreadyIn or DoorAnswer.NotForThisList or DoorAnswer.NotToday;
}
