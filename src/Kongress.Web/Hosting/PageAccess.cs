using Kongress.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kongress.Web.Hosting;

/// <summary>Who may see what: one table. Everything that is not named needs a sign-in.</summary>
internal static class PageAccess
{
    /// <summary>Figures of the organiser's desk.</summary>
    public const string Figures = nameof(Figures);

    /// <summary>The organiser's desk.</summary>
    public const string Organise = nameof(Organise);

    /// <summary>The programme: sessions, people, rooms, board, releases.</summary>
    public const string Plan = nameof(Plan);

    /// <summary>Diet and assistance of persons.</summary>
    public const string Support = nameof(Support);

    public const string Door = nameof(Door);
    public const string Operate = nameof(Operate);

    /// <summary>What each role may do.</summary>
    private static readonly IReadOnlyDictionary<string, string[]> Policies = new Dictionary<string, string[]>
    {
        [Figures] = [Roles.Administrator, Roles.Organiser, Roles.Programme, Roles.Observer],
        [Organise] = [Roles.Administrator, Roles.Organiser],
        [Plan] = [Roles.Administrator, Roles.Organiser, Roles.Programme],
        [Support] = [Roles.Support],
        [Door] = [Roles.Administrator, Roles.Organiser, Roles.Door],
        [Operate] = [Roles.Administrator],
    };

    private static readonly string[] PublicFolders = ["/Site", "/Registrations", "/Accounts", "/Programme"];

    // Their links are the right to act.
    private static readonly string[] OpenPages = ["/Speakers/Answer"];

    private static readonly (string FolderOrPage, string Policy)[] Guarded =
    [
        ("/Organiser/Index", Figures),
        ("/Organiser/Registrations", Organise),
        ("/Organiser/Places", Organise),
        ("/Organiser/Programme", Plan),
        ("/Organiser/Workshops", Organise),
        ("/Organiser/Conferences", Organise),
        ("/Organiser/Mails", Organise),
        ("/Organiser/Reminders", Organise),
        ("/Organiser/Support", Support),
        ("/Door", Door),
        ("/Operations", Operate),
    ];

    public static void AddPageAccess(this IServiceCollection services)
    {
        var authorization = services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        foreach (var (policy, roles) in Policies) authorization.AddPolicy(policy, required => required.RequireRole(roles));

        services.Configure<RazorPagesOptions>(pages =>
        {
            pages.Conventions.AddPageRoute("/Accounts/SetPassword", Kongress.Shared.Addresses.StaffInvitation + "/{secret}");
            foreach (var folder in PublicFolders) pages.Conventions.AllowAnonymousToFolder(folder);
            foreach (var page in OpenPages) pages.Conventions.AllowAnonymousToPage(page);
            foreach (var (place, policy) in Guarded)
            {
                pages.Conventions.AuthorizeFolder(place, policy);
                pages.Conventions.AuthorizePage(place, policy);
            }
        });
    }
}
