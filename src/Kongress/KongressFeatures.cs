using Kongress.Conferences;
using Kongress.Data;
using Kongress.Mail;
using Kongress.Registrations;
using Microsoft.Extensions.DependencyInjection;

namespace Kongress;

/// <summary>Registers what the features offer; the host adds the database, the settings and the pages.</summary>
public static class KongressFeatures
{
    public static IServiceCollection AddKongress(this IServiceCollection services) => services
        // Mail
        .AddScoped<Outbox>()
        .AddSingleton<LetterPrinter>()
        // Conferences
        .AddSingleton<CurrentConference>()
        // Registrations
        .AddScoped<RegistrationMails>()
        .AddScoped<RegistrationDesk>()
        .AddScoped<AttendeeDesk>()
        .AddScoped<ReviewDesk>()
        .AddScoped<IHoldsPersonalData, RegistrationRecords>();
}
