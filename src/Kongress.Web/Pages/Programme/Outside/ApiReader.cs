using System.Text.Json;
using Kongress.Shared;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Kongress.Web.Pages.Programme.Outside;

/// <summary>Answers the questions of the API from the released programme.</summary>
internal sealed class ApiReader(ReleasedFiles released, IOptions<SiteOptions> site, IOptions<JsonOptions> json, IStringLocalizer<Texts> text)
{
    /// <param name="path">What is asked for, below the API's root.</param>
    /// <param name="read">Null: there is no such thing.</param>
    public async Task<IResult> AnswerAsync<T>(string path, Func<ApiView, T?> read, CancellationToken ct) where T : class
    {
        var file = await released.FindAsync(
            ProgrammeApi.Root + path,
            programme => Task.FromResult(read(new ApiView(programme, site.Value.PublicUrl)) is { } answer ? JsonSerializer.SerializeToUtf8Bytes(answer, json.Value.SerializerOptions) : null),
            ct);
        if (file is not null) return file.Answer("application/json; charset=utf-8");
        var isReleased = await released.IsReleasedAsync(ct);
        return Results.Problem(title: isReleased ? text["Das gibt es im veröffentlichten Programm nicht."] : text["Noch ist kein Programm veröffentlicht."], statusCode: StatusCodes.Status404NotFound);
    }
}
