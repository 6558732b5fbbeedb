using System.Text.Encodings.Web;
using Kongress.Shared;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Kongress.Web.Markup;

/// <summary><c>&lt;k-error-summary /&gt;</c>: what is wrong, with a link to each field, in the order of the fields on the page; takes the focus. Nothing when all is well.</summary>
/// <remarks>What concerns no field of the page comes first and is no link.</remarks>
[HtmlTargetElement("k-error-summary", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class KErrorSummary(IStringLocalizer<Texts> text) : TagHelper
{
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var faults = ViewContext.ModelState.Where(entry => entry.Value!.Errors.Count > 0)
            .Select(entry => new Fault(
                TagBuilder.CreateSanitizedId(entry.Key, "_"),
                entry.Value!.Errors[0].ErrorMessage is { Length: > 0 } message ? message : text["Bitte prüfen Sie diese Angabe."].Value))
            .ToList();
        if (faults.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        ViewContext.ViewData["HasErrors"] = true;
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "errors");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("data-errors", "");
        output.Attributes.SetAttribute("aria-labelledby", "errors-title");
        var heading = new TagBuilder("h2");
        heading.AddCssClass("kern-heading-small");
        heading.Attributes["id"] = "errors-title";
        heading.InnerHtml.Append(faults.Count == 1 ? text["Bitte prüfen Sie eine Angabe"] : text["Bitte prüfen Sie {0} Angaben", faults.Count]);
        output.Content.AppendHtml(heading).AppendHtml(new FaultList(faults, FieldPlaces.Of(ViewContext)));
    }

    private sealed record Fault(string Id, string Message);

    // Written when the whole page is put together, and so after every field has said where it stands.
    private sealed class FaultList(IReadOnlyList<Fault> faults, FieldPlaces places) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder)
        {
            var list = new TagBuilder("ul");
            foreach (var (fault, place) in faults.Select(fault => (fault, Place: places.PlaceOf(fault.Id))).OrderBy(f => f.Place ?? -1))
            {
                var item = new TagBuilder("li");
                if (place is null)
                {
                    item.InnerHtml.Append(fault.Message);
                }
                else
                {
                    var link = new TagBuilder("a");
                    link.Attributes["href"] = "#" + fault.Id;
                    link.InnerHtml.Append(fault.Message);
                    item.InnerHtml.AppendHtml(link);
                }

                list.InnerHtml.AppendHtml(item);
            }

            list.WriteTo(writer, encoder);
        }
    }
}

/// <summary>Which fields the page has so far, in the order in which they were written; one for each answer.</summary>
internal sealed class FieldPlaces
{
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);

    public static FieldPlaces Of(ViewContext context)
    {
        if (context.HttpContext.Items[typeof(FieldPlaces)] is FieldPlaces known) return known;
        var places = new FieldPlaces();
        context.HttpContext.Items[typeof(FieldPlaces)] = places;
        return places;
    }

    public void Note(string id) => places.TryAdd(id, places.Count);

    public int? PlaceOf(string id) => places.TryGetValue(id, out var place) ? place : null;
}

/// <summary>A control that a page writes by hand says where it stands, as the fields do.</summary>
[HtmlTargetElement("input", Attributes = "id"), HtmlTargetElement("select", Attributes = "id"), HtmlTargetElement("textarea", Attributes = "id")]
public sealed class PlainField : TagHelper
{
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (context.AllAttributes["id"].Value?.ToString() is { } id) FieldPlaces.Of(ViewContext).Note(id);
    }
}
