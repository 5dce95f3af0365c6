using FleetTui.EndToEnd.Tests.Harness;

namespace FleetTui.EndToEnd.Tests.Agents;

/// <summary>The real Claude Code and Codex, installed once from the package registry into an ignored folder of the checkout.</summary>
public sealed class InstalledAgents : IAsyncLifetime
{
    private static readonly string[] Packages = ["@anthropic-ai/claude-code", "@openai/codex"];
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);

    /// <summary>Where the programs are; null when they cannot be had.</summary>
    public string? Bin { get; private set; }

    /// <summary>Why they cannot be had.</summary>
    public string Reason { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        var folder = Path.Combine(BuiltFleet.Checkout, ".build", "agents");
        var bin = Path.Combine(folder, "node_modules", ".bin");
        if (!IsWhole(bin))
        {
            Directory.CreateDirectory(folder);
            try
            {
                var install = await ProgramRun.OfAsync(
                    "npm", ["install", "--prefix", folder, "--no-audit", "--no-fund", "--loglevel=error", .. Packages], folder, new Dictionary<string, string>(), Patience);
                Reason = install.Code == 0 ? "npm installed them without their programs" : $"npm cannot install them here: {install.Error.Trim().Split('\n')[0]}";
            }
            catch (Exception failure) when (failure is System.ComponentModel.Win32Exception or TimeoutException)
            {
                Reason = $"npm cannot be run here: {failure.Message}";
            }
        }

        Bin = IsWhole(bin) ? bin : null;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static bool IsWhole(string bin) => File.Exists(Path.Combine(bin, "claude")) && File.Exists(Path.Combine(bin, "codex"));
}
