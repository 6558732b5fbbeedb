using Kongress.Programme.Sessions;
using Kongress.Shared;

namespace Kongress.Programme.Imports;

/// <summary>The words that others have for our formats, languages and states.</summary>
internal static class SessionWords
{
    private static readonly Dictionary<string, SessionKind> Kinds = new()
    {
        ["KEYNOTE"] = SessionKind.Keynote,
        ["IMPULS"] = SessionKind.Keynote,
        ["PANEL"] = SessionKind.Panel,
        ["PODIUM"] = SessionKind.Panel,
        ["PODIUMSDISKUSSION"] = SessionKind.Panel,
        ["PANEL DISCUSSION"] = SessionKind.Panel,
        ["DISCUSSION"] = SessionKind.Panel,
        ["TALK"] = SessionKind.Talk,
        ["LECTURE"] = SessionKind.Talk,
        ["VORTRAG"] = SessionKind.Talk,
        ["PRESENTATION"] = SessionKind.Talk,
        ["LIGHTNING TALK"] = SessionKind.Talk,
        ["LIGHTNINGTALK"] = SessionKind.Talk,
        ["WORKSHOP"] = SessionKind.Workshop,
        ["HANDS ON"] = SessionKind.Workshop,
        ["TUTORIAL"] = SessionKind.Workshop,
        ["PLENARY"] = SessionKind.Plenary,
        ["PLENUM"] = SessionKind.Plenary,
        ["BREAK"] = SessionKind.Break,
        ["PAUSE"] = SessionKind.Break,
        ["LUNCH"] = SessionKind.Break,
        ["SOCIAL"] = SessionKind.Social,
        ["SOCIAL EVENT"] = SessionKind.Social,
        ["RAHMENPROGRAMM"] = SessionKind.Social,
    };

    private static readonly Dictionary<string, string> Languages = new() { ["DEUTSCH"] = "de", ["GERMAN"] = "de", ["ENGLISCH"] = "en", ["ENGLISH"] = "en", ["FRANZOESISCH"] = "fr", ["FRENCH"] = "fr" };

    private static readonly HashSet<string> CancelledWords = ["FAELLT AUS", "ABGESAGT", "CANCELLED", "CANCELED"];
    private static readonly HashSet<string> OnWords = ["FINDET STATT", "ANGENOMMEN", "BESTAETIGT", "ACCEPTED", "CONFIRMED", "SCHEDULED"];
    private static readonly HashSet<string> YesWords = ["JA", "YES", "TRUE", "1", "X"];
    private static readonly HashSet<string> NoWords = ["NEIN", "NO", "FALSE", "0"];

    /// <summary>Null: none that we know.</summary>
    public static SessionKind? Kind(string? word) => Kinds.TryGetValue(Key(word), out var kind) ? kind : null;

    /// <summary>"de" of "de", "de-DE", "Deutsch"; null: none that we know.</summary>
    public static string? Language(string? word)
    {
        if (Languages.TryGetValue(Key(word), out var known)) return known;
        var tag = (word ?? "").Trim().Split('-', '_')[0];
        return tag.Length == 2 && tag.All(char.IsAsciiLetter) ? tag.ToLowerInvariant() : null;
    }

    public static bool? IsCancelled(string? word) => CancelledWords.Contains(Key(word)) ? true : OnWords.Contains(Key(word)) ? false : null;

    public static bool? YesOrNo(string? word) => YesWords.Contains(Key(word)) ? true : NoWords.Contains(Key(word)) ? false : null;

    private static string Key(string? word) => word is null || word.Length > PlainLength ? "" : SearchForm.Of(word);

    private const int PlainLength = 100;
}
