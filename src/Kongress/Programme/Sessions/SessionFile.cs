using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kongress.Programme.Sessions;

public enum SessionFileKind
{
    Slides,
    Handout,
    Other,
}

/// <summary>A file or a link that belongs to a session.</summary>
public sealed class SessionFile
{
    /// <summary>Twenty megabytes.</summary>
    public const int MaxBytes = 20 * 1024 * 1024;

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid ConferenceId { get; private set; }

    public Guid SessionId { get; private set; }

    /// <summary>Who brought it; null: an organiser.</summary>
    public Guid? SpeakerId { get; private set; }

    public SessionFileKind Kind { get; private set; }

    /// <summary>The name of the file, or what the link is called.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Where it is (http, https); empty: it is stored here.</summary>
    public string Url { get; private set; } = "";

    public string MediaType { get; private set; } = "";

    public byte[]? Content { get; private set; }

    public int Size { get; private set; }

    /// <summary>Everybody may have it; otherwise organisers and the people on the session only.</summary>
    public bool IsPublic { get; private set; }

    public DateTimeOffset AddedAt { get; private set; }

    private SessionFile()
    {
    }

    private SessionFile(Session session, Guid? speakerId, SessionFileKind kind, string name, bool isPublic, DateTimeOffset now)
    {
        ConferenceId = session.ConferenceId;
        SessionId = session.Id;
        SpeakerId = speakerId;
        Kind = kind;
        Name = name;
        IsPublic = isPublic;
        AddedAt = now;
    }

    public static SessionFile Stored(Session session, Guid? speakerId, SessionFileKind kind, string name, string mediaType, byte[] content, bool isPublic, DateTimeOffset now) =>
        new(session, speakerId, kind, name, isPublic, now) { MediaType = mediaType, Content = content, Size = content.Length };

    public static SessionFile Linked(Session session, Guid? speakerId, SessionFileKind kind, string name, string url, bool isPublic, DateTimeOffset now) =>
        new(session, speakerId, kind, name, isPublic, now) { Url = url };
}

internal sealed class SessionFileTable : IEntityTypeConfiguration<SessionFile>
{
    public void Configure(EntityTypeBuilder<SessionFile> file)
    {
        file.ToTable("SessionFiles");
        file.Property(f => f.Name).HasMaxLength(200);
        file.Property(f => f.Url).HasMaxLength(1000);
        file.Property(f => f.MediaType).HasMaxLength(100);
        file.HasIndex(f => new { f.ConferenceId, f.Kind });
        file.HasOne<Session>().WithMany().HasForeignKey(f => f.SessionId);
    }
}
