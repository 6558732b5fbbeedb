namespace Kongress.Shared.Tables;

/// <summary>A column of a table that people take into their office program.</summary>
/// <param name="Width">In characters.</param>
/// <param name="Value">Text, a whole number, a local time (<see cref="DateTime"/>) or null.</param>
public sealed record SheetColumn<T>(string Heading, int Width, Func<T, object?> Value);
