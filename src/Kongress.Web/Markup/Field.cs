using System.Text.Encodings.Web;
using Kongress.Shared;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Kongress.Web.Markup;

/// <summary>A form field in KERN's markup: label, hint, control and error, tied together for screen readers.</summary>
/// <remarks>The label is the property's <c>[Display(Name)]</c>, translated, or the attribute; what is not required says "Optional".</remarks>
public abstract class Field(IStringLocalizer<Texts> text) : TagHelper
{
    [HtmlAttributeName("for")]
    public ModelExpression For { get; set; } = null!;

    public string? Hint { get; set; }

    public string? Label { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>Says where the field stands, before what is inside it does.</summary>
    public override void Init(TagHelperContext context) => FieldPlaces.Of(ViewContext).Note(Id);

    protected IStringLocalizer<Texts> Text => text;

    protected string Name => ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);

    protected string Id => TagBuilder.CreateSanitizedId(Name, "_");

    protected string? ErrorText => ViewContext.ModelState.TryGetValue(Name, out var entry) && entry.Errors.Count > 0
        ? entry.Errors[0].ErrorMessage is { Length: > 0 } message ? message : text["Bitte prüfen Sie diese Angabe."]
        : null;

    /// <summary>What the person typed, else the value of the model.</summary>
    protected string? Typed => ViewContext.ModelState.TryGetValue(Name, out var entry) && entry.AttemptedValue is { } typed
        ? typed
        : For.ModelExplorer.GetSimpleDisplayTextOrNull();

    protected string LabelText => Label ?? (For.Metadata.DisplayName is { } name ? text[name] : For.Name);

    protected bool IsOptional => !For.Metadata.IsRequired && !For.Metadata.ValidatorMetadata.OfType<System.ComponentModel.DataAnnotations.RequiredAttribute>().Any();

    /// <summary>The ids of hint and error, for aria-describedby; null when there is neither.</summary>
    protected string? DescribedBy
    {
        get
        {
            var ids = new List<string>(2);
            if (Hint is { Length: > 0 }) ids.Add(Id + "-hint");
            if (ErrorText is not null) ids.Add(Id + "-error");
            return ids.Count == 0 ? null : string.Join(' ', ids);
        }
    }

    protected TagBuilder LabelTag(bool withOptional)
    {
        var label = new TagBuilder("label");
        label.AddCssClass("kern-label");
        label.Attributes["for"] = Id;
        label.InnerHtml.Append(LabelText);
        if (withOptional && IsOptional) label.InnerHtml.AppendHtml(OptionalTag());
        return label;
    }

    protected IHtmlContent OptionalTag() => new HtmlString($" <span class=\"kern-label__optional\">– {HtmlEncoder.Default.Encode(text["Optional"])}</span>");

    protected IHtmlContent HintTag()
    {
        if (Hint is not { Length: > 0 }) return HtmlString.Empty;
        var hint = new TagBuilder("div");
        hint.AddCssClass("kern-hint");
        hint.Attributes["id"] = Id + "-hint";
        hint.InnerHtml.Append(Hint);
        return hint;
    }

    protected IHtmlContent ErrorTag()
    {
        if (ErrorText is not { } message) return HtmlString.Empty;
        var error = new TagBuilder("p");
        error.AddCssClass("kern-error");
        error.Attributes["id"] = Id + "-error";
        error.InnerHtml.AppendHtml("<span class=\"kern-icon kern-icon--danger\" aria-hidden=\"true\"></span>");
        var body = new TagBuilder("span");
        body.AddCssClass("kern-body");
        body.InnerHtml.Append(message);
        error.InnerHtml.AppendHtml(body);
        return error;
    }

    /// <summary>Sets what every control carries: id, name, description and whether it is wrong.</summary>
    protected void Tie(TagBuilder control)
    {
        control.Attributes["id"] = Id;
        control.Attributes["name"] = Name;
        if (DescribedBy is { } ids) control.Attributes["aria-describedby"] = ids;
        if (ErrorText is not null) control.Attributes["aria-invalid"] = "true";
    }

    protected void Wrap(TagHelperOutput output, string block, params IHtmlContent[] parts)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        var given = output.Attributes["class"]?.Value?.ToString();
        output.Attributes.SetAttribute("class", string.Join(' ', new[] { block, ErrorText is null ? null : block + "--error", given }.Where(c => c is { Length: > 0 })));
        output.Content.Clear();
        foreach (var part in parts) output.Content.AppendHtml(part);
    }
}

file static class ModelExplorerValues
{
    public static string? GetSimpleDisplayTextOrNull(this ModelExplorer explorer) => explorer.Model switch
    {
        null => null,
        DateOnly day => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture),
        DateTime local => local.ToString("yyyy-MM-ddTHH:mm", System.Globalization.CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        var other => other.ToString(),
    };
}
