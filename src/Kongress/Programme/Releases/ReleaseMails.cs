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
    /// <param name="recipient">With an address.</param>
    public Letter Changes(Conference conference, Release release, Recipient recipient, Snapshot old, Snapshot @new)
    {
        using var language = Language.Use(recipient.Language);
        var changes = recipient.Changes.ToList();
        var subject = changes is [var only]
            ? text["{0}: {1}", ProgrammeTexts.Name(text, only.Class), only.Title]
            : text["{0} Änderungen im Programm – {1}", changes.Count, conference.Name];
        LetterBlock[] blocks =
        [
            new Paragraph(recipient.Name.Length > 0 ? text["Guten Tag {0},", recipient.Name] : text["Guten Tag,"]),
            .. OnStage(conference, recipient, old, @new),
            .. Seats(recipient),
            .. Marked(conference, recipient, old, @new),
            .. release.Note.Length > 0 ? [new Paragraph(release.Note)] : Array.Empty<LetterBlock>(),
            .. recipient.Seats.Count > 0 ? [new Link(text["Workshops ansehen"], site.Value.Url(Addresses.Workshops))] : Array.Empty<LetterBlock>(),
            new Link(text["Zum Programm"], site.Value.Url(Addresses.Programme)),
            .. conference.RegardsAndContact(text),
        ];
        var seats = recipient.Seats.Select(s => s.SessionId).ToHashSet();
        var slots = recipient.OnStage.Concat(recipient.Marked).Select(c => c.Slot.Id).Concat(@new.Slots.Concat(@new.Gone).Where(s => seats.Contains(s.SessionId)).Select(s => s.Id)).ToHashSet();
        return new Letter("Programme.Changes", recipient.Address!, recipient.Name, subject, blocks)
        {
            SubjectId = recipient.SubjectId,
            Language = recipient.Language,
            PointlessAfter = conference.EndsAt,
            Attachments = [new LetterAttachment("kongress.ics", "text/calendar; method=PUBLISH; charset=utf-8", ProgrammeCalendar.Of(conference, @new, slots, site.Value.PublicUrl))],
        }.From(conference);
    }

    private IEnumerable<LetterBlock> OnStage(Conference conference, Recipient recipient, Snapshot old, Snapshot @new)
    {
        if (recipient.OnStage.Count == 0) return [];
        // An office that answers for several, or for somebody while it is told of its own seats, reads whose sessions they are.
        var opening = recipient.Speakers is [var speaker] && speaker == recipient.Name
            ? text["das Programm des Kongresses wurde veröffentlicht. Das betrifft Ihre Beiträge:"]
            : text["das Programm des Kongresses wurde veröffentlicht. Das betrifft die Beiträge von {0}:", string.Join(", ", recipient.Speakers)];
        return [new Paragraph(opening), .. recipient.OnStage.SelectMany(change => Change(conference, change, old, @new))];
    }

    private IEnumerable<LetterBlock> Seats(Recipient recipient)
    {
        if (recipient.Seats.Count == 0) return [];
        var opening = recipient.OnStage.Count > 0
            ? text["Für diese Workshops haben Sie sich eingetragen, und auch da ändert sich etwas:"]
            : text["im Programm des Kongresses hat sich etwas geändert. Das betrifft Workshops, für die Sie sich eingetragen haben:"];
        return [new Paragraph(opening), .. recipient.Seats.SelectMany(seat => seat.Blocks().Prepend(new Heading(seat.Title)))];
    }

    private IEnumerable<LetterBlock> Marked(Conference conference, Recipient recipient, Snapshot old, Snapshot @new)
    {
        if (recipient.Marked.Count == 0) return [];
        var opening = recipient.OnStage.Count + recipient.Seats.Count > 0
            ? text["Das haben Sie sich gemerkt, und auch da ändert sich etwas:"]
            : text["im Programm des Kongresses hat sich etwas geändert, das Sie sich gemerkt haben:"];
        return [new Paragraph(opening), .. recipient.Marked.SelectMany(change => Change(conference, change, old, @new))];
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
