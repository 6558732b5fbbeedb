using Kongress.Programme;
using Kongress.Programme.Releases;
using Kongress.Shared;
using Microsoft.Extensions.Localization;
using SkiaSharp;

namespace Kongress.Web.Pages.Programme;

/// <summary>The programme on paper: A4, a day after the other, with times at the margin. The page of the programme holds the same for those who cannot use a PDF.</summary>
internal sealed class ProgrammePdf : IDisposable
{
    private const float Width = 595;
    private const float Height = 842;
    private const float Margin = 48;
    private const float TimeColumn = 84;
    private const float Leading = 1.3f;

    private static readonly SKColor Ink = new(0x13, 0x15, 0x25);
    private static readonly SKColor Muted = new(0x51, 0x57, 0x7a);

    private readonly PublicProgramme programme;
    private readonly IStringLocalizer<Texts> text;
    private readonly SKFont title;
    private readonly SKFont heading;
    private readonly SKFont strong;
    private readonly SKFont plain;
    private readonly SKPaint ink = new() { Color = Ink, IsAntialias = true };
    private readonly SKPaint muted = new() { Color = Muted, IsAntialias = true };
    private readonly SKDocument document;
    private SKCanvas? canvas;
    private float y;
    private int page;
    private string day = "";

    private ProgrammePdf(PublicProgramme programme, IStringLocalizer<Texts> text, SKTypeface regular, SKTypeface bold, SKDocument document)
    {
        (this.programme, this.text, this.document) = (programme, text, document);
        title = new SKFont(bold, 22);
        heading = new SKFont(bold, 15);
        strong = new SKFont(bold, 10.5f);
        plain = new SKFont(regular, 9.5f);
    }

    /// <param name="fonts">Folder with FiraSans_400Regular.ttf and FiraSans_600SemiBold.ttf.</param>
    /// <returns>The PDF; the same programme gives the same pages.</returns>
    public static byte[] Write(PublicProgramme programme, IStringLocalizer<Texts> text, string fonts)
    {
        using var regular = SKTypeface.FromFile(Path.Combine(fonts, "FiraSans_400Regular.ttf"));
        using var bold = SKTypeface.FromFile(Path.Combine(fonts, "FiraSans_600SemiBold.ttf"));
        using var stream = new MemoryStream();
        var metadata = new SKDocumentPdfMetadata
        {
            Title = $"{text["Programm"]} – {programme.Conference.Name}",
            Author = programme.Conference.Host,
            Creation = programme.PublishedAt.UtcDateTime,
            Modified = programme.PublishedAt.UtcDateTime,
        };
        using (var document = SKDocument.CreatePdf(stream, metadata))
        {
            using var writer = new ProgrammePdf(programme, text, regular, bold, document);
            writer.WriteDays();
            document.Close();
        }

        return stream.ToArray();
    }

    public void Dispose()
    {
        foreach (var thing in new IDisposable[] { title, heading, strong, plain, ink, muted }) thing.Dispose();
    }

    private void WriteDays()
    {
        var conference = programme.Conference;
        NewPage();
        Line(title, ink, conference.Name, Margin, Width - 2 * Margin);
        Line(plain, muted, $"{conference.DatesText} · {conference.VenueName}", Margin, Width - 2 * Margin);
        Line(plain, muted, $"{programme.Name}, {conference.Time.DayAndTime(programme.PublishedAt)}", Margin, Width - 2 * Margin);
        foreach (var slots in programme.Snapshot.Slots.GroupBy(programme.DayOf).OrderBy(g => g.Key))
        {
            day = "";
            y += 14;
            Need(80);
            day = ConferenceTime.DayText(slots.Key);
            Line(heading, ink, day, Margin, Width - 2 * Margin);
            y += 12;
            foreach (var time in slots.GroupBy(s => s.StartsAt).OrderBy(g => g.Key)) Times([.. time]);
        }

        EndPage();
    }

    private void Times(IReadOnlyList<SnapshotSlot> slots)
    {
        var conference = programme.Conference;
        foreach (var (slot, i) in slots.Select((slot, i) => (slot, i)))
        {
            var names = string.Join(", ", slot.People.Select(p => programme.PersonOf(p)?.Name ?? text["wird bekannt gegeben"].Value).Distinct());
            var rooms = string.Join(" + ", programme.RoomsOf(slot).Select(r => r.Name));
            var facts = string.Join(" · ", new[] { rooms, ProgrammeTexts.Name(text, slot.Kind), programme.TrackOf(slot)?.Name ?? "" }.Where(t => t.Length > 0));
            var words = slot.IsCancelled ? $"{text["Fällt aus"]}: {slot.Title}" : slot.Title;
            var before = page;
            Need(16 + 14 * (1 + Wrapped(strong, words, TextWidth).Count + (names.Length > 0 ? Wrapped(plain, names, TextWidth).Count : 0)));
            // At the top of a page too: nobody turns back to see when something begins.
            if (i == 0 || page != before)
            {
                canvas!.DrawLine(Margin, y - 8, Width - Margin, y - 8, muted);
                canvas.DrawText(ConferenceTime.Clock(TimeOnly.FromDateTime(conference.Time.Local(slot.StartsAt))), Margin, y + strong.Size, SKTextAlign.Left, strong, ink);
            }

            canvas!.DrawText($"–{ConferenceTime.Clock(TimeOnly.FromDateTime(conference.Time.Local(slot.EndsAt)))}", Margin + 32, y + plain.Size, SKTextAlign.Left, plain, muted);
            Line(strong, ink, words, Margin + TimeColumn, TextWidth);
            if (facts.Length > 0) Line(plain, muted, facts, Margin + TimeColumn, TextWidth);
            if (names.Length > 0) Line(plain, ink, names, Margin + TimeColumn, TextWidth);
            y += 10;
        }
    }

    private static float TextWidth => Width - 2 * Margin - TimeColumn;

    private void Line(SKFont font, SKPaint paint, string words, float x, float width)
    {
        foreach (var line in Wrapped(font, words, width))
        {
            Need(font.Size * Leading);
            canvas!.DrawText(line, x, y + font.Size, SKTextAlign.Left, font, paint);
            y += font.Size * Leading;
        }
    }

    private static List<string> Wrapped(SKFont font, string words, float width)
    {
        var lines = new List<string> { "" };
        foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = lines[^1].Length == 0 ? word : $"{lines[^1]} {word}";
            if (lines[^1].Length == 0 || font.MeasureText(longer) <= width) lines[^1] = longer;
            else lines.Add(word);
        }

        return lines;
    }

    private void Need(float height)
    {
        if (y + height <= Height - Margin) return;
        EndPage();
        NewPage();
        if (day.Length == 0) return;
        Line(plain, muted, day, Margin, Width - 2 * Margin);
        y += 12;
    }

    private void NewPage()
    {
        canvas = document.BeginPage(Width, Height);
        page++;
        y = Margin;
    }

    private void EndPage()
    {
        canvas!.DrawText(text["Seite {0}", page], Width - Margin, Height - Margin / 2, SKTextAlign.Right, plain, muted);
        document.EndPage();
    }
}
