using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Kongress.Web.Markup;

/// <summary>A form without an address of its own goes to its page, whichever button was pressed before.</summary>
/// <remarks>Left to the browser it would go to where the page came from, and that is the last button's handler when the page was its answer.</remarks>
[HtmlTargetElement("form", Attributes = "method")]
public sealed class FormAddress : TagHelper
{
    private const string Handler = "handler";

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var request = ViewContext.HttpContext.Request;
        if (!request.Query.ContainsKey(Handler) || context.AllAttributes.Any(a => a.Name == "action" || a.Name.StartsWith("asp-", StringComparison.Ordinal))) return;
        var others = request.Query.Where(part => !string.Equals(part.Key, Handler, StringComparison.OrdinalIgnoreCase));
        output.Attributes.SetAttribute("action", request.PathBase + request.Path + QueryString.Create(others));
    }
}
