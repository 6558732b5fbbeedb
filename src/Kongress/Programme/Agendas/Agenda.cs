using Kongress.Accounts;
using Kongress.Conferences;
using Kongress.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kongress.Programme.Agendas;

/// <summary>"Mein Programm": the sessions that somebody marked. Kept in an account, or behind a secret link by somebody without one.</summary>
public sealed class Agenda
{
    private readonly List<AgendaItem> items = [];

    private Agenda()
    {
    }

    public Agenda(Guid conferenceId, Guid? accountId, DateTimeOffset now)
    {
        ConferenceId = conferenceId;
        AccountId = accountId;
        ChangedAt = now;
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid ConferenceId { get; private set; }

    public Guid? AccountId { get; private set; }

    /// <summary>Hash of the secret that opens the agenda on another device; null: none is out.</summary>
    public string? LinkHash { get; private set; }

    /// <summary>Hash of the secret in the calendar's address; null: none is out.</summary>
    public string? CalendarHash { get; private set; }

    /// <summary>Whether the person wants a mail when something marked changes.</summary>
    public bool WantsMail { get; private set; } = true;

    public DateTimeOffset ChangedAt { get; private set; }

    public IReadOnlyList<AgendaItem> Items => items;

    public IReadOnlySet<Guid> SessionIds => items.Select(i => i.SessionId).ToHashSet();

    public bool Has(Guid sessionId) => items.Any(i => i.SessionId == sessionId);

    public void Mark(Guid sessionId, bool isMarked, DateTimeOffset now)
    {
        if (isMarked == Has(sessionId)) return;
        if (isMarked) items.Add(new AgendaItem(Id, ConferenceId, sessionId));
        else items.RemoveAll(i => i.SessionId == sessionId);
        ChangedAt = now;
    }

    public void SetWantsMail(bool wantsMail) => WantsMail = wantsMail;

    /// <summary>Makes a new link; the one before no longer works.</summary>
    public string NewLink()
    {
        var secret = Secret.New(26);
        LinkHash = Secret.Hash(secret);
        return secret;
    }

    /// <summary>Makes a new calendar address; the one before no longer works.</summary>
    public string NewCalendar()
    {
        var secret = Secret.New(26);
        CalendarHash = Secret.Hash(secret);
        return secret;
    }

    public void RevokeCalendar() => CalendarHash = null;
}

/// <summary>A marked session. No key to the session's row: a mark outlives the draft's changes and simply shows nothing when the session is gone.</summary>
public sealed class AgendaItem(Guid agendaId, Guid conferenceId, Guid sessionId)
{
    public Guid AgendaId { get; private set; } = agendaId;

    public Guid ConferenceId { get; private set; } = conferenceId;

    public Guid SessionId { get; private set; } = sessionId;
}

internal sealed class AgendaTables : IEntityTypeConfiguration<Agenda>, IEntityTypeConfiguration<AgendaItem>
{
    public void Configure(EntityTypeBuilder<Agenda> agenda)
    {
        agenda.ToTable("Agendas");
        agenda.Property(a => a.LinkHash).HasMaxLength(64).IsUnicode(false);
        agenda.Property(a => a.CalendarHash).HasMaxLength(64).IsUnicode(false);
        agenda.HasIndex(a => a.LinkHash).IsUnique();
        agenda.HasIndex(a => a.CalendarHash).IsUnique();
        agenda.HasIndex(a => new { a.ConferenceId, a.AccountId }).IsUnique();
        agenda.HasMany(a => a.Items).WithOne().HasForeignKey(i => i.AgendaId);
        agenda.HasOne<Account>().WithMany().HasForeignKey(a => a.AccountId).OnDelete(DeleteBehavior.Cascade);
        agenda.HasOne<Conference>().WithMany().HasForeignKey(a => a.ConferenceId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<AgendaItem> item)
    {
        item.ToTable("AgendaItems");
        item.HasKey(i => new { i.AgendaId, i.SessionId });
        item.HasIndex(i => new { i.ConferenceId, i.SessionId });
    }
}
