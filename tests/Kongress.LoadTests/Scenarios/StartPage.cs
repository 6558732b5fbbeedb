using Kongress.LoadTests.Driving;
using Kongress.LoadTests.Hosting;

namespace Kongress.LoadTests.Scenarios;

/// <summary>The start page as somebody sees it who is not signed in, beside the same bytes from memory.</summary>
internal static class StartPage
{
    private const int PerRound = 20_000;

    public static async Task MeasureAsync(Product product, Bare bare, CancellationToken ct)
    {
        var request = Requests.Get(product.Address, "/");
        using (var connection = await Connection.OpenAsync(product.Address, ct))
        {
            var answer = await connection.SendAsync(request, keep: true, ct);
            bare.Serve(answer.Body, answer.Header("content-encoding"));
            Console.WriteLine($"\nStart page: {answer.Body.Length} bytes, {answer.Header("content-encoding") ?? "not compressed"}");
        }

        product.Database.Reset();
        await Comparison.PrintAsync(
            "Start page ÷ the same bytes from memory",
            _ => Load.RunAsync(product.Address, request.Times(PerRound), 200, ct),
            _ => Load.RunAsync(bare.Address, Requests.Get(bare.Address, "/page").Times(PerRound), 200, ct));
        Console.WriteLine($"  statements per request {product.Database.StatementsPer((Comparison.Rounds + 1) * PerRound):0.000}");
    }
}
