namespace Kongress.Shared;

/// <summary>What people read when a name is refused. {0} is the offending character; the German text is the key of its translation.</summary>
public static class Din91379Texts
{
    public const string Name =
        "Das Zeichen „{0}“ ist in Namen nicht zulässig. Erlaubt sind Buchstaben, Leerzeichen, Bindestrich und Apostroph.";

    public const string NameInvisible =
        "Ein unsichtbares Zeichen ({0}) ist in Namen nicht zulässig. Erlaubt sind Buchstaben, Leerzeichen, Bindestrich und Apostroph.";

    public const string Line =
        "Das Zeichen „{0}“ ist hier nicht zulässig. Erlaubt sind Buchstaben, Ziffern, Leerzeichen, Bindestrich und Zeichen wie . , ' & / ( ) @.";

    public const string LineInvisible =
        "Ein unsichtbares Zeichen ({0}) ist hier nicht zulässig. Erlaubt sind Buchstaben, Ziffern, Leerzeichen, Bindestrich und Zeichen wie . , ' & / ( ) @.";

    /// <summary>{0} is the most, {1} how many there are.</summary>
    public const string TooLong = "Höchstens {0} Zeichen sind möglich. Sie haben {1} eingegeben.";
}
