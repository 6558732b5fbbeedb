namespace Kongress.BrowserTests.Browsing;

/// <summary>Writes and reads QR codes with programs that are not ours: what a stranger's phone would see.</summary>
public static class QrCode
{
    /// <summary>The text in the QR code of a picture (PNG); throws when there is none.</summary>
    public static async Task<string> ReadAsync(byte[] png, CancellationToken ct)
    {
        var file = Command.NewFile(".png");
        try
        {
            await File.WriteAllBytesAsync(file, png, ct);
            return (await Command.RunAsync("zbarimg", ["--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", file], ct)).TrimEnd('\n');
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>A PNG with the text as QR code.</summary>
    public static async Task<byte[]> WriteAsync(string text, CancellationToken ct)
    {
        var file = Command.NewFile(".png");
        try
        {
            await Command.RunAsync("qrencode", ["-s", "8", "-m", "4", "-o", file, text], ct);
            return await File.ReadAllBytesAsync(file, ct);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
