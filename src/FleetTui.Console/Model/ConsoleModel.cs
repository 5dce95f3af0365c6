using FleetTui.Api.Client;
using FleetTui.Api.Status;
using FleetTui.Console.Keeping;
using FleetTui.Console.Keys;
using FleetTui.Console.Layouts;
using FleetTui.Console.Panels;

namespace FleetTui.Console.Model;

/// <summary>All that one console knows and shows. Owned by the loop; views only read it.</summary>
public sealed class ConsoleModel(ConsoleOptions options, KeyTables keys, DateTimeOffset now)
{
    private const int LogKept = 500;

    private readonly Dictionary<string, List<string>> _recall = [];

    public ConsoleOptions Options { get; private set; } = options;

    public KeyTables Keys { get; private set; } = keys;

    public DateTimeOffset Now { get; set; } = now;

    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    public Theme Theme { get; private set; } = Theme.Named(options.Theme);

    /// <summary>As it was chosen: auto follows <see cref="LightGround"/>.</summary>
    public string ThemeName { get; private set; } = options.Theme is "" ? "auto" : options.Theme;

    /// <summary>As fleet.toml has it.</summary>
    public string ConfiguredTheme => Options.Theme is "" ? "auto" : Options.Theme;

    /// <summary>The outer terminal's ground is light, as far as it tells.</summary>
    public bool LightGround { get; private set; }

    public bool Ascii => Options.Ascii;

    public int Columns { get; set; } = 80;

    public int Rows { get; set; } = 24;

    public FleetIdentity? Fleet { get; set; }

    public LaneStatus? Lane { get; set; }

    public List<SlotModel> Slots { get; } = [];

    public LinkState Daemon { get; set; }

    public string DaemonReason { get; set; } = "";

    public LinkState Host { get; set; }

    public string HostReason { get; set; } = "";

    /// <summary>The whole fleet was ended on purpose (<c>fleet down --all</c>), host and all.</summary>
    public bool Ended => Daemon == LinkState.Ended && Host == LinkState.Gone;

    public LayoutKind Layout { get; set; }

    public RailWidth Rail { get; set; }

    /// <summary>The width that the user gave the wide rail, its borders included; 0 is as the window has it.</summary>
    public int RailColumns { get; set; }

    public bool Zoomed { get; set; }

    public int Focus { get; set; }

    public int LastFocus { get; set; }

    /// <summary>The empty place of a page of the user's own that has the keyboard instead of a slot.</summary>
    public string? EmptyFocus { get; set; }

    /// <summary>The pages that the user cut; null for none.</summary>
    public OwnLayout? Own { get; set; }

    /// <summary>What the user calls pages that are laid out by themselves, by their number in a layout; those that the user cut have their names in <see cref="Own"/>.</summary>
    public SortedDictionary<(LayoutKind Kind, int Page), string> PageNames { get; } = [];

    public SlotOrder Order { get; set; } = options.Order;

    /// <summary>The slots in the order in which places are given out, by index.</summary>
    public List<int> Ordered { get; } = [];

    /// <summary>The user's own order, by id (<see cref="SlotOrder.Own"/>).</summary>
    public List<string> OwnOrder { get; } = [];

    /// <summary>Slots that had the keyboard here, by id, the last one first.</summary>
    public List<string> Recent { get; } = [];

    /// <summary>The slot that had the focus when this user left last; null when nothing is known.</summary>
    public string? WantedFocus { get; set; }

    /// <summary>A slot that this user asked for: it gets the keyboard when it is there.</summary>
    public string? Coming { get; set; }

    /// <summary>The slots' order when this user left last: their panes can be shown before the daemon has told of them.</summary>
    public IReadOnlyList<string> KeptSlots { get; set; } = [];

    /// <summary>Slots that are live beside a rail, by index, in order of place: one keeps its place while others change.</summary>
    public List<int> Shown { get; } = [];

    public ScreenPlan Plan { get; set; } = ScreenPlanner.Plan(new LayoutRequest(80, 24, [], 0, LayoutKind.Automatic, RailWidth.Automatic, false, []));

    /// <summary>The prefix was pressed and its key is awaited.</summary>
    public bool PrefixPending { get; set; }

    /// <summary>Until when a repeatable key works without the prefix.</summary>
    public DateTimeOffset? RepeatUntil { get; set; }

    /// <summary>The next key goes to the slot whatever it is (<c>M-'</c>).</summary>
    public bool PassNext { get; set; }

    /// <summary>Keys that are down in a slot that wants to know of their release.</summary>
    public HeldKeys Held { get; } = new();

    /// <summary>Typed before the focused slot was there.</summary>
    public TypedAhead Ahead { get; } = new();

    /// <summary>Since when the prefix waits; the list of what may follow comes a moment later.</summary>
    public DateTimeOffset? PrefixSince { get; set; }

    public bool ShowsContinuations { get; set; }

    /// <summary>Whether the user's terminal tells Shift+Enter from Enter; null while nobody knows.</summary>
    public bool? TellsShiftEnter { get; set; }

    /// <summary>The user's terminal window has the focus, as far as it tells.</summary>
    public bool WindowFocused { get; set; } = true;

    public IPanel? Panel { get; set; }

    /// <summary>The view that is open over the tiles or beside them; panels lie over it.</summary>
    public Boards.Board? Board { get; set; }

