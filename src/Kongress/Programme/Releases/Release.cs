using System.Security.Cryptography;

namespace Kongress.Programme.Releases;

/// <summary>A published version of the programme: complete, and never changed again.</summary>
public sealed class Release
{
    public const int NameLength = 60;

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid ConferenceId { get; private set; }

    /// <summary>Counts up within the edition, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>"Fassung 3"; unique within the edition, whatever the case.</summary>
    public string Name { get; private set; } = "";

    public string NameKey { get; private set; } = "";

    /// <summary>What changed, in the words of the organisers; public.</summary>
    public string Note { get; private set; } = "";

    /// <summary>A <see cref="Snapshot"/> as UTF-8 JSON.</summary>
    public byte[] Content { get; private set; } = [];

    /// <summary>SHA-256 of the content in hexadecimal; the ETag of all that is made of it.</summary>
    public string Hash { get; private set; } = "";

    public DateTimeOffset MadeAt { get; private set; }

    /// <summary>From then on everybody sees it. In the future: it waits.</summary>
    public DateTimeOffset PublishAt { get; private set; }

    /// <summary>When its mails were written; null: not yet.</summary>
    public DateTimeOffset? ToldAt { get; private set; }

    public Guid AccountId { get; private set; }

    /// <summary>The reason for which errors were overridden; null: there were none.</summary>
    public string? OverrideReason { get; private set; }

    private Release()
    {
    }

    public Release(Guid conferenceId, int number, string name, string note, Snapshot snapshot, Guid accountId, DateTimeOffset now, DateTimeOffset publishAt, string? overrideReason)
    {
        ConferenceId = conferenceId;
        Number = number;
        Name = name;
        NameKey = Key(name);
        Note = note;
        Content = snapshot.ToJson();
        Hash = Convert.ToHexString(SHA256.HashData(Content));
        AccountId = accountId;
        MadeAt = now;
        PublishAt = publishAt;
        OverrideReason = overrideReason;
    }

    public Snapshot Snapshot => Snapshot.FromJson(Content);

    public void MarkTold(DateTimeOffset now) => ToldAt = now;

    public static string Key(string name) => name.Trim().ToUpperInvariant();
}
