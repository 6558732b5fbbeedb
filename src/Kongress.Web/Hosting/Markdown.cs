using Ganss.Xss;
using Markdig;
using Markdig.Syntax;
using Microsoft.AspNetCore.Html;

namespace Kongress.Web.Hosting;

/// <summary>Turns the Markdown of organisers into safe HTML. Headings begin below the page's own.</summary>
internal static class Markdown
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().UseAutoLinks().Build();

    private static readonly HtmlSanitizer Sanitizer = new(new HtmlSanitizerOptions
    {
        AllowedTags = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "p", "br", "strong", "em", "ul", "ol", "li", "h2", "h3", "h4", "a", "blockquote", "code", "table", "thead", "tbody", "tr", "th", "td", "hr" },
        AllowedAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href", "scope" },
        AllowedSchemes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "https", "http", "mailto", "tel" },
        UriAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href" },
    });

    public static IHtmlContent Render(string markdown)
    {
        var document = Markdig.Markdown.Parse(markdown, Pipeline);
        // The page has its own first heading: the highest of the text becomes the second, the others follow without a gap.
        var headings = document.Descendants<HeadingBlock>().ToList();
        var shift = headings.Count == 0 ? 0 : 2 - headings.Min(h => h.Level);
        foreach (var heading in headings) heading.Level = Math.Clamp(heading.Level + shift, 2, 4);
        // After the cleaning, when a table can only be written like this: wide ones scroll by themselves, by keyboard too.
        return new HtmlString(Sanitizer.Sanitize(document.ToHtml(Pipeline))
            .Replace("<table>", "<div class=\"table-wrap\" tabindex=\"0\"><table class=\"kern-table kern-table--small\">", StringComparison.Ordinal)
            .Replace("</table>", "</table></div>", StringComparison.Ordinal));
    }

    /// <summary>The words without their marks, for where nothing else is possible.</summary>
    public static string PlainText(string markdown) => Markdig.Markdown.ToPlainText(markdown, Pipeline).Trim();
}
