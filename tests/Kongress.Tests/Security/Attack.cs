using System.Globalization;
using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Kongress.Tests.Hosting;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Kongress.Tests.Security;

/// <summary>Sends every form of a page in every wrong way, one field at a time, and notes what the product did wrong.</summary>
internal sealed class Attack(World world, Crowd crowd) : IDisposable
{
    /// <summary>What stands in the fields that are not attacked, where the page leaves them empty.</summary>
    private static readonly Dictionary<string, string> Right = new()
    {
        ["Input.Email"] = "vertretung@bund.de",
        ["Input.Person.Title"] = "Dr.",
        ["Input.Person.GivenName"] = "Jürgen",
        ["Input.Person.FamilyName"] = "Özil",
        ["Input.Person.Organisation"] = "Stadt Köln",
        ["Input.Person.Function"] = "Referent",
        ["Input.Person.Level"] = "Kommune",
        ["Input.Person.Land"] = "NordrheinWestfalen",
        ["Input.DietNote"] = "Erdnuss",
        ["Input.HealthConsent"] = "true",
        ["Input.Text"] = "Die Tabelle ist nicht lesbar.",
        ["Input.Name"] = "Jürgen Özil",
        ["Input.Password"] = World.Password,
        ["Input.Code"] = "123456",
        ["Input.Reason"] = "Ein Grund",
        ["Input.Roles"] = "Door",
        ["reason"] = "Falsche Person",
        ["Reason"] = "Steht auf der Gästeliste",
        ["Code"] = "GIBTESNICHT",
        ["Device"] = "Eingang Nord",
        ["Method"] = "Camera",
        ["ScannedAt"] = "2026-11-24T11:00:00Z",
        ["Input.Number"] = "15",
        ["Input.HostLand"] = "Hessen",
        ["Input.Host"] = "Ministerium",
        ["Input.VenueName"] = "Kurhaus",
        ["Input.VenueAddress"] = "Kurhausplatz 1",
        ["Input.Days[0].Date"] = "2027-03-27",
        ["Input.Days[0].DoorsOpenAt"] = "09:30",
        ["Input.Days[0].StartsAt"] = "11:00",
        ["Input.Days[0].EndsAt"] = "18:00",
        ["Input.Capacity"] = "600",
        ["Input.ContactEmail"] = "kongress@land.example",
    };

    private const string Nothing = "nothing hostile";

    // Invisible to people: what stands there is nobody's work.
    private const string ForMachines = "Website";

    private readonly Rewind rewind = new(world.Office.Database);
    private readonly IModel model = ModelOf(world.Office.Database);
    private readonly List<string> wrong = [];
    private readonly SortedSet<string> targets = new(StringComparer.Ordinal);

    /// <summary>1: each field gets each text. Else one in so many, in turn: the many forms of the desk together meet every text often enough.</summary>
    public int OneIn { get; init; } = 1;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>What was attacked, as the table of endpoints names it.</summary>
    public IEnumerable<string> Attacked => targets;

    public string Report => string.Join('\n', wrong.Distinct().Take(40));

    /// <param name="jar">What the person has done before.</param>
    /// <param name="page">Null: the address of the route in the <see cref="World"/>.</param>
    /// <param name="handlers">Handlers that scripts send the same fields to, besides those of the buttons.</param>
    /// <param name="fields">Fields that only scripts send.</param>
    public async Task OnAsync(CookieContainer jar, string route, Guid? account = null, string? role = null, string? page = null, string[]? handlers = null, string[]? fields = null)
    {
        page ??= world.Address(route);
        string[] roles = role is null ? [] : [role];
        // The token of a form comes with a cookie, which the frozen browser has to send too.
        using (var first = crowd.Visitor(jar, account, roles)) (await first.GetAsync(page, Ct)).Dispose();
        using var visitor = crowd.Frozen(jar, page, account, roles);
        var forms = await Form.AllAsync(visitor, page, Ct);
        if (forms.Count == 0) wrong.Add($"{route} shows no form");
        // A button's own form holds what its handler wants.
        var shown = forms.SelectMany(form => form.Targets).Select(target => Name(route, target)).ToHashSet(StringComparer.Ordinal);
        var others = (handlers ?? []).Select(handler => page.Split('?') is [var path, var query] ? $"{path}?handler={handler}&{query}" : $"{page}?handler={handler}").Where(target => !shown.Contains(Name(route, target))).ToList();
        foreach (var form in forms.DistinctBy(form => string.Join('|', form.Names.Concat(form.Targets))))
        {
            foreach (var target in form.Targets.Concat(others))
            {
                targets.Add(Name(route, target));
                await OnFormAsync(visitor, form.Filled(Right, fields ?? []), target);
            }
        }
    }

    /// <summary>The same for what is asked by address.</summary>
    public async Task OnQueryAsync(HttpClient visitor, string path, params string[] names)
    {
        var join = path.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        var queries = names.SelectMany(name => Hostile.InAddresses.Select(text => $"{name}={Uri.EscapeDataString(text)}").Concat(Pairs(Hostile.Pairs.Concat(Hostile.Fragments), name)));
        foreach (var query in queries)
        {
            using var answer = await visitor.GetAsync(path + join + query, Ct);
            Judge(answer, $"GET {path}{join}{query[..Math.Min(query.Length, 80)]}");
            var page = await answer.Content.ReadAsStringAsync(Ct);
            if (page.Contains("<script>alert", StringComparison.Ordinal) || page.Contains("<img src=x", StringComparison.Ordinal)) wrong.Add($"{path} {query}: markup came back as markup");
        }

        await RewindAsync("GET " + path);
    }

