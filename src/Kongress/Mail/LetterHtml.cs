using System.Text;
using System.Text.Encodings.Web;

namespace Kongress.Mail;

/// <summary>The HTML of a letter: one column, nothing loaded from elsewhere, readable without any style.</summary>
internal static class LetterHtml
{
    private const string Font = "font-family:Arial,Helvetica,sans-serif;font-size:16px;line-height:1.5;color:#131525";

    public static string Write(Letter letter, IReadOnlyDictionary<LetterBlock.Picture, string> pictures)
    {
        var html = new StringBuilder();
        html.Append("<!DOCTYPE html><html lang=\"").Append(letter.Language).Append("\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>")
            .Append(Encode(letter.Subject)).Append("</title></head><body style=\"margin:0;padding:24px;background:#ffffff;").Append(Font)
            .Append("\"><div style=\"max-width:600px\">");
        foreach (var block in letter.Blocks) Write(html, block, pictures);
        return html.Append("</div></body></html>\n").ToString();
    }

    private static void Write(StringBuilder html, LetterBlock block, IReadOnlyDictionary<LetterBlock.Picture, string> pictures)
    {
        switch (block)
        {
            case LetterBlock.Paragraph p:
                html.Append("<p style=\"margin:0 0 16px\">").Append(Lines(p.Text)).Append("</p>\n");
                break;
            case LetterBlock.Heading h:
                html.Append("<h2 style=\"margin:24px 0 8px;font-size:18px\">").Append(Encode(h.Text)).Append("</h2>\n");
                break;
            case LetterBlock.Button a:
                html.Append("<p style=\"margin:24px 0\"><a href=\"").Append(Encode(a.Url))
                    .Append("\" style=\"display:inline-block;padding:12px 24px;background:#2044aa;color:#ffffff;text-decoration:none;border-radius:4px;font-weight:bold\">")
                    .Append(Encode(a.Label)).Append("</a></p>\n<p style=\"margin:0 0 16px;font-size:14px;color:#51577a;word-break:break-all\">").Append(Encode(a.Url)).Append("</p>\n");
                break;
            case LetterBlock.Link l:
                html.Append("<p style=\"margin:0 0 16px\"><a href=\"").Append(Encode(l.Url)).Append("\" style=\"color:#2044aa\">").Append(Encode(l.Label)).Append("</a></p>\n");
                break;
            case LetterBlock.Code c:
                html.Append("<p style=\"margin:0 0 16px;font-family:Consolas,'Courier New',monospace;font-size:22px;letter-spacing:1px\">").Append(Encode(c.Text)).Append("</p>\n");
                break;
            case LetterBlock.Picture p:
                html.Append("<p style=\"margin:0 0 16px\"><img src=\"cid:").Append(pictures[p]).Append("\" alt=\"").Append(Encode(p.AltText))
                    .Append("\" width=\"").Append(p.WidthPixels).Append("\" height=\"").Append(p.WidthPixels).Append("\"></p>\n");
                break;
            case LetterBlock.Bullets b:
                html.Append("<ul style=\"margin:0 0 16px;padding-left:24px\">");
                foreach (var item in b.Items) html.Append("<li>").Append(Lines(item)).Append("</li>");
                html.Append("</ul>\n");
                break;
            case LetterBlock.Facts f:
                html.Append("<table style=\"margin:0 0 16px;border-collapse:collapse;").Append(Font).Append("\">");
                foreach (var (name, value) in f.Rows)
                {
                    html.Append("<tr><th scope=\"row\" style=\"text-align:left;vertical-align:top;padding:4px 16px 4px 0\">").Append(Encode(name))
                        .Append("</th><td style=\"vertical-align:top;padding:4px 0\">").Append(Lines(value)).Append("</td></tr>");
                }

                html.Append("</table>\n");
                break;
        }
    }

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);

    private static string Lines(string text) => Encode(text.ReplaceLineEndings("\n")).Replace("&#xA;", "<br>", StringComparison.Ordinal);
}
