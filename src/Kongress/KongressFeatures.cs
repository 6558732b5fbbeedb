using Kongress.Accounts;
using Kongress.CheckIns;
using Kongress.Conferences;
using Kongress.Dashboard;
using Kongress.Data;
using Kongress.Mail;
using Kongress.Registrations;
using Kongress.Reminders;
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
        .AddScoped<DisclosureDesk>()
        .AddScoped<IHoldsPersonalData, RegistrationRecords>()
        // CheckIns
        .AddScoped<CheckInDesk>()
        .AddScoped<CheckInQueries>()
        .AddScoped<IHoldsPersonalData, ScanRecords>()
        // Reminders
        .AddScoped<ReminderMails>()
        .AddScoped<ReminderDesk>()
        // Dashboard
        .AddScoped<Figures>()
        .AddScoped<RegistrationList>()
        .AddScoped<RegistrationHistory>();

    private static IServiceCollection AddIdentity(this IServiceCollection services)
    {
        services.AddIdentityCore<Account>(options =>
            {
                options.User.RequireUniqueEmail = true;
                options.Lockout.MaxFailedAccessAttempts = 10;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
                // Length and what is guessed first count, not the kinds of characters: PasswordRules.
                options.Password.RequiredLength = PasswordRules.MinLength;
                options.Password.RequireDigit = options.Password.RequireLowercase = options.Password.RequireUppercase = options.Password.RequireNonAlphanumeric = false;
            })
            .AddRoles<IdentityRole<Guid>>()
            .AddEntityFrameworkStores<KongressDb>()
            .AddPasswordValidator<PasswordRules>()
            .AddTokenProvider<AuthenticatorTokenProvider<Account>>(TokenOptions.DefaultAuthenticatorProvider);
        return services;
    }
}
