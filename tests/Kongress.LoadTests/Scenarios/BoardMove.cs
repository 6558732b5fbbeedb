using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Kongress.Database.Demo;
using Kongress.LoadTests.Driving;
using Kongress.LoadTests.Hosting;
using Kongress.Tests.Hosting;

namespace Kongress.LoadTests.Scenarios;

/// <summary>A move on the board with 216 sessions in 20 rooms, answered with all that changed on the day, conflicts included, beside an endpoint that saves one row. One hand moves: one request after the other.</summary>
internal static class BoardMove
{
    private const int Sessions = 216;
    private const int Rooms = 20;
    private const int Moves = 60;
    private const string Board = "/organisation/programm/tafel";

    public static async Task MeasureAsync(Product product, Bare bare, CancellationToken ct)
    {
        await new LargeProgramme(product).FillAsync(Sessions, Rooms, ct);
        using var client = LeanBrowser.NewClient(product.Address);
        var browser = new LeanBrowser(client);
        await browser.ReadAsync("/anmelden/team", ct);
        await browser.PostAsync("/anmelden/team", new Dictionary<string, string> { ["Input.Email"] = "organisation@demo.example", ["Input.Password"] = DemoSignIns.Password }, "/organisation", ct);
        await browser.ReadAsync(Board, ct);
        using var connection = await Connection.OpenAsync(product.Address, ct);

        var bytes = 0;
        var (whole, _) = await SendAsync(new Dictionary<string, string> { ["Kind"] = "Undo" });
        Console.WriteLine($"  the whole day holds {bytes} bytes");
        var day = whole.GetProperty("state");
        var stamp = day.GetProperty("stamp").GetString()!;
        var slot = day.GetProperty("slots").EnumerateArray().First(s => s.GetProperty("session").ValueKind is JsonValueKind.Object && s.GetProperty("rooms").GetArrayLength() == 1);
        await Comparison.PrintAsync(
            $"Move on the board ({Sessions} sessions, {Rooms} rooms) ÷ saving one row, one after the other",
            async _ =>
            {
                var times = new double[Moves];
                for (var i = 0; i < Moves; i++)
                {
                    times[i] = await MoveAsync(i);
                }

                return Round.Of(times, times.Sum() / 1000);
            },
            _ => Load.RunAsync(bare.Address, Requests.Post(bare.Address, "/insert").Times(Moves), 200, ct, connections: 1));
        Console.WriteLine($"  an answer holds {bytes} bytes");

        // Down by five minutes and up again, so that the day stays as full as it was.
        async Task<double> MoveAsync(int number)
        {
            var id = slot.GetProperty("id").GetString()!;
            var (answer, took) = await SendAsync(new Dictionary<string, string>
            {
                ["Kind"] = "Move",
                ["SlotId"] = id,
                ["Version"] = slot.GetProperty("version").GetString()!,
                ["Rooms"] = slot.GetProperty("rooms")[0].GetString()!,
                ["From"] = day.GetProperty("from").GetString()!,
                ["Start"] = (slot.GetProperty("start").GetInt32() + (number % 2 == 0 ? 5 : -5)).ToString(CultureInfo.InvariantCulture),
                ["Minutes"] = slot.GetProperty("minutes").GetInt32().ToString(CultureInfo.InvariantCulture),
                ["Stand"] = stamp,
            });
            if (!answer.GetProperty("ok").GetBoolean()) throw new InvalidOperationException(answer.GetProperty("text").GetString());
            // Every half minute the day is read anew, and sent whole.
            var changed = answer.GetProperty("change") is { ValueKind: JsonValueKind.Object } change ? change : answer.GetProperty("state");
            stamp = changed.GetProperty("stamp").GetString()!;
            slot = changed.GetProperty("slots").EnumerateArray().Single(s => s.GetProperty("id").GetString() == id).Clone();
            return took;
        }

        async Task<(JsonElement Answer, double Milliseconds)> SendAsync(Dictionary<string, string> fields)
        {
            var request = await browser.WriteAsync(Board + "?handler=Step", fields, ct);
            var sent = Stopwatch.GetTimestamp();
            var answer = await connection.SendAsync(request, keep: true, ct);
            var took = Stopwatch.GetElapsedTime(sent).TotalMilliseconds;
            if (answer.Status != 200) throw new InvalidOperationException($"The move was answered with {answer.Status}.");
            using var json = JsonDocument.Parse(answer.Body);
            bytes = answer.Body.Length;
            return (json.RootElement.Clone(), took);
        }
    }
}
