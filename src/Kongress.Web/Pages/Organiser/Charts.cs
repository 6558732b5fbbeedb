using Kongress.Dashboard;

namespace Kongress.Web.Pages.Organiser;

/// <summary>Counts over time: columns and, folded in, their table.</summary>
/// <param name="Id">Unique on the page.</param>
/// <param name="Of">What is counted, for the sentence that stands for the picture: "Anmeldungen".</param>
/// <param name="First">Heading of the table's first column.</param>
public sealed record ColumnChart(string Id, string Title, string Of, string First, IReadOnlyList<Figure> Columns)
{
    public const int Height = 100;

    public int Most => Columns.Max(c => c.Count ?? 0);

    public int Sum => Columns.Sum(c => c.Count ?? 0);

    /// <summary>The height of a column; a count of one is still to be seen.</summary>
    public int HeightOf(Figure figure) => figure.Count is not > 0 || Most == 0 ? 0 : Math.Max(2, figure.Count.Value * Height / Most);

    /// <summary>The picture in one sentence.</summary>
    public string Sentence => Columns.Where(c => c.Count is not null).MaxBy(c => c.Count) is { Count: > 0 } top
        ? $"{Of} von {Columns[0].Label} bis {Columns[^1].Label}. Die meisten: {top.Count} am {top.Label}."
        : $"{Of} von {Columns[0].Label} bis {Columns[^1].Label}.";
}

/// <summary>Counts side by side: a table whose rows carry a bar.</summary>
/// <param name="Link">Makes the address of a row's list, or null.</param>
public sealed record BarTable(string Id, string Title, string First, IReadOnlyList<Figure> Rows, Func<Figure, string?>? Link = null)
{
    public int Most => Math.Max(1, Rows.Max(r => r.Count ?? 0));
}
