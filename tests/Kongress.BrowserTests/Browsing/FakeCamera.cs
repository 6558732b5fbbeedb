namespace Kongress.BrowserTests.Browsing;

/// <summary>Makes the film that Chromium's fake camera plays.</summary>
public static class FakeCamera
{
    /// <summary>A film of two seconds, played in a loop: the picture (PNG) in the middle of a grey 640 × 480 frame. Returns the file; the caller deletes it.</summary>
    public static async Task<string> FilmAsync(byte[] png, CancellationToken ct)
    {
        var picture = Command.NewFile(".png");
        var film = Command.NewFile(".mjpeg");
        try
        {
            await File.WriteAllBytesAsync(picture, png, ct);
            await Command.RunAsync(
                "ffmpeg",
                [
                    "-loglevel", "error", "-y", "-loop", "1", "-i", picture, "-t", "2", "-r", "15",
                    "-vf", "scale=360:360:flags=neighbor:force_original_aspect_ratio=decrease,pad=640:480:(ow-iw)/2:(oh-ih)/2:color=gray",
                    "-pix_fmt", "yuvj420p", "-q:v", "2", "-f", "mjpeg", film,
                ],
                ct);
            return film;
        }
        finally
        {
            File.Delete(picture);
        }
    }
}
