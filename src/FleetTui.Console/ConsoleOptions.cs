namespace FleetTui.Console;

/// <summary>How a console looks and listens.</summary>
/// <param name="Prefix">tmux spelling, e.g. <c>C-b</c>.</param>
/// <param name="AltKeys">The prefix-free Alt keys.</param>
/// <param name="Theme">auto, dark, light, high-contrast or terminal.</param>
/// <param name="Keys">A command → its key; see <see cref="Keys.KeyTables"/>.</param>
/// <param name="ReadOnly">Nothing typed reaches a slot, and nothing changes the fleet.</param>
/// <param name="StateFile">Where layout and focus are kept between attaches; null: nowhere.</param>
/// <param name="Clipboard">Programs in slots may set the clipboard of the user's terminal (OSC 52).</param>
public sealed record ConsoleOptions(
    string Prefix,
    bool AltKeys,
    bool Mouse,
    string Theme,
    bool Ascii,
    bool VimNavigation,
    IReadOnlyDictionary<string, string> Keys,
    bool ReadOnly,
    string? StateFile,
    bool Clipboard = true)
{
    /// <summary>The command line's verbs; null: the console has none of them.</summary>
    public Verbs.IFleetVerbs? Verbs { get; init; }

    /// <summary>What tells this terminal from others of the same user, e.g. <c>/dev/pts/3</c>.</summary>
    public string Terminal { get; init; } = "";

    /// <summary>Which slots get the first places, until the user chooses otherwise in the console.</summary>
    public Model.SlotOrder Order { get; init; }

    /// <summary>2, 1 or 0: how much the status line hints.</summary>
    public int Hints { get; init; } = 2;

    /// <summary>How full an agent's context is, in percent, before its tile says so; above 100 never.</summary>
    public int ContextWarning { get; init; } = 70;

    /// <summary>Where layouts are saved under a name: beside <see cref="StateFile"/>.</summary>
    public string? LayoutsFile => StateFile is null ? null : Path.Combine(Path.GetDirectoryName(StateFile)!, "layouts.json");

    /// <summary>What is wrong with the files these come from, each with file, line and what to do; defaults stand in for it.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    public Alerting.AlertOptions Alerts { get; init; } = Alerting.AlertOptions.Default;

    /// <summary>Copy mode has emacs's keys; else vi's.</summary>
    public bool EmacsModeKeys { get; init; }

    /// <summary>Reads the settings again; gives null when they are not valid now. Null: they are those of the start for good.</summary>
    public Func<ConsoleOptions?>? Reread { get; init; }

    /// <summary>Null: only this fleet is known.</summary>
    public IRunningFleets? Fleets { get; init; }

    /// <summary>Null: none can be run.</summary>
    public ILocalPrograms? Programs { get; init; }
}
