using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Kongress.Tests.Security;

/// <summary>A form as a browser would send it, and what somebody could send instead.</summary>
/// <param name="Values">What stands in the fields now, the token included.</param>
/// <param name="Names">All that can be filled in, boxes that are not ticked included.</param>
/// <param name="Targets">Where its buttons send it.</param>
internal sealed record Form(IReadOnlyList<KeyValuePair<string, string>> Values, IReadOnlyList<string> Names, IReadOnlyList<string> Targets)
{
    private const string TokenName = "__RequestVerificationToken";

    public string Token => Values.First(v => v.Key == TokenName).Value;

    /// <summary>The first form of the page.</summary>
    public static async Task<Form> OfAsync(HttpClient visitor, string path, CancellationToken ct) => (await AllAsync(visitor, path, ct))[0];

    /// <summary>The forms that post, without the sign-out at the top; empty where the page shows none.</summary>
    public static async Task<IReadOnlyList<Form>> AllAsync(HttpClient visitor, string path, CancellationToken ct)
    {
        using var answer = await visitor.GetAsync(path, ct);
        var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(ct));
        return [.. page.QuerySelectorAll("main form[method=post]").OfType<IHtmlFormElement>().Select(form => Read(form, path))];
    }

    /// <summary>Opens a page, fills in some fields of its first form and presses its first button.</summary>
    public static async Task<HttpResponseMessage> SendAsync(HttpClient visitor, string path, CancellationToken ct, params (string Name, string Value)[] fields)
    {
        var form = await OfAsync(visitor, path, ct);
        using var content = new FormUrlEncodedContent(form.Values.Where(v => fields.All(f => f.Name != v.Key)).Concat(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))));
        return await visitor.PostAsync(form.Targets[0], content, ct);
    }

    /// <summary>The same with the first form of which a button leads to an address with this part.</summary>
    public static async Task<HttpResponseMessage> SendAsync(HttpClient visitor, string path, string target, CancellationToken ct, params (string Name, string Value)[] fields)
    {
        var form = (await AllAsync(visitor, path, ct)).First(f => f.Targets.Any(t => t.Contains(target, StringComparison.Ordinal)));
        using var content = new FormUrlEncodedContent(form.Values.Where(v => fields.All(f => f.Name != v.Key)).Concat(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))));
        return await visitor.PostAsync(form.Targets.First(t => t.Contains(target, StringComparison.Ordinal)), content, ct);
    }

    /// <summary>The fields with one of them changed; a null value leaves it out.</summary>
    public List<KeyValuePair<string, string>> With(string name, string? value) =>
        [.. Values.Where(v => v.Key != name), .. value is null ? Array.Empty<KeyValuePair<string, string>>() : [new(name, value)]];

    /// <summary>The same text in every field.</summary>
    public List<KeyValuePair<string, string>> WithAll(string value) => [.. Values.Where(v => !Names.Contains(v.Key)), .. Names.Select(name => KeyValuePair.Create(name, value))];

    /// <summary>The form with its empty fields filled in, and with fields that only scripts send.</summary>
    public Form Filled(IReadOnlyDictionary<string, string> values, params string[] more) => this with
    {
        Names = [.. Names.Union(more)],
        Values = [.. Values.Where(v => v.Value.Length > 0 || !values.ContainsKey(v.Key)), .. Names.Union(more).Where(name => values.ContainsKey(name) && !Values.Any(v => v.Key == name && v.Value.Length > 0)).Select(name => KeyValuePair.Create(name, values[name]))],
    };

    private static Form Read(IHtmlFormElement form, string path)
    {
        var fields = form.Elements.OfType<IHtmlElement>().Where(e => e is not IHtmlButtonElement && e.GetAttribute("name") is { Length: > 0 }).ToList();
        var targets = form.QuerySelectorAll("button[type=submit], button:not([type])")
            .Select(button => (button.GetAttribute("formaction") ?? form.GetAttribute("action")) is { Length: > 0 } target ? target : path);
        return new Form(
            [.. fields.Select(Value).OfType<KeyValuePair<string, string>>()],
            [.. fields.Select(field => field.GetAttribute("name")!).Distinct().Where(name => name != TokenName)],
            [.. targets.Distinct()]);
    }

    private static KeyValuePair<string, string>? Value(IHtmlElement field) => field switch
    {
        IHtmlInputElement input when input.Type is not ("checkbox" or "radio") || input.IsChecked => new(input.Name!, input.Value),
        IHtmlTextAreaElement area => new(area.Name!, area.Value),
        IHtmlSelectElement select => new(select.Name!, select.Value ?? ""),
        _ => null,
    };
}
