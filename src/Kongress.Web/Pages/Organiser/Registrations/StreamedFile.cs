using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Kongress.Web.Pages.Organiser.Registrations;

/// <summary>A file that is written while it is sent.</summary>
internal sealed class StreamedFile(string name, string mediaType, Func<Stream, Task> write) : IActionResult
{
    public Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.ContentType = mediaType;
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = name }.ToString();
        response.Headers.CacheControl = "no-store";
        return write(response.Body);
    }
}
