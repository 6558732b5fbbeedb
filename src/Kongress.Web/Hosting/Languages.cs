using System.Text.Encodings.Web;
using System.Text.Unicode;
using Kongress.Shared;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;

namespace Kongress.Web.Hosting;

/// <summary>German by default; English by choice (a cookie) or by the browser's wish.</summary>
internal static class Languages
{
    public static void AddLanguages(this IServiceCollection services)
    {
        services.AddLocalization();
        // Umlauts as themselves instead of as entities: shorter pages, readable source.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.Configure<RequestLocalizationOptions>(options => options
            .SetDefaultCulture("de-DE")
            .AddSupportedCultures("de-DE", "en-GB")
            .AddSupportedUICultures("de", "en")
            .RequestCultureProviders.RemoveAt(0)); // never from the query: addresses are shared
        services.AddRazorPages(pages => pages.Conventions.ConfigureFilter(new KnownMethods())).AddDataAnnotationsLocalization(options => options.DataAnnotationLocalizerProvider = (_, factory) => factory.Create(typeof(Texts)));
        services.AddSingleton<IConfigureOptions<Microsoft.AspNetCore.Mvc.MvcOptions>, GermanBinding>();
        services.Configure<Microsoft.AspNetCore.Mvc.MvcOptions>(CleanBinding.Configure);
    }

    /// <summary>The link in the footer: keeps the choice for a year and goes back. A GET that only sets the reader's own preference.</summary>
    public static void MapLanguageChoice(this IEndpointRouteBuilder endpoints) => endpoints.MapGet("/sprache/{language}", (string language, string? zurueck, HttpContext http) =>
    {
        var english = language == Language.English;
        http.Response.Cookies.Append(
            CookieRequestCultureProvider.DefaultCookieName,
            CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(english ? "en-GB" : "de-DE", english ? "en" : "de")),
            new CookieOptions { MaxAge = TimeSpan.FromDays(365), HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps });
        return Results.LocalRedirect(zurueck is ['/', not ('/' or '\\'), ..] ? zurueck : "/");
    }).AllowAnonymous();

    // What the framework says about values that cannot be read, in our words.
    private sealed class GermanBinding(Microsoft.Extensions.Localization.IStringLocalizer<Texts> text) : IConfigureOptions<Microsoft.AspNetCore.Mvc.MvcOptions>
    {
        public void Configure(Microsoft.AspNetCore.Mvc.MvcOptions options)
        {
            var messages = options.ModelBindingMessageProvider;
            messages.SetValueIsInvalidAccessor(value => text["„{0}“ ist hier nicht möglich.", value]);
            messages.SetAttemptedValueIsInvalidAccessor((value, _) => text["„{0}“ ist hier nicht möglich.", value]);
            messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => text["„{0}“ ist hier nicht möglich.", value]);
            messages.SetUnknownValueIsInvalidAccessor(_ => text["Diese Angabe ist hier nicht möglich."]);
            messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => text["Diese Angabe ist hier nicht möglich."]);
            messages.SetValueMustNotBeNullAccessor(_ => text["Bitte füllen Sie dieses Feld aus."]);
            messages.SetMissingBindRequiredValueAccessor(_ => text["Bitte füllen Sie dieses Feld aus."]);
            messages.SetMissingKeyOrValueAccessor(() => text["Bitte füllen Sie dieses Feld aus."]);
            messages.SetValueMustBeANumberAccessor(_ => text["Bitte geben Sie eine Zahl ein."]);
            messages.SetNonPropertyValueMustBeANumberAccessor(() => text["Bitte geben Sie eine Zahl ein."]);
        }
    }
}
