using QRCoder;

namespace Kongress.Registrations;

/// <summary>Draws the code of a ticket. The picture holds the random code and nothing about the person.</summary>
public static class TicketPicture
{
    /// <summary>PNG, black on white with the quiet zone of four modules; about 300 × 300 pixels.</summary>
    public static byte[] Png(string code)
    {
        using var data = Data(code);
        return new PngByteQRCode(data).GetGraphic(10);
    }

    /// <summary>SVG without inline style, scaling to the element around it.</summary>
    public static string Svg(string code)
    {
        using var data = Data(code);
        return new SvgQRCode(data).GetGraphic(10, "#000000", "#ffffff", sizingMode: SvgQRCode.SizingMode.ViewBoxAttribute);
    }

    // Level M reads with a thumb's worth of glare on the display; the code stays at version 2, quick for any camera.
    private static QRCodeData Data(string code) => QRCodeGenerator.GenerateQrCode(code, QRCodeGenerator.ECCLevel.M);
}
