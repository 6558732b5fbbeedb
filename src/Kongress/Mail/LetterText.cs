using System.Text;

namespace Kongress.Mail;

/// <summary>The plain text of a letter.</summary>
internal static class LetterText
{
    public static string Write(Letter letter)
    {
        var text = new StringBuilder();
        foreach (var block in letter.Blocks)
        {
            switch (block)
            {
                case LetterBlock.Paragraph p: text.Append(p.Text).Append("\n\n"); break;
                case LetterBlock.Heading h: text.Append(h.Text).Append('\n').Append('-', h.Text.Length).Append("\n\n"); break;
                case LetterBlock.Button a: text.Append(a.Label).Append(":\n").Append(a.Url).Append("\n\n"); break;
                case LetterBlock.Link l: text.Append(l.Label).Append(": ").Append(l.Url).Append("\n\n"); break;
                case LetterBlock.Code c: text.Append("    ").Append(c.Text).Append("\n\n"); break;
                case LetterBlock.Picture p: text.Append('[').Append(p.AltText).Append("]\n\n"); break;
                case LetterBlock.Bullets b:
                    foreach (var item in b.Items) text.Append("- ").Append(item).Append('\n');
                    text.Append('\n');
                    break;
                case LetterBlock.Facts f:
                    foreach (var (name, value) in f.Rows)
                    {
                        text.Append(name).Append(": ").Append(value.ReplaceLineEndings("\n" + new string(' ', name.Length + 2))).Append('\n');
                    }

                    text.Append('\n');
                    break;
            }
        }

        return text.ToString().TrimEnd() + "\n";
    }
}
