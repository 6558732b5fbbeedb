using System.Collections;
using Kongress.Shared;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Kongress.Web.Markup;

/// <summary><c>&lt;k-check for="Input.NoPhoto" /&gt;</c>: one box.</summary>
[HtmlTargetElement("k-check", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class KCheck(IStringLocalizer<Texts> text) : Field(text)
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var inGroup = context.Items.ContainsKey(typeof(KGroup));
        var box = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        box.AddCssClass("kern-form-check__checkbox");
        Tie(box);
        if (inGroup) box.Attributes.Remove("aria-describedby");
        box.Attributes["type"] = "checkbox";
        box.Attributes["value"] = "true";
        if (Typed?.Split(',')[0] is "true" or "True") box.Attributes["checked"] = "checked";
        // An empty box sends nothing; the hidden twin says that it was there.
        var twin = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        twin.Attributes["type"] = "hidden";
        twin.Attributes["name"] = Name;
        twin.Attributes["value"] = "false";
        var row = new TagBuilder("div");
        row.AddCssClass("kern-form-check");
        row.InnerHtml.AppendHtml(box).AppendHtml(LabelTag(withOptional: false)).AppendHtml(twin);
        if (inGroup)
        {
            output.TagName = null;
            output.Content.SetHtmlContent(row);
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        if (ErrorText is not null) output.Attributes.SetAttribute("class", "kern-form-check--error");
        output.Content.AppendHtml(row).AppendHtml(HintTag()).AppendHtml(ErrorTag());
    }
}

/// <summary><c>&lt;k-group for="Input.Day1" legend="…"&gt;</c>: boxes that belong together; shows the error of <c>for</c>.</summary>
[HtmlTargetElement("k-group")]
public sealed class KGroup(IStringLocalizer<Texts> text) : Field(text)
{
    public string Legend { get; set; } = "";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        context.Items[typeof(KGroup)] = this;
        var content = await output.GetChildContentAsync();
        context.Items.Remove(typeof(KGroup));
        Fieldsets.Write(output, Legend, DescribedBy, ErrorText is not null, HintTag(), content, ErrorTag());
    }
}

/// <summary><c>&lt;k-radios for="Input.Level" items="…" /&gt;</c>: one of several.</summary>
[HtmlTargetElement("k-radios", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class KRadios(IStringLocalizer<Texts> text) : Field(text)
{
    public IEnumerable<SelectListItem> Items { get; set; } = [];

    public override void Process(TagHelperContext context, TagHelperOutput output) => Fieldsets.Write(
        output, LabelText, DescribedBy, ErrorText is not null, HintTag(), Fieldsets.Choices("radio", Id, Name, Items, value => value == Typed), ErrorTag());
}

/// <summary><c>&lt;k-checks for="Input.Needs" items="…" legend="…" /&gt;</c>: any of several.</summary>
[HtmlTargetElement("k-checks", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class KChecks(IStringLocalizer<Texts> text) : Field(text)
{
    public IEnumerable<SelectListItem> Items { get; set; } = [];

    public string? Legend { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var chosen = ViewContext.ModelState.TryGetValue(Name, out var entry) && entry.RawValue is not null
            ? (entry.RawValue as string[] ?? [entry.RawValue.ToString()!]).ToHashSet(StringComparer.Ordinal)
            : (For.Model as IEnumerable)?.OfType<object>().Select(value => value.ToString()!).ToHashSet(StringComparer.Ordinal) ?? [];
        Fieldsets.Write(output, Legend ?? LabelText, DescribedBy, ErrorText is not null, HintTag(), Fieldsets.Choices("checkbox", Id, Name, Items, chosen.Contains), ErrorTag());
    }
}

internal static class Fieldsets
{
    public static void Write(TagHelperOutput output, string legend, string? describedBy, bool isWrong, IHtmlContent hint, IHtmlContent choices, IHtmlContent error)
    {
        output.TagName = "fieldset";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", isWrong ? "kern-fieldset kern-fieldset--error" : "kern-fieldset");
        if (describedBy is not null) output.Attributes.SetAttribute("aria-describedby", describedBy);
        var head = new TagBuilder("legend");
        head.AddCssClass("kern-label");
        head.InnerHtml.Append(legend);
        var body = new TagBuilder("div");
        body.AddCssClass("kern-fieldset__body");
        body.InnerHtml.AppendHtml(choices);
        output.Content.Clear();
        output.Content.AppendHtml(head).AppendHtml(hint).AppendHtml(body).AppendHtml(error);
    }

    /// <summary>The first choice carries the field's own id, so that the error summary can lead to it.</summary>
    public static IHtmlContent Choices(string type, string id, string name, IEnumerable<SelectListItem> items, Func<string, bool> isChosen)
    {
        var all = new HtmlContentBuilder();
        var number = 0;
        foreach (var item in items)
        {
            var itemId = number++ == 0 ? id : $"{id}_{number}";
            var box = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
            box.AddCssClass(type == "radio" ? "kern-form-check__radio" : "kern-form-check__checkbox");
            box.Attributes["type"] = type;
            box.Attributes["id"] = itemId;
            box.Attributes["name"] = name;
            box.Attributes["value"] = item.Value;
            if (isChosen(item.Value)) box.Attributes["checked"] = "checked";
            var label = new TagBuilder("label");
            label.AddCssClass("kern-label");
            label.Attributes["for"] = itemId;
            label.InnerHtml.Append(item.Text);
            var row = new TagBuilder("div");
            row.AddCssClass("kern-form-check");
            row.InnerHtml.AppendHtml(box).AppendHtml(label);
            all.AppendHtml(row);
        }

        return all;
    }
}