    public void Dispose() => rewind.Dispose();

    private async Task OnFormAsync(HttpClient visitor, Form form, string target)
    {
        await SendAsync(visitor, target, form.Values, Nothing);
        foreach (var (number, name) in form.Names.Index())
        {
            foreach (var text in Hostile.Texts.Where((_, i) => (i + number) % OneIn == 0)) await SendAsync(visitor, target, form.With(name, text), $"{name} = {Short(text)}");
            foreach (var pair in Pairs(Hostile.Pairs, name)) await SendAsync(visitor, target, form.With(name, null), pair, pair);
        }

        foreach (var text in Hostile.Huge) await SendAsync(visitor, target, form.WithAll(text), $"all fields = {Short(text)}");
        var first = form.Names.Count > 0 ? form.Names[0] : "x";
        foreach (var fragment in Pairs(Hostile.Fragments, first)) await SendAsync(visitor, target, form.With(first, null), fragment, fragment);
        foreach (var content in Hostile.Contents(first))
        {
            using var sent = content;
            await SendAsync(visitor, target, sent, sent.Headers.ToString().ReplaceLineEndings(" "), [], form.Token);
        }
    }

    /// <param name="more">Written behind the fields as it stands.</param>
    private async Task SendAsync(HttpClient visitor, string target, IReadOnlyList<KeyValuePair<string, string>> values, string what, string? more = null)
    {
        var fields = values.Select(v => $"{Uri.EscapeDataString(v.Key)}={Uri.EscapeDataString(v.Value)}");
        using var content = new StringContent(string.Join('&', more is null ? fields : fields.Append(more)), Encoding.UTF8, "application/x-www-form-urlencoded");
        await SendAsync(visitor, target, content, what, more is null ? values : []);
    }

    private async Task SendAsync(HttpClient visitor, string target, HttpContent content, string what, IReadOnlyList<KeyValuePair<string, string>> typed, string? token = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, target) { Content = content };
        if (token is not null) request.Headers.Add("RequestVerificationToken", token);
        using var answer = await visitor.SendAsync(request, Ct);
        Judge(answer, $"POST {target}: {what}");
        if (what == Nothing && answer.StatusCode is HttpStatusCode.BadRequest) wrong.Add($"{target}: the attack begins with a form that is wrong already");
        if (answer.StatusCode is HttpStatusCode.OK && typed.Count > 0) await FindAgainAsync(answer, $"{target}: {what}", typed);
        await RewindAsync($"{target}: {what}");
    }

    private void Judge(HttpResponseMessage answer, string what)
    {
        if ((int)answer.StatusCode < 500) return;
        var cause = crowd.Log.LastOrDefault(line => line.Contains("Exception", StringComparison.Ordinal))?.Split('\n').Where(line => line.Contains("Exception", StringComparison.Ordinal) || line.Contains("Kongress.", StringComparison.Ordinal)).Take(3);
        wrong.Add($"{what}: {(int)answer.StatusCode} {string.Join(" | ", cause ?? [])}");
    }

    /// <summary>A page that says what is wrong still shows what was typed, as text.</summary>
    private async Task FindAgainAsync(HttpResponseMessage answer, string what, IReadOnlyList<KeyValuePair<string, string>> typed)
    {
        var html = await answer.Content.ReadAsStringAsync(Ct);
        if (!html.Contains("errors", StringComparison.Ordinal)) return;
        var page = new HtmlParser().ParseDocument(html);
        // The door takes an attempt as it comes and clears the field for the next person.
        if (page.QuerySelector(".errors") is null || page.QuerySelector(".door") is not null) return;
        var fields = page.QuerySelectorAll("main input:not([type=hidden]):not([type=file]):not([type=checkbox]):not([type=radio]):not([type=password]):not([readonly]), main textarea");
        foreach (var fieldsOfName in fields.GroupBy(field => field.GetAttribute("name")).Where(group => group.Key != ForMachines))
        {
            if (typed.FirstOrDefault(v => v.Key == fieldsOfName.Key).Value is not { } value || value.Any(char.IsControl)) continue;
            var shown = fieldsOfName.Select(field => field is IHtmlTextAreaElement area ? area.TextContent : field.GetAttribute("value") ?? "").ToList();
            if (!shown.Contains(value)) wrong.Add($"{what}: {fieldsOfName.Key} shows {Short(shown[0])} instead of {Short(value)}");
        }
    }

    private async Task RewindAsync(string what)
    {
        if (!rewind.IsChanged) return;
        wrong.AddRange((await Stored.ProblemsAsync(rewind, model, Ct)).Select(problem => $"{what}: {problem}"));
        rewind.Back();
        crowd.ForgetWhatIsInMemory();
    }

    private static IModel ModelOf(TestDatabase database)
    {
        using var db = database.Open();
        return db.Model;
    }

    private static IEnumerable<string> Pairs(IEnumerable<string> pairs, string name) => pairs.Select(pair => string.Format(CultureInfo.InvariantCulture, pair, Uri.EscapeDataString(name)));

    private static string Name(string route, string target)
    {
        var handler = target.Split("handler=") is [_, var named] ? named.Split('&')[0] : route.EndsWith("{handler?}", StringComparison.Ordinal) ? target[(target.LastIndexOf('/') + 1)..] : null;
        return $"POST {route}{(handler is null ? "" : "?handler=" + handler)}";
    }

    private static string Short(string? text) => text is null ? "(missing)" : $"\"{string.Concat(text.Take(40).Select(c => char.IsControl(c) || char.IsSurrogate(c) ? $"\\u{(int)c:X4}" : c.ToString()))}\" ({text.Length})";
}
