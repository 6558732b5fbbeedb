using System.Globalization;

namespace Kongress.Shared;

/// <summary>The groups of DIN 91379:2022-08; a type of the standard is a union of groups.</summary>
[Flags]
internal enum Din91379Groups
{
    None = 0,
    Letters = 1,
    N1 = 2,
    N2 = 4,
    N3 = 8,
    N4 = 16,
    Greek = 32,
    Cyrillic = 64,
    E1 = 128,
}

/// <summary>Every character and sequence of DIN 91379 with its group: 910 units of one to three code points, all in the BMP, all NFC.</summary>
/// <remarks>
/// Made from the machine-readable list of the standard, "DIN-91379-Characters-and-Sequences", version 1.3,
/// https://github.com/String-Latin/DIN-91379-Characters-and-Sequences, licence CC BY 4.0
/// (https://creativecommons.org/licenses/by/4.0/). Changed: brought into ranges, names left out, search forms turned into the rules of
/// <see cref="SearchForm"/>. The deprecated letters (Ŀ, ŉ, ḗ …) are still part of it, as the standard demands.
/// </remarks>
internal static class Din91379Table
{
    private const string Letters =
        "0041-005A 0061-007A 00C0-00D6 00D8-00F6 00F8-017E 0187-0188 018F 0197 01A0-01A1 01AF-01B0 01B7 01CD-01DC 01DE-01DF " +
        "01E2-01F0 01F4-01F5 01F8-01FF 0212-0213 0218-021B 021E-021F 0227-0233 0259 0268 0292 1E02-1E03 1E06-1E07 1E0A-1E11 " +
        "1E17 1E1C-1E2B 1E2F-1E37 1E3A-1E3B 1E40-1E49 1E52-1E5B 1E5E-1E63 1E6A-1E6F 1E80-1E87 1E8C-1E97 1E9E 1EA0-1EF9";

    // What follows the letter (code points), then the letters it may follow. K͟H is one unit of three code points.
    private const string Sequences = """
        0300 CFGKMPSTZcfgkmpstz
        0301 JjÿĪī
        0302 DKLMNdklmn
        0304 CFHKNPSTZcfhknpstzÛûḲḳṢṣṬṭỤụ
        0306 CMNRZcmnrzÇç
        0307 KUku
        0308 CTZczẠạỌọỤụ
        030B Aa
        030C J
        030D ēō
        0310 Mm
        0315 CKPTckptČč
        031B KTkt
        031B+0304 Ss
        0323 CPcpČč
        0325 LRlr
        0325+0304 LRlr
        0326 CHKLNchklnŽž
        0327 ZzŽž
        0328+0306 Cc
        0331 HSs
        035F+0048 K
        035F+0068 Kk
        """;

    private const string N1 = "0020 0027 002C-002E 0060 007E 00A8 00B4 00B7 02B9-02BA 02BE-02BF 02C8 02CC 2019 2021";

    private const string N2 =
        "0021-0026 0028-002B 002F-0040 005B-005F 007B-007D 00A1-00A3 00A5 00A7 00A9-00AC 00AE-00B3 00B5-00B6 00B9-00BB 00BF " +
        "00D7 00F7 20AC";

    private const string N3 = "00A4 00A6 00B8 00BC-00BE";

    private const string N4 = "0009-000A 000D 00A0";

    private const string Greek = "0386 0388-038A 038C 038E-03A1 03A3-03CE";

    private const string Cyrillic = "040D 0410-042A 042C 042E-044A 044C 044E-044F 045D";

    private const string E1 =
        "0192 02B0 02B3 02C6 02DC 02E2 1D48 1D57 2018 201A 201C-201E 2020 2026 2030 2032-2033 2039-203A 2070 2074-2079 " +
        "207F-2089 2122 221E 2264-2265";

    /// <summary>Unit → the one group it belongs to.</summary>
    public static readonly Dictionary<string, Din91379Groups> Units = Read();

    private static Dictionary<string, Din91379Groups> Read()
    {
        var units = new Dictionary<string, Din91379Groups>(1000, StringComparer.Ordinal);
        Add(units, Din91379Groups.Letters, Letters);
        Add(units, Din91379Groups.N1, N1);
        Add(units, Din91379Groups.N2, N2);
        Add(units, Din91379Groups.N3, N3);
        Add(units, Din91379Groups.N4, N4);
        Add(units, Din91379Groups.Greek, Greek);
        Add(units, Din91379Groups.Cyrillic, Cyrillic);
        Add(units, Din91379Groups.E1, E1);
        foreach (var line in Sequences.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            var following = string.Concat(line[..space].Split('+').Select(Char));
            foreach (var letter in line[(space + 1)..])
                units.Add(letter + following, Din91379Groups.Letters);
        }

        return units;
    }

    private static void Add(Dictionary<string, Din91379Groups> units, Din91379Groups group, string ranges)
    {
        foreach (var range in ranges.Split(' '))
        {
            for (var c = Char(range[..4]); c <= Char(range[^4..]); c++)
                units.Add(c.ToString(), group);
        }
    }

    private static char Char(string hex) => (char)int.Parse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
