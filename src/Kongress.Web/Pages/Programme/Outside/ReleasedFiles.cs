using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Kongress.Programme.Releases;
using Microsoft.Net.Http.Headers;

namespace Kongress.Web.Pages.Programme.Outside;

/// <param name="Tag">Strong: of the bytes themselves, so that an edit of the congress that is not a release changes it too.</param>
/// <param name="ChangedAt">When the release became public.</param>
internal sealed record ReleasedFile(byte[] Content, EntityTagHeaderValue Tag, DateTimeOffset ChangedAt)
{
    /// <summary>Answers with 304 where the reader has it already, and without the content to HEAD.</summary>
    /// <param name="download">The name under which it is saved; null: it may be shown.</param>
    public IResult Answer(string mediaType, string? download = null) => Results.Bytes(Content, mediaType, download, lastModified: ChangedAt, entityTag: Tag);
}

/// <summary>Keeps what is made of the released programme as bytes: made once a release, not once a reader.</summary>
internal sealed class ReleasedFiles(CurrentProgramme current)
{
    // A programme that is no longer current goes, and all that was made of it with it.
    private readonly ConditionalWeakTable<PublicProgramme, ConcurrentDictionary<string, ReleasedFile>> kept = [];

    public async ValueTask<bool> IsReleasedAsync(CancellationToken ct) => await current.FindAsync(ct) is not null;

    /// <param name="name">What is made; the same name always means the same content.</param>
    /// <param name="write">Null: the programme has no such thing.</param>
    /// <returns>Null where there is no such thing, or nothing has been released.</returns>
    public async ValueTask<ReleasedFile?> FindAsync(string name, Func<PublicProgramme, Task<byte[]?>> write, CancellationToken ct)
    {
        if (await current.FindAsync(ct) is not { } programme) return null;
        var files = kept.GetOrCreateValue(programme);
        if (files.TryGetValue(name, out var file)) return file;
        if (await write(programme) is not { } content) return null;
        return files.GetOrAdd(name, new ReleasedFile(content, new EntityTagHeaderValue($"\"{Convert.ToHexString(SHA256.HashData(content))}\""), programme.PublishedAt));
    }
}
