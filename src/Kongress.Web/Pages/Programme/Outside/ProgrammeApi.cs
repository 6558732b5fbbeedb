using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Kongress.Shared;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;

namespace Kongress.Web.Pages.Programme.Outside;

/// <summary>The released programme for programs of others: read only, version 1, described by its own openapi.json.</summary>
internal static class ProgrammeApi
{
    public const string Root = "/api/v1";
    private const string Document = "v1";

    public static void AddProgrammeApi(this IServiceCollection services)
    {
        services.AddSingleton<ReleasedFiles>().AddSingleton<ApiReader>();
        services.AddCors(OutsideReaders.AllowReading);
        services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
            options.SerializerOptions.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
            options.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
        });
        services.AddOpenApi(Document, options =>
        {
            options.ShouldInclude = description => description.RelativePath?.StartsWith(Root[1..] + "/", StringComparison.Ordinal) == true;
            options.CreateSchemaReferenceId = type => OpenApiOptions.CreateDefaultSchemaReferenceId(type) is { } id ? id.StartsWith("Api", StringComparison.Ordinal) ? id[3..] : id : null;
            options.AddDocumentTransformer((document, context, _) =>
            {
                document.Info = new OpenApiInfo
                {
                    Title = "Kongress: the programme",
                    Version = "1",
                    Description = "The released programme of the current congress. Read only, without a key, from every page. What is there stays; more may be added. Every answer has an ETag: send it back as If-None-Match.",
                };
                document.Servers = [new OpenApiServer { Url = context.ApplicationServices.GetRequiredService<IOptions<SiteOptions>>().Value.PublicUrl.TrimEnd('/') }];
                return Task.CompletedTask;
            });
        });
    }

    public static void MapProgrammeApi(this IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapOutside(Root);
        Map<ApiConference>(api, "/conference", "The current congress", view => view.Conference);
        Map<ApiSessions>(api, "/sessions", "All sessions", view => view.Sessions);
        MapOne<ApiSession>(api, "/sessions/{code}", "One session", (view, code) => view.SessionOf(code));
        Map<ApiSpeakers>(api, "/speakers", "Everybody on stage", view => view.Speakers);
        MapOne<ApiSpeaker>(api, "/speakers/{code}", "One person", (view, code) => view.SpeakerOf(code));
        Map<ApiRooms>(api, "/rooms", "The rooms", view => view.Rooms);
        Map<ApiRelease>(api, "/releases/current", "Which version is public", view => view.Release);
        api.MapOpenApi("/openapi.json");
    }

    private static void Map<T>(RouteGroupBuilder api, string pattern, string summary, Func<ApiView, T?> read) where T : class =>
        Describe<T>(api.MapReading(pattern, (ApiReader reader, CancellationToken ct) => reader.AnswerAsync(pattern, read, ct)), summary);

    private static void MapOne<T>(RouteGroupBuilder api, string pattern, string summary, Func<ApiView, string, T?> read) where T : class => Describe<T>(
        api.MapReading(pattern, (string code, ApiReader reader, CancellationToken ct) => reader.AnswerAsync(pattern.Replace("{code}", code.ToUpperInvariant(), StringComparison.Ordinal), view => read(view, code), ct)),
        summary);

    private static void Describe<T>(RouteHandlerBuilder endpoint, string summary) where T : class => endpoint
        .WithSummary(summary).WithTags("Programme").Produces<T>().Produces(StatusCodes.Status304NotModified).ProducesProblem(StatusCodes.Status404NotFound);
}
