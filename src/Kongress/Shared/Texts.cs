namespace Kongress.Shared;

/// <summary>Names the one resource file of translations: the German text is the key, <c>Texts.en.resx</c> holds the English.</summary>
public sealed class Texts;
