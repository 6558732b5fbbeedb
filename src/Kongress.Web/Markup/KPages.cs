using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.AspNetCore.WebUtilities;

namespace Kongress.Web.Markup;

/// <summary><c>&lt;k-pages current="2" total="16" /&gt;</c>: the pages of a list; keeps the rest of the query as <c>seite</c> changes.</summary>
[HtmlTargetElement("k-pages", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class KPages : TagHelper
{
    public int Current { get; set; }

    public int Total { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Total < 2)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "pages");
        output.Attributes.SetAttribute("aria-label", "Seiten");
        var list = new TagBuilder("ul");
        if (Current > 1) list.InnerHtml.AppendHtml(Item(Current - 1, "Zurück", "prev"));
        var shown = Enumerable.Range(1, Total).Where(n => n == 1 || n == Total || Math.Abs(n - Current) <= 2).ToList();
        for (var i = 0; i < shown.Count; i++)
        {
            if (i > 0 && shown[i] > shown[i - 1] + 1) list.InnerHtml.AppendHtml("<li aria-hidden=\"true\">…</li>");
            list.InnerHtml.AppendHtml(Item(shown[i], shown[i].ToString(System.Globalization.CultureInfo.InvariantCulture), null));
        }

        if (Current < Total) list.InnerHtml.AppendHtml(Item(Current + 1, "Weiter", "next"));
        output.Content.SetHtmlContent(list);
    }

    private TagBuilder Item(int page, string label, string? rel)
    {
        var query = ViewContext.HttpContext.Request.Query.Where(q => q.Key != "seite").ToDictionary(q => q.Key, q => (string?)q.Value.ToString());
        query["seite"] = page.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var link = new TagBuilder("a");
        link.Attributes["href"] = QueryHelpers.AddQueryString(ViewContext.HttpContext.Request.Path, query);
        if (rel is not null) link.Attributes["rel"] = rel;
        else if (page == Current) link.Attributes["aria-current"] = "page";
        link.InnerHtml.Append(label);
        var item = new TagBuilder("li");
        item.InnerHtml.AppendHtml(link);
        return item;
    }
}
