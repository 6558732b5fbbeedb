using Kongress.LoadTests.Driving;
using Kongress.LoadTests.Hosting;
using Kongress.Programme.Releases;

namespace Kongress.LoadTests.Scenarios;

/// <summary>The public programme with 120 sessions, beside the same bytes from memory and beside a page that asks the database each time.</summary>
internal static class ProgrammePage
{
    private const int Sessions = 120;
    private const int PerRound = 8_000;
    private const int BareRazorPerRound = 1_000;

    public static async Task MeasureAsync(Product product, Bare bare, CancellationToken ct)
    {
        var programme = new LargeProgramme(product);
        await programme.FillAsync(Sessions, 10, ct);
        await programme.ReleaseAsync(ct);
        var released = (await product.Services.GetRequiredService<CurrentProgramme>().FindAsync(ct))!;
        await bare.PlanAsync(
            released.Snapshot.Slots.Select(slot => new BareSession
            {
                Title = slot.Title,
                Room = string.Join(", ", released.RoomsOf(slot).Select(room => room.Name)),
                People = string.Join(", ", slot.People.Select(part => released.PersonOf(part)?.Name)),
                StartsAt = slot.StartsAt.UtcDateTime,
            }),
            ct);

        var request = Requests.Get(product.Address, "/programm");
        using (var connection = await Connection.OpenAsync(product.Address, ct))
        {
            var answer = await connection.SendAsync(request, keep: true, ct);
            bare.Serve(answer.Body, answer.Header("content-encoding"));
            Console.WriteLine($"\nProgramme page: {answer.Body.Length} bytes, {answer.Header("content-encoding") ?? "not compressed"}");
        }

        await Comparison.PrintAsync(
            "Programme page ÷ the same bytes from memory",
            _ => Load.RunAsync(product.Address, request.Times(PerRound), 200, ct),
            _ => Load.RunAsync(bare.Address, Requests.Get(bare.Address, "/page").Times(PerRound), 200, ct));
        await Comparison.PrintAsync(
            "Programme page ÷ uncached Razor page with EF Core",
            _ => Load.RunAsync(product.Address, request.Times(PerRound), 200, ct),
            _ => Load.RunAsync(bare.Address, Requests.Get(bare.Address, "/programme").Times(BareRazorPerRound), 200, ct));
    }
}
