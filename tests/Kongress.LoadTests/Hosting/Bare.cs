using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;

namespace Kongress.LoadTests.Hosting;

/// <summary>The least that a server can do for the same promise: minimal endpoints without sign-in, checks, audit or mail, on the same kind of database with the same durability.</summary>
internal sealed class Bare : IAsyncDisposable
{
    private readonly WebApplication app;
    private byte[] page = [];
    private string? encoding;

    private Bare(WebApplication app) => this.app = app;

    public Uri Address => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    public static async Task<Bare> StartAsync(string folder)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddDbContext<BareDb>(options => options.UseSqlite($"Data Source={Path.Combine(folder, "bare.db")}"));
        builder.Services.AddSingleton(TimeProvider.System).AddSingleton<BareGate>();
        // The page beside this file alone: the product's own are referenced and would be found too.
        builder.Services.AddRazorPages().ConfigureApplicationPartManager(parts =>
        {
            foreach (var other in parts.ApplicationParts.Where(part => part.Name != typeof(Bare).Assembly.GetName().Name).ToList()) parts.ApplicationParts.Remove(other);
        });
        var bare = new Bare(builder.Build());
        await using (var scope = bare.app.Services.CreateAsyncScope())
        {
            var database = scope.ServiceProvider.GetRequiredService<BareDb>().Database;
            await database.EnsureCreatedAsync();
            // The provider's own settings, as long as they promise the same.
            var journal = await database.SqlQueryRaw<string>("SELECT journal_mode AS Value FROM pragma_journal_mode").SingleAsync();
            var synchronous = await database.SqlQueryRaw<int>("SELECT synchronous AS Value FROM pragma_synchronous").SingleAsync();
            if ((journal, synchronous) is not ("wal", 2)) throw new InvalidOperationException($"The bare database is not as durable: {journal}, {synchronous}.");
        }

        bare.Map();
        await bare.app.StartAsync();
        return bare;
    }

    /// <summary>What GET /page answers from now on.</summary>
    public void Serve(byte[] body, string? contentEncoding) => (page, encoding) = (body, contentEncoding);

    /// <summary>Puts tickets there for <c>POST /check-in/{code}</c>.</summary>
    public async Task IssueAsync(IEnumerable<string> codes, CancellationToken ct)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BareDb>();
        db.AddRange(codes.Select(code => new BareTicket { Code = code }));
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Puts sessions there for <c>GET /programme</c>.</summary>
    public async Task PlanAsync(IEnumerable<BareSession> sessions, CancellationToken ct)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BareDb>();
        db.AddRange(sessions);
        await db.SaveChangesAsync(ct);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private void Map()
    {
        app.MapRazorPages();
        app.MapGet("/page", (HttpResponse response) =>
        {
            response.ContentType = "text/html; charset=utf-8";
            response.ContentLength = page.Length;
            if (encoding is not null) response.Headers.ContentEncoding = encoding;
            return response.Body.WriteAsync(page);
        });

        // One durable insert.
        app.MapPost("/insert", (BareDb db, BareGate gate, CancellationToken ct) => gate.InTurnAsync(async () =>
        {
            db.Add(new BareBooking { Text = "Ayşe Şahin-Müller" });
            await db.SaveChangesAsync(ct);
        }, ct));

        // A place is taken if there is one, and the booking is stored.
        app.MapPost("/booking", (BareDb db, BareGate gate, CancellationToken ct) => gate.InTurnAsync(async () =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            await db.Houses.Where(h => h.Taken < h.Capacity).ExecuteUpdateAsync(set => set.SetProperty(h => h.Taken, h => h.Taken + 1), ct);
            db.Add(new BareBooking { Text = "Ayşe Şahin-Müller" });
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }, ct));

        // The ticket is looked up, admitted if it was not, and the attempt is stored.
        app.MapPost("/check-in/{code}", (string code, BareDb db, BareGate gate, TimeProvider clock, CancellationToken ct) => gate.InTurnAsync(async () =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            var ticket = await db.Tickets.AsNoTracking().SingleAsync(t => t.Code == code, ct);
            var now = clock.GetUtcNow().UtcDateTime;
            var admitted = await db.Tickets.Where(t => t.Id == ticket.Id && t.AdmittedAt == null).ExecuteUpdateAsync(set => set.SetProperty(t => t.AdmittedAt, now), ct);
            db.Add(new BareScan { TicketId = ticket.Id, At = now, Admitted = admitted == 1 });
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }, ct));
    }
}

/// <summary>One writer after the other, as SQLite wants it: without it the bare side would lose its time in waiting.</summary>
internal sealed class BareGate : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);

    public async Task InTurnAsync(Func<Task> work, CancellationToken ct)
    {
        await turn.WaitAsync(ct);
        try
        {
            await work();
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();
}
