using Kongress.Accounts;
using Kongress.CheckIns;
using Kongress.Conferences;
using Kongress.Dashboard;
using Kongress.Data;
using Kongress.Mail;
using Kongress.Programme;
using Kongress.Programme.Agendas;
using Kongress.Programme.Board;
using Kongress.Programme.Imports;
using Kongress.Programme.Releases;
using Kongress.Programme.Sessions;
using Kongress.Registrations;
using Kongress.Registrations.Care;
using Kongress.Registrations.Exports;
using Kongress.Registrations.Groups;
using Kongress.Registrations.Imports;
using Kongress.Registrations.Contingents;
using Kongress.Registrations.Invitations;
using Kongress.Reminders;
using Kongress.Speakers;
using Kongress.Workshops;
using Kongress.Workshops.Allotment;
using Kongress.Workshops.Blocks;
using Kongress.Workshops.Withdrawals;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Kongress;

/// <summary>Registers what the features offer; the host adds the database, the settings and the pages.</summary>
public static class KongressFeatures
{
    public static IServiceCollection AddKongress(this IServiceCollection services) => services
        .AddIdentity()
        // Mail
        .AddScoped<Outbox>()
        .AddSingleton<LetterPrinter>()
        .AddSingleton<MailDelivery>()
        .AddScoped<PostOfficeDesk>()
        .AddScoped<IHoldsPersonalData, MailRecords>()
        // Conferences
        .AddSingleton<CurrentConference>()
        .AddScoped<ConferenceDesk>()
        .AddScoped<BarrierDesk>()
        // Accounts
        .AddScoped<AccountMails>()
        .AddScoped<SignInDesk>()
        .AddScoped<StaffDesk>()
        // Registrations
        .AddScoped<RegistrationMails>()
        .AddScoped<RegistrationDesk>()
        .AddScoped<AttendeeDesk>()
        .AddScoped<ReviewDesk>()
        .AddScoped<HoldMails>()
        .AddScoped<HoldDesk>()
        .AddScoped<DisclosureDesk>()
        .AddScoped<AssistantDesk>()
        .AddScoped<InterpreterMails>()
        .AddScoped<InterpreterDesk>()
        .AddScoped<ContingentDesk>()
        .AddScoped<WaitingLine>()
        .AddScoped<NamedSubstitute>()
        .AddScoped<InvitationMails>()
        .AddScoped<InvitationDesk>()
        .AddScoped<SentInvitationDesk>()
        .AddScoped<IHoldsPersonalData, InvitationRecords>()
        .AddScoped<IHoldsPersonalData, RegistrationRecords>()
        .AddScoped<GroupMails>()
        .AddScoped<GroupDesk>()
        .AddScoped<MemberDesk>()
        .AddScoped<GroupList>()
        .AddScoped<IHoldsPersonalData, GroupRecords>()
        .AddScoped<ImportMails>()
        .AddScoped<AttendeeImportDesk>()
        .AddScoped<IHoldsPersonalData, ImportRecords>()
        .AddScoped<ExportTemplateDesk>()
        // Speakers and programme
        .AddScoped<SpeakerDesk>()
        .AddScoped<RoomDesk>()
        .AddScoped<PlanHistory>()
        .AddScoped<ParticipationMails>()
        .AddScoped<ParticipationDesk>()
        .AddScoped<SessionDesk>()
        .AddScoped<BoardDesk>()
        .AddSingleton<Drafts>()
        .AddScoped<ReleaseMails>()
        .AddScoped<ReleaseDesk>()
        .AddSingleton<CurrentProgramme>()
        .AddScoped<AgendaDesk>()
        .AddScoped<SessionFileDesk>()
        .AddSingleton<PublicFiles>()
        .AddScoped<ImportDesk>()
        .AddSingleton<ImportShelf>()
        .AddScoped<IHoldsPersonalData, SpeakerRecords>()
        .AddScoped<IHoldsPersonalData, AgendaRecords>()
        // Workshops
        .AddScoped<WorkshopMails>()
        .AddScoped<IFollowsReleases, Placements>()
        .AddScoped<SignUpDesk>()
        .AddScoped<WorkshopDesk>()
        .AddScoped<BlockDesk>()
        .AddScoped<WorkshopLists>()
        .AddScoped<WithdrawalMails>()
        .AddScoped<WithdrawalDesk>()
        .AddScoped<AnswersDesk>()
        .AddSingleton<Fillings>()
        .AddScoped<IHoldsPersonalData, WorkshopRecords>()
        .AddScoped<WishDesk>()
        .AddScoped<AllotmentDesk>()
        .AddScoped<AllotmentLists>()
        .AddScoped<AllotmentMails>()
        .AddScoped<IHoldsPersonalData, AllotmentRecords>()
        // CheckIns
        .AddScoped<CheckInDesk>()
        .AddScoped<CheckInQueries>()
        .AddScoped<WorkshopDoors>()
        .AddScoped<LimitDesk>()
        .AddScoped<IHoldsPersonalData, ScanRecords>()
        // Reminders
        .AddScoped<ReminderMails>()
        .AddScoped<ReminderDesk>()
        // Behind all who need accounts: what they erase in a night frees the account in the same one.
        .AddScoped<IHoldsPersonalData, AccountRecords>()
        // Dashboard
        .AddScoped<Figures>()
        .AddScoped<RegistrationList>()
        .AddScoped<Catering>()
        .AddScoped<RegistrationHistory>()
        .AddScoped<RulesHistory>();

    private static IServiceCollection AddIdentity(this IServiceCollection services)
    {
        services.AddIdentityCore<Account>(options =>
            {
                options.User.RequireUniqueEmail = true;
                // Length and what is guessed first count, not the kinds of characters: PasswordRules.
                options.Password.RequiredLength = PasswordRules.MinLength;
                options.Password.RequireDigit = options.Password.RequireLowercase = options.Password.RequireUppercase = options.Password.RequireNonAlphanumeric = false;
            })
            .AddRoles<IdentityRole<Guid>>()
            .AddEntityFrameworkStores<KongressDb>()
            .AddPasswordValidator<PasswordRules>()
            .AddUserManager<AccountUsers>()
            .AddTokenProvider<AuthenticatorCodes>(TokenOptions.DefaultAuthenticatorProvider);
        return services;
    }
}
