namespace Kongress.Speakers;

/// <summary>The picture of a person, as it is delivered.</summary>
public sealed class Portrait(Guid speakerId, string mediaType, byte[] content, string altText)
{
    /// <summary>Two megabytes.</summary>
    public const int MaxBytes = 2 * 1024 * 1024;

    public Guid SpeakerId { get; private set; } = speakerId;

    /// <summary>Changes with the picture, so that browsers may keep it for long.</summary>
    public Guid Version { get; private set; } = Guid.CreateVersion7();

    /// <summary>"image/jpeg" or "image/png".</summary>
    public string MediaType { get; private set; } = mediaType;

    public byte[] Content { get; private set; } = content;

    /// <summary>What the picture shows, for those who do not see it.</summary>
    public string AltText { get; set; } = altText;

    public void Replace(string mediaType, byte[] content) => (Version, MediaType, Content) = (Guid.CreateVersion7(), mediaType, content);
}
