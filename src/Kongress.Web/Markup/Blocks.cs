using Kongress.Shared;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.Routing;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Kongress.Web.Markup;

/// <summary><c>&lt;k-alert kind="info" title="…"&gt;…&lt;/k-alert&gt;</c>: info, success, warning or danger.</summary>
[HtmlTargetElement("k-alert")]
public sealed class KAlert : TagHelper
{
    public string Kind { get; set; } = "info";

    public string Title { get; set; } = "";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.TagName = "div";
        output.Attributes.SetAttribute("class", $"kern-alert kern-alert--{Kind}");
        output.Attributes.SetAttribute("role", Kind == "danger" ? "alert" : "status");
        var title = new TagBuilder("span");
        title.AddCssClass("kern-title");
        title.InnerHtml.Append(Title);
        output.Content.AppendHtml($"<div class=\"kern-alert__header\"><span class=\"kern-icon kern-icon--{Kind}\" aria-hidden=\"true\"></span>").AppendHtml(title).AppendHtml("</div>");
        if (!content.IsEmptyOrWhiteSpace) output.Content.AppendHtml("<div class=\"kern-alert__body\">").AppendHtml(content).AppendHtml("</div>");
    }
}

/// <summary><c>&lt;k-badge kind="success"&gt;Angemeldet&lt;/k-badge&gt;</c>: a state in words, symbol and colour.</summary>
[HtmlTargetElement("k-badge")]
public sealed class KBadge : TagHelper
{
    public string Kind { get; set; } = "info";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.TagName = "span";
        output.Attributes.SetAttribute("class", $"kern-badge kern-badge--{Kind}");
        output.Content.AppendHtml($"<span class=\"kern-icon kern-icon--{Kind}\" aria-hidden=\"true\"></span><span class=\"kern-label kern-label--small\">").AppendHtml(content).AppendHtml("</span>");
    }
}

/// <summary><c>&lt;k-button&gt;Weiter&lt;/k-button&gt;</c>: sends the form; <c>kind</c> primary, secondary or tertiary.</summary>
[HtmlTargetElement("k-button")]
public sealed class KButton : TagHelper
{
    public string Kind { get; set; } = "primary";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.TagName = "button";
        output.Attributes.SetAttribute("class", $"kern-btn kern-btn--{Kind}");
        if (!output.Attributes.ContainsName("type")) output.Attributes.SetAttribute("type", "submit");
        output.Content.AppendHtml("<span class=\"kern-label\">").AppendHtml(content).AppendHtml("</span>");
    }
}

/// <summary><c>&lt;k-steps current="1" total="3" label="Ihre Person" /&gt;</c></summary>
[HtmlTargetElement("k-steps", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class KSteps(IStringLocalizer<Texts> text) : TagHelper
{
    public int Current { get; set; }

    public int Total { get; set; }

    public string Label { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "kern-progress");
        var label = new TagBuilder("label");
        label.AddCssClass("kern-label");
        label.Attributes["for"] = "steps";
        label.InnerHtml.Append($"{text["Schritt {0} von {1}", Current, Total]}: {Label}");
        output.Content.AppendHtml(label).AppendHtml($"<progress id=\"steps\" value=\"{Current}\" max=\"{Total}\"></progress>");
    }
}

/// <summary><c>&lt;k-section title="…"&gt;</c>: a part of a form under its own heading.</summary>
[HtmlTargetElement("k-section")]
public sealed class KSection(IStringLocalizer<Texts> text) : TagHelper
{
    public string Title { get; set; } = "";

    public bool Optional { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.TagName = "section";
        var heading = new TagBuilder("h2");
        heading.AddCssClass("kern-heading-small");
        heading.InnerHtml.Append(Title);
        if (Optional) heading.InnerHtml.Append($" ({text["freiwillig"]})");
        output.Content.AppendHtml(heading).AppendHtml(content);
    }
}

/// <summary><c>&lt;k-empty title="…"&gt;</c>: nothing is here yet, and what to do about it.</summary>
[HtmlTargetElement("k-empty")]
public sealed class KEmpty : TagHelper
{
    public string Title { get; set; } = "";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.TagName = "div";
        output.Attributes.SetAttribute("class", "empty");
        var heading = new TagBuilder("h2");
        heading.AddCssClass("kern-heading-small");
        heading.InnerHtml.Append(Title);
        output.Content.AppendHtml(heading).AppendHtml(content);
    }
}

/// <summary><c>&lt;k-summary title="…" number="1" edit-page="Register"&gt;</c> around <c>&lt;k-fact name="…"&gt;</c>: what was entered, with the way back.</summary>
[HtmlTargetElement("k-summary")]
public sealed class KSummary(IStringLocalizer<Texts> text, IUrlHelperFactory urls) : TagHelper
{
    public string Title { get; set; } = "";

    public int? Number { get; set; }

    public string? EditPage { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        var id = "summary-" + context.UniqueId;
        output.TagName = "section";
        output.Attributes.SetAttribute("class", "kern-summary");
        output.Attributes.SetAttribute("aria-labelledby", id);
        var heading = new TagBuilder("h2");
        heading.AddCssClass("kern-title kern-summary__title-wrapper");
        heading.Attributes["id"] = id;
        if (Number is { } number) heading.InnerHtml.AppendHtml($"<span class=\"kern-number\">{number}</span> ");
        heading.InnerHtml.Append(Title);
        output.Content.AppendHtml("<div class=\"kern-summary__header\">").AppendHtml(heading).AppendHtml("</div><div class=\"kern-summary__body\"><dl class=\"kern-description-list\">").AppendHtml(content).AppendHtml("</dl>");
        if (EditPage is not null)
        {
            var link = new TagBuilder("a");
            link.AddCssClass("kern-link");
            link.Attributes["href"] = urls.GetUrlHelper(ViewContext).RouteUrl(new UrlRouteContext { Values = new { page = EditPage.StartsWith('/') ? EditPage : Sibling(EditPage) } });
            link.Attributes["aria-describedby"] = id;
            link.InnerHtml.AppendHtml("<span class=\"kern-icon kern-icon--edit\" aria-hidden=\"true\"></span>").Append(text["Bearbeiten"]);
            output.Content.AppendHtml(link);
        }

        output.Content.AppendHtml("</div>");
    }

    private string Sibling(string page)
    {
        var current = (string)ViewContext.RouteData.Values["page"]!;
        return current[..(current.LastIndexOf('/') + 1)] + page;
    }
}

/// <summary>A name and a value in a summary.</summary>
[HtmlTargetElement("k-fact")]
public sealed class KFact : TagHelper
{
    public string Name { get; set; } = "";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.TagName = "div";
        output.Attributes.SetAttribute("class", "kern-description-list-item");
        var name = new TagBuilder("dt");
        name.AddCssClass("kern-description-list-item__key");
        name.InnerHtml.Append(Name);
        output.Content.AppendHtml(name).AppendHtml("<dd class=\"kern-description-list-item__value\">").AppendHtml(content).AppendHtml("</dd>");
    }
}
