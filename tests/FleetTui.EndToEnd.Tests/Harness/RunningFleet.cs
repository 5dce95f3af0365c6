namespace FleetTui.EndToEnd.Tests.Harness;

/// <summary>A trusted repository of plain shells with its fleet up.</summary>
public sealed class RunningFleet : IAsyncDisposable
{
    private RunningFleet(FleetRepository repository)
    {
        Repository = repository;
        World = new UserWorld();
    }

    public UserWorld World { get; }

    public FleetRepository Repository { get; }

    public string Root => Repository.Root;

    /// <param name="landing">More lines of [landing].</param>
    /// <param name="prepare">What is done to the repository before the fleet starts.</param>
    public static async Task<RunningFleet> UpAsync(int slots = 3, string landing = "", Action<FleetRepository>? prepare = null)
    {
        var fleet = Of(slots, prepare, landing);
        await fleet.StartAsync();
        return fleet;
    }

    /// <summary>One that is not up yet.</summary>
    public static RunningFleet Of(int slots, Action<FleetRepository>? prepare = null, string landing = "")
    {
        var fleet = new RunningFleet(new FleetRepository(slots, landing));
        prepare?.Invoke(fleet.Repository);
        return fleet;
    }

    public async Task StartAsync()
    {
        await DoneAsync("trust");
        await DoneAsync("up");
    }

    public Task<ProgramRun> FleetAsync(params string[] arguments) => World.FleetAsync(Root, arguments);

    public Task<ProgramRun> DoneAsync(params string[] arguments) => World.DoneAsync(Root, arguments);

    public Task<TmuxTerminal> OpenAsync(int columns = 80, int rows = 24) => World.OpenAsync(Root, columns, rows);

    /// <summary>A terminal with a shell that knows jobs.</summary>
    public Task<TmuxTerminal> OpenShellAsync(int columns, int rows) => TmuxTerminal.OpenAsync(World.Environment, Root, columns, rows, ["bash", "--norc", "-i"]);

    /// <summary>Waits until a slot's screen shows a text.</summary>
    public Task PaneShowsAsync(string slot, string text) => Eventually.TrueAsync(
        async () => (await FleetAsync("capture", slot, "--scrollback", "500")).Output.Contains(text, StringComparison.Ordinal),
        () => $"'{text}' in slot {slot}");

    public async Task<int> PidAsync(string slot)
    {
        var status = (await DoneAsync("status", "--json")).Json;
        return status.GetProperty("slots").EnumerateArray().Single(entry => entry.GetProperty("id").GetString() == slot).GetProperty("pid").GetInt32();
    }

    public async ValueTask DisposeAsync()
    {
        await World.DisposeAsync();
        Repository.Dispose();
    }
}