    /// <summary>Keys go to the board, unless a panel has them; never true without one.</summary>
    public bool BoardHasKeys { get; set; }

    /// <summary>Boards open at the side where there is room.</summary>
    public bool BoardAtSide { get; set; }

    public Notice? Notice { get; set; }

    public List<Notice> Notices { get; } = [];

    /// <summary>The console runs over SSH: the user's desktop is elsewhere.</summary>
    public bool Remote { get; set; }

    public Outer.ClipboardRoute Clipboard { get; set; } = Outer.ClipboardRoute.Terminal;

    /// <summary>Copied texts, newest first.</summary>
    public List<string> Buffers { get; } = [];

    public List<LogEntry> Log { get; } = [];

    /// <summary>What the view of the log reads; null until it was opened.</summary>
    public Boards.Log.LogWindow? LogWindow { get; set; }

    public IReadOnlyList<RoleStatus>? Roles { get; set; }

    public AssignmentResult? Preview { get; set; }

    /// <summary>What <c>undo</c> takes back, the last at the end.</summary>
    public List<UndoStep> Undo { get; } = [];

    /// <summary>What was sent to agents from the compose box.</summary>
    public Panels.Compose.PromptHistory Prompts { get; } = new(options.StateFile is { } kept ? Path.Combine(Path.GetDirectoryName(kept)!, "prompts.json") : null);

    /// <summary>Which files lie in whose domain, as it was read last.</summary>
    public DomainCoverage? Coverage { get; set; }

    public MigrationDayReport? MigrationDay { get; set; }

    /// <summary>What one slot has not landed, as it was read last.</summary>
    public SlotDiff? Diff { get; set; }

    public SlotEvidence? Evidence { get; set; }

    /// <summary>The screen must be drawn again.</summary>
    public bool Dirty { get; set; } = true;

    /// <summary>Panes printed; nothing else of the screen has changed for it.</summary>
    public bool PanesPrinted { get; set; }

    /// <summary>The whole screen must be painted again, whatever is believed to be on it.</summary>
    public bool Repaint { get; set; }

    public DateTimeOffset? ResizeDue { get; set; }

    /// <summary>When what this console remembers is written.</summary>
    public DateTimeOffset? KeepDue { get; set; }

    /// <summary>How much the status line hints: 2, 1, or 0 for nothing but counts.</summary>
    public int Hints { get; set; } = options.Hints;

    /// <summary>Layouts saved under a name, as they were when this was last asked.</summary>
    public SortedDictionary<string, KeptLayout> SavedLayouts { get; set; } = [];

    /// <summary>Slots that were pinned, and read-only here, when this user left last.</summary>
    public HashSet<string> WantedPinned { get; set; } = [];

    public HashSet<string> WantedObserved { get; set; } = [];

    /// <summary>Where this user was reading back.</summary>
    public List<KeptScroll> WantedScroll { get; set; } = [];

    /// <summary>Where this user had panned, by slot.</summary>
    public Dictionary<string, (int Left, int Top)> WantedPan { get; } = [];

    /// <summary>When slots were last given new sizes.</summary>
    public DateTimeOffset? ResizedAt { get; set; }

    /// <summary>The slot that gets the keys; null while an empty place has the keyboard.</summary>
    public SlotModel? Focused => EmptyFocus is null && Focus >= 0 && Focus < Slots.Count ? Slots[Focus] : null;

    /// <summary>Other settings of the user's, from now on.</summary>
    public void Use(ConsoleOptions settings, KeyTables tables) => (Options, Keys, Dirty) = (settings, tables, true);

    public void UseTheme(string name)
    {
        ThemeName = name;
        Theme = name == "auto" && LightGround ? Theme.Light : Theme.Named(name);
        Dirty = true;
    }

    /// <summary>The terminal tells of its ground, at the start or when the user's desktop changes.</summary>
    public void Ground(bool light)
    {
        LightGround = light;
        UseTheme(ThemeName);
    }

    public bool HasKeyboard(int slot) => EmptyFocus is null && slot == Focus;

    public SlotModel? SlotOf(string id) => Slots.FirstOrDefault(slot => slot.Id == id);

    /// <summary>What was typed at a prompt, newest first.</summary>
    public List<string> Recall(string prompt)
    {
        if (!_recall.TryGetValue(prompt, out var lines))
        {
            _recall[prompt] = lines = [];
        }

        return lines;
    }

    public void Say(string text, bool error = false)
    {
        Notice = new Notice(text, error, Now);
        Notices.Add(Notice);
        if (Notices.Count > 200)
        {
            Notices.RemoveAt(0);
        }

        Dirty = true;
    }

    public void AddLog(LogEntry entry)
    {
        var at = Log.FindLastIndex(known => known.Id <= entry.Id);
        if (at >= 0 && Log[at].Id == entry.Id)
        {
            return;
        }

        Log.Insert(at + 1, entry);
        if (Log.Count > LogKept)
        {
            Log.RemoveAt(0);
        }
    }

    /// <summary>Lays the screen out anew after anything that it depends on changed.</summary>
    public void Arrange()
    {
        Arrangement.Arrange(this);
        Scrolling.Transcripts.TranscriptReading.Fit(this);
    }
}
