using FleetTui.EndToEnd.Tests.Harness;

namespace FleetTui.EndToEnd.Tests.Agents;

/// <summary>The programs the fleet is made for, against a model that is ours.</summary>
public sealed class RealAgentSpecs(InstalledAgents agents) : IClassFixture<InstalledAgents>
{
    [Theory]
    [InlineData("claude", 80, 24)]
    [InlineData("claude", 200, 50)]
    [InlineData("codex", 80, 24)]
    [InlineData("codex", 200, 50)]
    public async Task A_real_agent_starts_in_its_pane_and_answers_what_is_typed(string agent, int columns, int rows)
    {
        Assert.SkipWhen(agents.Bin is null, $"the real agents are not here: {agents.Reason}");
        await using var stub = new ModelStub();
        await using var fleet = RunningFleet.Of(1, repository => RealAgents.Prepare(repository, agent, stub));
        RealAgents.SetUpHome(fleet, stub, agents);
        await fleet.StartAsync();
        await using var terminal = await fleet.OpenAsync(columns, rows);
        await terminal.ShowsAsync(screen => screen.Contains(agent == "claude" ? "? for shortcuts" : "gpt", StringComparison.OrdinalIgnoreCase) || screen.Contains('❯') || screen.Contains('›'), $"the prompt of {agent}");

        await terminal.TypeAsync("SAY pineapple");
        await terminal.ShowsAsync("SAY pineapple");
        await terminal.PressAsync("Enter");

        await terminal.ShowsAsync(screen => Count(screen, "pineapple") >= 2, "the prompt and its answer");
    }

    private static int Count(string text, string word) => text.Split(word).Length - 1;
}
