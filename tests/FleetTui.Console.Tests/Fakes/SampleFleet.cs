using FleetTui.Api.Client;
using FleetTui.Api.Status;
using FleetTui.Console.Commands;
using FleetTui.Console.Keys;
using FleetTui.Console.Loop;
using FleetTui.Console.Model;

namespace FleetTui.Console.Tests.Fakes;

/// <summary>A fleet of twelve with one slot in each state worth seeing, and a console on it.</summary>
internal sealed class SampleFleet
{
    public static readonly DateTimeOffset Now = new(2026, 11, 20, 14, 30, 0, TimeSpan.Zero);

    public static readonly ConsoleOptions Options = new("C-b", AltKeys: true, Mouse: true, "dark", Ascii: false, VimNavigation: false, new Dictionary<string, string>(), ReadOnly: false, StateFile: null);

    private static readonly (string Id, string Label, string Role, string Agent, string State, string Detail, int Minutes, int Ahead, int Dirty, string Landing, string Reason)[] Slots =
    [
        ("vscode", "VSCode", "flutter", "claude", "needs-input", "permission: run flutter test", 2, 1, 3, "none", ""),
        ("win", "Windows", "docs", "claude", "working", "", 0, 2, 0, "waiting", ""),
        ("ps1", "PS#1", "workflows", "claude", "idle", "", 14, 0, 0, "none", ""),
        ("ps2", "PS#2", "blog", "claude", "working", "", 5, 3, 1, "landing", ""),
        ("ps3", "PS#3", "university", "claude", "done", "", 1, 0, 0, "landed", ""),
        ("ps4", "PS#4", "competitors", "claude", "working", "", 7, 1, 0, "held", "conflict with ps2 in blog/index.md"),
        ("ps5", "PS#5", "ef-auth", "claude", "crashed", "exit code 1", 3, 0, 2, "none", ""),
        ("ps6", "PS#6", "racing", "claude", "idle", "", 120, 0, 0, "none", ""),
        ("free1", "Free #1", "", "claude", "stopped", "", 300, 0, 0, "none", ""),
        ("free2", "Free #2", "", "claude", "unknown", "", 300, 0, 0, "none", ""),
        ("codex1", "Codex#1", "research", "codex", "working", "", 11, 0, 0, "none", ""),
        ("codex2", "Codex#2", "ci", "codex", "rate-limited", "until 15:00", 20, 0, 0, "none", ""),
    ];

    public SampleFleet(int columns, int rows, ConsoleOptions? options = null, int slots = 12, Action<ConsoleModel>? prepare = null, Action<FakePaneView>? preparePane = null)
    {
        options ??= Options;
        var keys = new KeyTables(options.Prefix, options.AltKeys, options.VimNavigation, options.Keys, CommandTable.Default.Has);
        Model = new ConsoleModel(options, keys, Now) { Columns = columns, Rows = rows };
        prepare?.Invoke(Model);
        Controller = new Controller(Model);
        Model.Host = LinkState.Up;
        Effects.AddRange(Controller.Handle(new ConsoleMessage.Fleet(new FleetUpdate(Status(slots), null))));
        foreach (var slot in Model.Slots.Where(slot => slot.Status.State != "stopped"))
        {
            var pane = new FakePaneView(slot.Id).With($"~/fleet/{slot.Id} $ echo {slot.Status.Role}", slot.Status.Role, "世界 wide and 👍 emoji", $"~/fleet/{slot.Id} $ ");
            pane.Cursor = pane.Cursor with { X = slot.Id.Length + 10, Y = 3 };
            Panes[slot.Id] = pane;
            preparePane?.Invoke(pane);
            Controller.Handle(new ConsoleMessage.Watched(slot.Id, pane));
        }
    }

    public ConsoleModel Model { get; }

    public Controller Controller { get; }

    public Dictionary<string, FakePaneView> Panes { get; } = [];

    public List<Console.Effects.Effect> Effects { get; } = [];

