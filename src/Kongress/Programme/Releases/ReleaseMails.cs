using Kongress.Conferences;
using Kongress.Mail;
using Kongress.Programme.Formats;
using Kongress.Shared;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using static Kongress.Mail.LetterBlock;

namespace Kongress.Programme.Releases;

/// <summary>The one mail that a person gets about a release: what changed for them, before and after.</summary>
public sealed class ReleaseMails(IStringLocalizer<Texts> text, IOptions<SiteOptions> site)
{
    /// <summary>One letter for each address of the person.</summary>
    public IEnumerable<Letter> Changes(Conference conference, Release release, Recipient recipient, Snapshot old, Snapshot @new)
    {
        using var language = Language.Use(recipient.Language);
        var subject = recipient.Changes is [var only]
            ? text["{0}: {1}", ProgrammeTexts.Name(text, only.Class), only.Slot.Title]
            : text["{0} Änderungen im Programm – {1}", recipient.Changes.Count, conference.Name];
        LetterBlock[] blocks =
        [
            new Paragraph(recipient.IsOnStage ? text["Guten Tag {0},", recipient.Name] : text["Guten Tag,"]),
            new Paragraph(recipient.IsOnStage
                ? text["das Programm des Kongresses wurde veröffentlicht. Das betrifft Ihre Beiträge:"]
                : text["im Programm des Kongresses hat sich etwas geändert, das Sie sich gemerkt haben:"]),
            .. recipient.Changes.SelectMany(change => Change(conference, change, old, @new)),
            .. release.Note.Length > 0 ? [new Paragraph(release.Note)] : Array.Empty<LetterBlock>(),
            new Link(text["Zum Programm"], site.Value.Url(Addresses.Programme)),
            conference.Regards(text),
        ];
        var attachment = new LetterAttachment("kongress.ics", "text/calendar; method=PUBLISH; charset=utf-8", ProgrammeCalendar.Of(conference, @new, recipient.Changes.Select(c => c.Slot.Id).ToHashSet(), site.Value.PublicUrl));
        foreach (var address in recipient.Addresses)
        {
            yield return new Letter("Programme.Changes", address, recipient.IsOnStage ? recipient.Name : "", subject, blocks)
            {
                SubjectId = recipient.SubjectId,
                Language = recipient.Language,
                PointlessAfter = conference.EndsAt,
                Attachments = [attachment],
            }.From(conference);
        }
    }

    private IEnumerable<LetterBlock> Change(Conference conference, SlotDifference change, Snapshot old, Snapshot @new)
    {
        var rows = new List<(string, string)> { (text["Änderung"], ProgrammeTexts.Name(text, change.Class)) };
        string When(SnapshotSlot slot) => ProgrammeTexts.When(conference.Time, slot.StartsAt, slot.Minutes);
        var (whenBefore, whenNow) = (change.Old is { } o ? When(o) : null, change.New is { } n ? When(n) : null);
        var (roomBefore, roomNow) = (change.Old is null ? null : Rooms(old, change.Old), change.New is null ? null : Rooms(@new, change.New));
        rows.Add((text["Zeit"], Words(whenBefore, whenNow)));
        if (roomBefore is { Length: > 0 } || roomNow is { Length: > 0 }) rows.Add((text["Raum"], Words(roomBefore, roomNow)));
        yield return new Heading(change.Slot.Title);
        yield return new Facts(rows);
    }

    private string Words(string? before, string? now) => before is null || now is null || before == now ? now ?? before! : text["{0} (bisher: {1})", now, before];

    private static string Rooms(Snapshot snapshot, SnapshotSlot slot) => string.Join(", ", snapshot.Rooms.Where(r => slot.RoomIds.Contains(r.Id)).Select(r => r.Name));
}
