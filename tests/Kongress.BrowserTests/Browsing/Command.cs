using System.Diagnostics;

namespace Kongress.BrowserTests.Browsing;

/// <summary>Runs a program of the system (ffmpeg, zbarimg, qrencode).</summary>
internal static class Command
{
    /// <summary>What it printed; throws with its complaint when it ends with anything but 0.</summary>
    public static async Task<string> RunAsync(string program, IEnumerable<string> arguments, CancellationToken ct)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })
            ?? throw new InvalidOperationException($"{program} did not start.");
        var complaint = process.StandardError.ReadToEndAsync(ct);
        var printed = await process.StandardOutput.ReadToEndAsync(ct);
        await process.WaitForExitAsync(ct);
        return process.ExitCode == 0 ? printed : throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {await complaint}");
    }

    /// <summary>A path for a file of this ending that does not exist yet.</summary>
    public static string NewFile(string ending) => Path.Combine(Path.GetTempPath(), $"kongress-{Guid.CreateVersion7():N}{ending}");
}
