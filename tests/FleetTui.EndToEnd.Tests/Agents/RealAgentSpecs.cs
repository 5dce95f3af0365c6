using System.Text.Json.Nodes;
using FleetTui.EndToEnd.Tests.Harness;

namespace FleetTui.EndToEnd.Tests.Agents;

/// <summary>The programs the fleet is made for, against a model that is ours.</summary>
public sealed class RealAgentSpecs(InstalledAgents agents) : IClassFixture<InstalledAgents>
{
    private const string Key = "sk-stub-not-a-key-0123456789";

    [Theory]
    [InlineData("claude", 80, 24)]
    [InlineData("claude", 200, 50)]
    [InlineData("codex", 80, 24)]
    [InlineData("codex", 200, 50)]
    public async Task A_real_agent_starts_in_its_pane_and_answers_what_is_typed(string agent, int columns, int rows)
    {
        Assert.SkipWhen(agents.Bin is null, $"the real agents are not here: {agents.Reason}");
        await using var stub = new ModelStub();
        await using var fleet = RunningFleet.Of(1, repository => Prepare(repository, agent, stub));
        SetUpHome(fleet, stub);
        await fleet.StartAsync();
        await using var terminal = await fleet.OpenAsync(columns, rows);
        await terminal.ShowsAsync(screen => screen.Contains(agent == "claude" ? "? for shortcuts" : "gpt", StringComparison.OrdinalIgnoreCase) || screen.Contains('❯') || screen.Contains('›'), $"the prompt of {agent}");

        await terminal.TypeAsync("SAY pineapple");
        await terminal.ShowsAsync("SAY pineapple");
        await terminal.PressAsync("Enter");

        await terminal.ShowsAsync(screen => Count(screen, "pineapple") >= 2, "the prompt and its answer");
    }

    private static int Count(string text, string word) => text.Split(word).Length - 1;

    private static void Prepare(FleetRepository repository, string agent, ModelStub stub)
    {
        var roles = File.ReadAllText(repository.RolesFile);
        File.WriteAllText(repository.RolesFile, roles.Replace("agent = \"sh\"", $"agent = \"{agent}\"", StringComparison.Ordinal));
        var environment = agent == "claude"
            ? $"ANTHROPIC_BASE_URL = \"{stub.Url}\", ANTHROPIC_API_KEY = \"{Key}\", DISABLE_AUTOUPDATER = \"1\", DISABLE_TELEMETRY = \"1\", CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC = \"1\""
            : $"STUB_KEY = \"{Key}\"";
        File.AppendAllText(Path.Combine(repository.Root, "fleet.toml"), $"[agents.{agent}]\nenv = {{ {environment} }}\n");
    }

    /// <summary>What a user has answered on the programs' first start.</summary>
    private void SetUpHome(RunningFleet fleet, ModelStub stub)
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