    public static FleetStatus Status(int slots = 12) => new(
        new FleetIdentity("demo", "/repo", "0.1.0"),
        [.. Slots.Take(slots).Select((slot, index) => new SlotStatus(
            index + 1, slot.Id, slot.Label, slot.Role, slot.Role, slot.Agent, "", slot.State, slot.Detail, Now.AddMinutes(-slot.Minutes), "process",
            $".claude/worktrees/instance-{slot.Id}", $"claude/{slot.Id}-wip", slot.Ahead, index % 3, slot.Dirty, slot.Landing, slot.Reason,
            slot.State is "needs-input" or "crashed", 100 + index))],
        new LaneStatus(
            "landing",
            "",
            "origin/main",
            [
                new LaneEntry("ps2", 3, "landing", "", Now.AddSeconds(-20), ["Write the November digest", "Fix the feed", "Add tags"]),
                new LaneEntry("win", 2, "waiting", "", Now.AddSeconds(-5), ["Explain the pipeline", "Correct a link"]),
                new LaneEntry("ps4", 1, "held", "conflict with ps2 in blog/index.md: git fetch origin && git rebase origin/main.", Now.AddMinutes(-7), ["Refresh prices"], "git fetch origin && git rebase origin/main"),
            ],
            41,
            0,
            new LastLanded("ps3", "0123456789abcdef0123456789abcdef01234567", Now.AddMinutes(-1)),
            [
                new LandedCommit("ps3", "university", "0123456789abcdef0123456789abcdef01234567", "Add lesson 12", "PS#3", Now.AddMinutes(-1)),
                new LandedCommit("ps1", "workflows", "89abcdef0123456789abcdef0123456789abcdef", "Retry the nightly job", "PS#1", Now.AddMinutes(-9)),
            ],
            new LaneTrain(["ps2"], "checking", "checks 3/5: scripts/check --all", 2, Now.AddSeconds(-12))));

    /// <summary>Presses keys in tmux's spelling, separated by spaces.</summary>
    public SampleFleet Press(string keys)
    {
        foreach (var spelling in keys.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var stroke = KeyStroke.Parse(spelling);
            Take(new Outer.Input.InputEvent.Pressed(new Terminal.Input.KeyEvent(stroke.Key, stroke.Rune, stroke.Modifiers)));
        }

        return this;
    }

    public SampleFleet Take(params Outer.Input.InputEvent[] events)
    {
        Effects.AddRange(Controller.Handle(new ConsoleMessage.Input(events)));
        return this;
    }

    public SampleFleet Take(ConsoleMessage message)
    {
        Effects.AddRange(Controller.Handle(message));
        return this;
    }

    public SampleFleet Wait(TimeSpan time)
    {
        Model.Now += time;
        return Take(new ConsoleMessage.Wake());
    }

    public FakeFleetApi Api { get; } = new();

    /// <summary>Carries out what was asked of the daemon and of the panes, until nothing is asked any more.</summary>
    public async Task<SampleFleet> SettleAsync()
    {
        while (Effects.Count > 0)
        {
            var effects = Effects.ToList();
            Effects.Clear();
            foreach (var effect in effects)
            {
                ConsoleMessage? message = effect switch
                {
                    Console.Effects.Effect.Call call => await call.Work(Api, CancellationToken.None),
                    Console.Effects.Effect.FetchLines lines => new ConsoleMessage.Lines(lines.Pane, await Panes[lines.Pane].LinesAsync(lines.From, lines.Count, CancellationToken.None), lines.From),
                    Console.Effects.Effect.FetchCopy copy => new ConsoleMessage.Copied(copy.Text(await Panes[copy.Pane].LinesAsync(copy.From, copy.Count, CancellationToken.None)), copy.Append),
                    _ => null,
                };
                Done.Add(effect);
                if (message is not null)
                {
                    Take(message);
                }
            }
        }

        return this;
    }

    /// <summary>Effects that <see cref="SettleAsync"/> took.</summary>
    public List<Console.Effects.Effect> Done { get; } = [];

    public string StatusLine() => Screen().Split('\n')[^1];

    public string Screen()
    {
        var buffer = new Compositing.CellBuffer(Model.Columns, Model.Rows);
        Views.ScreenView.Draw(buffer, Model);
        return string.Join('\n', Enumerable.Range(0, buffer.Height).Select(buffer.TextOf));
    }
}
