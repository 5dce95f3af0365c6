using System.Text.Json;
using FleetTui.EndToEnd.Tests.Harness;

namespace FleetTui.EndToEnd.Tests.Agents;

/// <summary>What the real programs write of their conversations, found and read while they run.</summary>
public sealed class TranscriptSpecs(InstalledAgents agents) : IClassFixture<InstalledAgents>
{
    [Theory]
    [InlineData("claude")]
    [InlineData("codex")]
    public async Task What_was_said_to_a_real_agent_is_read_back_and_its_context_is_measured(string agent)
    {
        Assert.SkipWhen(agents.Bin is null, $"the real agents are not here: {agents.Reason}");
        await using var stub = new ModelStub();
        await using var fleet = RunningFleet.Of(1, repository => RealAgents.Prepare(repository, agent, stub));
        RealAgents.SetUpHome(fleet, stub, agents);
        await fleet.StartAsync();
        await using var terminal = await fleet.OpenAsync(120, 40);
        await terminal.ShowsAsync(screen => screen.Contains("? for shortcuts", StringComparison.Ordinal) || screen.Contains('❯') || screen.Contains('›'), $"the prompt of {agent}");
        var before = await fleet.World.FleetAsync(fleet.Root, "transcript", "a");
        Assert.Equal(1, before.Code);
        Assert.Contains("no transcript yet", before.Error, StringComparison.Ordinal);

        await Say(terminal, "SAY pineapple");
        const string said = "pineapple";
        await Eventually.TrueAsync(async () => (await Said(fleet)).Contains(said), () => "the answer in the transcript");

        var slot = await Slot(fleet);
        Assert.Equal(16, slot.GetProperty("context").GetProperty("tokens").GetInt64());
        Assert.Equal(0, slot.GetProperty("context").GetProperty("percent").GetInt32());
        Assert.True(slot.GetProperty("transcript").GetBoolean());

        await terminal.PressAsync("C-b", ":");
        await terminal.TypeAsync("transcript");
        await terminal.PressAsync("Enter");
        await terminal.ShowsAsync(screen => screen.Contains("TRANSCRIPT", StringComparison.Ordinal) && screen.Contains(said, StringComparison.Ordinal), "the transcript");
        await terminal.PressAsync("q");
        await terminal.ShowsAsync(screen => !screen.Contains("TRANSCRIPT", StringComparison.Ordinal), "the agent's screen");

        // With the agent stopped it can still be read.
        await fleet.World.DoneAsync(fleet.Root, "down", "a");
        Assert.Contains(said, await Said(fleet));
    }

    private static async Task Say(TmuxTerminal terminal, string text)
    {
        await terminal.TypeAsync(text);
        await terminal.ShowsAsync(text);
        // Codex takes an Enter that follows at once for a part of what was pasted.
        await Task.Delay(TimeSpan.FromMilliseconds(300), TestContext.Current.CancellationToken);
        await terminal.PressAsync("Enter");
    }

    private static async Task<IReadOnlyList<string>> Said(RunningFleet fleet)
    {
        var run = await fleet.World.FleetAsync(fleet.Root, "transcript", "a", "--json");
        if (run.Code != 0)
        {
            return [];
        }

        using var json = JsonDocument.Parse(run.Output);
        return [.. json.RootElement.GetProperty("entries").EnumerateArray().Where(entry => entry.GetProperty("kind").GetString() is "prompt" or "answer").Select(entry => entry.GetProperty("text").GetString()!)];
    }

    private static async Task<JsonElement> Slot(RunningFleet fleet)
    {
        using var json = JsonDocument.Parse((await fleet.World.DoneAsync(fleet.Root, "status", "--json")).Output);
        return json.RootElement.GetProperty("slots")[0].Clone();
    }
}
