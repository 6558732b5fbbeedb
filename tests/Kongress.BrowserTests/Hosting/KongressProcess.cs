using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Kongress.Database;
using Kongress.Database.Demo;
using Kongress.Database.Sqlite;
using Kongress.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Kongress.BrowserTests.Hosting;

/// <summary>The built Kongress.Web as a process of its own, with its own folder for database and mails; it can be killed and started again.</summary>
public sealed class KongressProcess : IAsyncDisposable
{
    private const string Ready = "/health/ready";

    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(90);

    private readonly Dictionary<string, string> settings;
    private readonly string readyPath;
    private readonly ConcurrentQueue<string> output = new();
    private readonly HttpClient client;
    private Process? process;

    private KongressProcess(IReadOnlyDictionary<string, string>? settings, string readyPath)
    {
        this.readyPath = readyPath;
        Folder = Directory.CreateTempSubdirectory("kongress-").FullName;
        Address = $"http://127.0.0.1:{FreePort()}";
        client = new HttpClient { BaseAddress = new Uri(Address), Timeout = TimeSpan.FromSeconds(10) };
        this.settings = new Dictionary<string, string>
        {
            ["ConnectionStrings:Kongress"] = $"Data Source={DatabaseFile}",
            ["Database:Provider"] = "Sqlite",
            ["Mail:Pickup"] = Path.Combine(Folder, "mails"),
            ["Site:PublicUrl"] = Address,
            ["Demo:Stage"] = "None",
        };
        foreach (var (key, value) in settings ?? new Dictionary<string, string>()) this.settings[key] = value;
    }

    /// <summary>"http://127.0.0.1:port", the same over a restart: links in mails stay good.</summary>
    public string Address { get; }

    /// <summary>Holds the database file and the mails; deleted at the end.</summary>
    public string Folder { get; }

    private string DatabaseFile => Path.Combine(Folder, "kongress.db");

    public int ProcessId => process?.Id ?? throw new InvalidOperationException("Not running.");

    /// <summary>What the process printed, over all its starts.</summary>
    public string Output => string.Join('\n', output);

    /// <summary>Starts the product and waits until it is ready.</summary>
    /// <param name="settings">Settings by key ("Mail:Smtp:Host"), on top of a fresh SQLite file and a pickup folder; they win.</param>
    /// <param name="readyPath">What answers with success once the product is ready.</param>
    public static Task<KongressProcess> StartAsync(IReadOnlyDictionary<string, string>? settings, CancellationToken ct, string readyPath = Ready) => StartAsync(new KongressProcess(settings, readyPath), ct);

    /// <summary>A demo congress that the product makes at its start; its mails go to the sink, as soon as they are written.</summary>
    public static Task<KongressProcess> StartFreshDemoAsync(DemoStage stage, int people, SmtpSink sink, CancellationToken ct) => StartAsync(DemoSettings(stage, people, sink), ct);

    /// <summary>The same congress, made before and copied.</summary>
    /// <param name="sink">Null: mails go into the folder.</param>
    public static async Task<KongressProcess> StartDemoAsync(DemoStage stage, int people, CancellationToken ct, SmtpSink? sink = null)
    {
        var database = await DemoCopies.OfAsync(stage, people);
        return await StartAsync(new KongressProcess(DemoSettings(stage, people, sink), Ready), ct, product => File.WriteAllBytesAsync(product.DatabaseFile, database, ct));
    }

    /// <summary>Its database, beside it. Without the pool nothing holds the file when the folder is deleted.</summary>
    public SqliteKongressDb OpenDatabase()
    {
        var options = new DbContextOptionsBuilder<SqliteKongressDb>();
        KongressDatabase.UseSqlite(options, $"Data Source={DatabaseFile};Pooling=False");
        return new SqliteKongressDb(options.Options);
    }

    /// <summary>Starts it (again), with the same address, folder and settings.</summary>
    public async Task StartAsync(CancellationToken ct)
    {
        if (process is { HasExited: false }) throw new InvalidOperationException("Already running.");
        process?.Dispose();

        // The tests are built into bin/Debug/net10.0 or bin/Release/net10.0: the product beside them is of the same build.
        var build = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var home = Repository.PathOf("src/Kongress.Web");
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = home,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Path.Combine(home, "bin", build.Parent!.Name, build.Name, "Kongress.Web.dll"));
        start.ArgumentList.Add($"--urls={Address}");
        foreach (var (key, value) in settings) start.ArgumentList.Add($"--{key}={value}");
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["DOTNET_ENVIRONMENT"] = "Development";
        // It lives for a minute: measuring its code to compile it a third time costs more than it gives.
        start.Environment["DOTNET_TieredPGO"] = "0";

        process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        process.OutputDataReceived += (_, line) => Note(line.Data);
        process.ErrorDataReceived += (_, line) => Note(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await UntilReadyAsync(ct);
    }

    /// <summary>kill -9: no handler runs, nothing is flushed.</summary>
    public async Task KillAsync()
    {
        if (process is null) return;
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false }) await KillAsync();
        process?.Dispose();
        client.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private static async Task<KongressProcess> StartAsync(KongressProcess product, CancellationToken ct, Func<KongressProcess, Task>? before = null)
    {
        try
        {
            if (before is not null) await before(product);
            await product.StartAsync(ct);
            return product;
        }
        catch
        {
            await product.DisposeAsync();
            throw;
        }
    }

    private static Dictionary<string, string> DemoSettings(DemoStage stage, int people, SmtpSink? sink)
    {
        var settings = new Dictionary<string, string> { ["Demo:Stage"] = stage.ToString(), ["Demo:People"] = people.ToString(CultureInfo.InvariantCulture) };
        if (sink is null) return settings;
        settings["Mail:Smtp:Host"] = sink.Host;
        settings["Mail:Smtp:Port"] = sink.Port.ToString(CultureInfo.InvariantCulture);
        settings["Mail:Smtp:Tls"] = "None";
        settings["Jobs:MailSeconds"] = "1";
        return settings;
    }

    private async Task UntilReadyAsync(CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(StartLimit);
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        try
        {
            do
            {
                if (process!.HasExited) throw new InvalidOperationException($"Kongress ended with code {process.ExitCode}:\n{Output}");
                if (await IsReadyAsync(limit.Token)) return;
            }
            while (await tick.WaitForNextTickAsync(limit.Token));
        }
        catch (OperationCanceledException e) when (!ct.IsCancellationRequested)
        {
            throw new TimeoutException($"{Address}{readyPath} did not answer with success within {StartLimit.TotalSeconds} s:\n{Output}", e);
        }
    }

    private async Task<bool> IsReadyAsync(CancellationToken ct)
    {
        try
        {
            using var answer = await client.GetAsync(readyPath, ct);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;   // nobody listens yet
        }
    }

    private void Note(string? line)
    {
        if (line is not null) output.Enqueue(line);
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
