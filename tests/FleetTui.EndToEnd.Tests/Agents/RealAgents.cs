using System.Text.Json.Nodes;
using FleetTui.EndToEnd.Tests.Harness;

namespace FleetTui.EndToEnd.Tests.Agents;

/// <summary>Makes a fleet and a home ready for a real agent whose model is the stub.</summary>
internal static class RealAgents
{
    private const string Key = "sk-stub-not-a-key-0123456789";

    public static void Prepare(FleetRepository repository, string agent, ModelStub stub)
    {
        var roles = File.ReadAllText(repository.RolesFile);
        File.WriteAllText(repository.RolesFile, roles.Replace("agent = \"sh\"", $"agent = \"{agent}\"", StringComparison.Ordinal));
        var environment = agent == "claude"
            ? $"ANTHROPIC_BASE_URL = \"{stub.Url}\", ANTHROPIC_API_KEY = \"{Key}\", DISABLE_AUTOUPDATER = \"1\", DISABLE_TELEMETRY = \"1\", CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC = \"1\""
            : $"STUB_KEY = \"{Key}\"";
        File.AppendAllText(Path.Combine(repository.Root, "fleet.toml"), $"[agents.{agent}]\nenv = {{ {environment} }}\n");
    }

    /// <summary>What a user has answered on the programs' first start.</summary>
    public static void SetUpHome(RunningFleet fleet, ModelStub stub, InstalledAgents agents)
    {
        var home = fleet.World["home"];
        fleet.World.Environment["PATH"] = $"{agents.Bin}:{fleet.World.Environment["PATH"]}";
        var trusted = new JsonObject { ["hasTrustDialogAccepted"] = true, ["hasCompletedProjectOnboarding"] = true };
        var claude = new JsonObject
        {
            ["hasCompletedOnboarding"] = true,
            ["theme"] = "dark",
            ["customApiKeyResponses"] = new JsonObject { ["approved"] = new JsonArray(Key[^20..]), ["rejected"] = new JsonArray() },
            ["projects"] = new JsonObject { [fleet.Root] = trusted, [fleet.Repository.Worktree("a")] = trusted.DeepClone() },
        };
        File.WriteAllText(Path.Combine(home, ".claude.json"), claude.ToJsonString());
        Directory.CreateDirectory(Path.Combine(home, ".codex"));
        File.WriteAllText(
            Path.Combine(home, ".codex", "config.toml"),
            $"""
            model = "gpt-5"
            model_provider = "stub"
            check_for_update_on_startup = false
            [model_providers.stub]
            name = "stub"
            base_url = "{stub.Url}/v1"
            wire_api = "responses"
            env_key = "STUB_KEY"
            [projects."{fleet.Root}"]
            trust_level = "trusted"
            [projects."{fleet.Repository.Worktree("a")}"]
            trust_level = "trusted"

            """);
    }
}
