namespace Kongress.Web.Hosting;

/// <summary>What every answer tells the browser to refuse. Nothing is loaded from elsewhere, nothing runs inline.</summary>
internal static class SecurityHeaders
{
    private const string ScriptsOfPages = "default-src 'none'; script-src 'self'";

    private const string Rest =
        "; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; " +
        "worker-src 'self'; media-src 'self'; frame-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    // The dashboard of Hangfire brings inline style and script of its own; administrators only.
    private const string DashboardPolicy = "default-src 'self'; style-src 'self' 'unsafe-inline'; script-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'";

    // A mail is shown in a sandboxed frame: its inline style, its pictures, and nothing that runs.
    private const string MailPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'self'; sandbox";

    private const string Normal = ScriptsOfPages + Rest;

    // The reader of QR codes is WebAssembly; needed at the door and nowhere else.
    private const string WithWasm = ScriptsOfPages + " 'wasm-unsafe-eval'" + Rest;

    public const string JobsPath = "/betrieb/jobs";
    public const string MailHtmlSuffix = "/html";

    public static void UseSecurityHeaders(this WebApplication app) => app.Use((http, next) =>
    {
        var path = http.Request.Path;
        var isDoor = path.StartsWithSegments(Shared.Addresses.Door);
        var headers = http.Response.Headers;
        var isMail = path.StartsWithSegments("/organisation/postausgang") && path.Value!.EndsWith(MailHtmlSuffix, StringComparison.Ordinal);
        headers.ContentSecurityPolicy = path.StartsWithSegments(JobsPath) ? DashboardPolicy : isMail ? MailPolicy : isDoor ? WithWasm : Normal;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = CarriesSecret(path) ? "no-referrer" : "same-origin";
        headers["Permissions-Policy"] = $"camera={(isDoor ? "(self)" : "()")}, geolocation=(), microphone=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        http.Response.OnStarting(() =>
        {
            // What belongs to a person, or carries a secret, stays in no cache.
            if (http.User.Identity?.IsAuthenticated == true || CarriesSecret(path) || path.StartsWithSegments(Shared.Addresses.Register))
            {
                if (!IsAsset(path)) headers.CacheControl = "no-store";
            }

            return Task.CompletedTask;
        });
        return next();
    });

    private static bool IsAsset(PathString path) => path.StartsWithSegments("/lib");

    private static bool CarriesSecret(PathString path) =>
        path.StartsWithSegments(Shared.Addresses.ConfirmRegistration) || path.StartsWithSegments(Shared.Addresses.Offer) || path.StartsWithSegments(Shared.Addresses.Answer)
        || path.StartsWithSegments(Shared.Addresses.SignIn) || path.StartsWithSegments(Shared.Addresses.SetUp)
        || path.StartsWithSegments(Shared.Addresses.Agenda);
}
