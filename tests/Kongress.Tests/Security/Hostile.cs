using System.Text;

namespace Kongress.Tests.Security;

/// <summary>What people mistype, paste and try.</summary>
internal static class Hostile
{
    private const int Seed = 20270327;

    /// <summary>Texts for any field. Null: the field is missing.</summary>
    public static readonly IReadOnlyList<string?> Texts =
    [
        null, "", " \t\r\n ", "a\0b", "\u0001\u0002\u001B\u007F\u0085", "\uFFFE\uFFFF", "\uFEFFzero\u200Bwidth\u00AD",
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "javascript:alert(1)", "{{7*7}}${7*7}#{7*7}",
        "'; DROP TABLE Registrations; --", "%' OR 1=1 --", "%s%n%x", "../../../etc/passwd", "=cmd|' /C calc'!A0",
        "🏴\U000E0067👩‍👩‍👧", "\u202Egnp.exe\u202C", "ﷺ٣سلام", "a" + string.Concat(Enumerable.Repeat("\u0316\u0301", 90)), string.Concat(Enumerable.Repeat("\uFB2C", 90)), string.Concat(Enumerable.Repeat("\uFB2C", 450)),
        "a@b.de\r\nBcc: alle@land.example", "post@bücher.example", "a@b", new string('a', 240) + "@land.example",
        "-1", "0", "1.5", "1e309", "NaN", "-2147483648", "99999999999999999999", "Mars", "99", "1,2,4", "null", "__proto__", "00000000-0000-0000-0000-000000000000",
        "2027-02-30", "0001-01-01T00:00", "9999-12-31T23:59", "2027-03-28T02:30", "0001-01-01", "9999-12-31", "24:00",
        new string('x', 501), new string('ß', 5_000), .. Random(2),
    ];

    /// <summary>For all fields of a form at once.</summary>
    public static readonly IReadOnlyList<string> Huge = [new string('x', 1_000_000), "a" + string.Concat(Enumerable.Repeat("\u0316\u0301", 20_000)), new string('\u0001', 100_000)];

    /// <summary>Short enough for an address.</summary>
    public static readonly IReadOnlyList<string> InAddresses = [.. Texts.OfType<string>().Where(text => text.Length <= 1_000)];

    /// <summary>What no browser would write, for any field: its name stands for {0}.</summary>
    public static readonly IReadOnlyList<string> Pairs = ["{0}=%ED%A0%80", "{0}=a&{0}=b&{0}=", "{0}[0]=a&{0}[1]=b", "{0}.index=a&{0}.index=b&{0}[a]=1", "{0}.a.b.c=x"];

    /// <summary>The same, once for a form.</summary>
    public static readonly IReadOnlyList<string> Fragments =
    [
        "{0}=%FF%FE%00", "{0}=%zz", "{0}=%", "{0}=%u0041", "{0}", "{0}[]=a&{0}[]=b", "{0}[-1]=a", "{0}[999999999]=a", "{0}[__proto__]=x", "{0}[a][b]=x",
        "__proto__[x]=y&constructor.prototype.x=y", "=x&==&&;", "{0}=a;{0}=b", "%7B0%7D=x", "[0]=x&.=x&..x=y", "{0}=\u00FC",
    ];

    /// <summary>Contents whose type or form is not what a form would send.</summary>
    public static IEnumerable<HttpContent> Contents(string field)
    {
        yield return Text("{}", "application/json");
        yield return Text("{\"" + field + "\": [", "application/json");
        yield return Text("<a/>", "application/xml");
        yield return Text(field + "=x", "text/plain");
        yield return Text(field + "=x", "application/x-www-form-urlencoded; charset=utf-16");
        yield return Text(field + "=x", "application/x-www-form-urlencoded; charset=gibt-es-nicht");
        yield return Text(field + "=x", "kein/typ; ;;=");
        yield return Text("", "application/x-www-form-urlencoded");
        yield return Text(string.Join('&', Enumerable.Range(0, 1_100).Select(i => $"a{i}=1")), "application/x-www-form-urlencoded");
        yield return Text(string.Join('&', Enumerable.Repeat(field + "=1", 1_000)), "application/x-www-form-urlencoded");
        yield return Text(new string('k', 3_000) + "=1", "application/x-www-form-urlencoded");
        yield return Text(field + "=" + new string('x', 5_000_000), "application/x-www-form-urlencoded");
        yield return Text("", "multipart/form-data");
        yield return Text("--a\r\nContent-Disposition: form-data; name=\"" + field + "\"\r\n\r\nx", "multipart/form-data; boundary=a");
        yield return Text("--a\r\n\r\nx\r\n--a--\r\n", "multipart/form-data; boundary=b");
        yield return Text("--a\r\nContent-Disposition: form-data; name=\"\u0001\"; filename=\"../../x\r\n\r\nx\r\n--a--\r\n", "multipart/form-data; boundary=a");
        yield return Text("--a\r\nKein Kopf\r\n\r\nx\r\n--a--\r\n", "multipart/form-data; boundary=a");
        yield return Text("--a", "multipart/form-data; boundary=" + new string('a', 200));
        yield return new MultipartFormDataContent { { new ByteArrayContent([0, 1, 2, 0xFF]), field, "../../evil.exe" } };
        yield return new ByteArrayContent([0xFF, 0xFE, 0, 0x80]);
    }

    private static StringContent Text(string body, string type)
    {
        var content = new StringContent(body, Encoding.UTF8);
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        return content;
    }

    // Any characters at all, the same ones in each run.
    private static IEnumerable<string> Random(int count)
    {
        var random = new Random(Seed);
        for (var i = 0; i < count; i++) yield return string.Concat(Enumerable.Range(0, 80).Select(_ => new Rune(random.Next(0, 0xD800))));
    }
}
