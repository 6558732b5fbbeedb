using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Kongress.Database.Demo;
using Kongress.Database.Sqlite;
using Kongress.Tests.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Kongress.LoadTests.Hosting;

/// <summary>Kongress in this process, behind its real server, with a demo congress and with limits that one machine cannot reach.</summary>
internal sealed class Product : WebApplicationFactory<Program>
{
    private readonly string folder;
    private readonly DemoStage stage;
    private readonly int people;

    private Product(string folder, DemoStage stage, int people, int port)
    {
        (this.folder, this.stage, this.people) = (folder, stage, people);
        Address = new Uri($"http://127.0.0.1:{port}");
        UseKestrel(port);
    }

    public Uri Address { get; }

    public TimeInDatabase Database { get; } = new();

    /// <param name="people">How many have registered before anything is measured.</param>
    public static Product Start(string folder, DemoStage stage, int people)
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var port = ((IPEndPoint)probe.LocalEndpoint).Port;
        probe.Stop();
        var product = new Product(folder, stage, people, port);
        product.StartServer();
        return product;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        // Neither Production, which refuses the demo, nor Development, which checks scopes at each request.
        builder.UseEnvironment("Staging");
        builder.UseContentRoot(Repository.PathOf("src/Kongress.Web"));
        builder.UseSetting("ConnectionStrings:Kongress", $"Data Source={Path.Combine(folder, "kongress.db")}");
        builder.UseSetting("Mail:Pickup", Path.Combine(folder, "mails"));
        builder.UseSetting("Site:PublicUrl", Address.ToString().TrimEnd('/'));
        builder.UseSetting("Demo:Stage", stage.ToString());
        builder.UseSetting("Demo:People", people.ToString(CultureInfo.InvariantCulture));
        foreach (var (key, value) in LiftedLimits.Settings) builder.UseSetting(key, value);
        builder.ConfigureLogging(logging => logging.ClearProviders());
        builder.ConfigureServices(services => services.ConfigureDbContext<SqliteKongressDb>(options => options.AddInterceptors(Database.Commands, Database.Transactions)));
    }
}
