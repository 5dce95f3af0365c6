namespace FleetTui.Configuration;

/// <summary>Everything that <c>fleet.toml</c> and <c>roles.toml</c> of one repository say, with defaults filled in. Immutable.</summary>
/// <param name="Digest">SHA-256 over what these files can make run (<see cref="Trust.RunnableContent"/>): the thing that trust is given to.</param>
public sealed record FleetConfiguration(
    string Name,
    ConsoleSettings Console,
    TerminalSettings Terminal,
    WorktreeSettings Worktrees,
    LandingSettings Landing,
    MigrationSettings Migrations,
    ApiSettings Api,
    IReadOnlyDictionary<string, AgentDefinition> Agents,
    IReadOnlyDictionary<string, AccountDefinition> Accounts,
    IReadOnlyList<RoleDefinition> Roles,
    IReadOnlyList<SlotDefinition> Slots,
    IReadOnlyList<string> SharedPaths,
    string Digest);

/// <param name="Prefix">tmux spelling, e.g. <c>C-b</c>.</param>
/// <param name="Theme">auto, dark, light, high-contrast or terminal.</param>
/// <param name="Keys">Command → key, as the console reads them.</param>
public sealed record ConsoleSettings(string Prefix, bool AltKeys, bool Mouse, string Theme, bool Ascii, bool VimNavigation, IReadOnlyDictionary<string, string> Keys)
{
    /// <summary>The keys of copy mode: vi or emacs.</summary>
    public string ModeKeys { get; init; } = "vi";

    /// <summary>number or attention.</summary>
    public string Order { get; init; } = "number";

    /// <summary>2, 1 or 0.</summary>
    public int Hints { get; init; } = 2;

    /// <summary>In percent.</summary>
    public int ContextWarning { get; init; } = 70;

    public AlertSettings Alerts { get; init; } = AlertSettings.Default;
}

/// <summary>How a console tells of a slot that needs its user.</summary>
/// <param name="Notify">auto, osc9, osc777, osc99 or off.</param>
/// <param name="Command">A shell command; empty for none.</param>
/// <param name="On">needs, failed, held, done, landed.</param>
/// <param name="QuietFrom">Local time of day; the same as <paramref name="QuietTo"/> for no quiet hours. May lie after it: then over midnight.</param>
public sealed record AlertSettings(bool Bell, string Notify, string Command, IReadOnlyList<string> On, TimeSpan QuietFrom, TimeSpan QuietTo)
{
    public static readonly AlertSettings Default = new(Bell: true, "auto", "", ["needs", "failed", "held"], TimeSpan.Zero, TimeSpan.Zero);
}

public sealed record TerminalSettings(int Scrollback, bool Clipboard);

/// <param name="Copy">Paths relative to the root, copied into a new worktree when they exist and are ignored there.</param>
/// <param name="Setup">Shell commands run in a new worktree, in order.</param>
public sealed record WorktreeSettings(IReadOnlyList<string> Copy, IReadOnlyList<string> Setup, TimeSpan SetupTimeout);

public enum LandingMode
{
    /// <summary>The train: built away from the worktrees, one push for all.</summary>
    Train,

    /// <summary>A plain rebase in each worktree, then a push.</summary>
    InPlace,

    /// <summary>Nothing lands by itself.</summary>
    Off,
}

/// <param name="Remote">A remote's name; empty: the only one, or origin.</param>
/// <param name="Branch">The target branch; empty: the remote's default branch.</param>
/// <param name="Debounce">Quiet time after a slot's last commit before it is ready.</param>
/// <param name="MaximumFileBytes">A larger added or changed file holds its slot.</param>
public sealed record LandingSettings(
    LandingMode Mode,
    string Remote,
    string Branch,
    TimeSpan Debounce,
    IReadOnlyList<string> Checks,
    TimeSpan CheckTimeout,
    TimeSpan GitTimeout,
    long MaximumFileBytes,
    int MaximumAttempts)
{
    /// <summary>Whether <c>git commit</c> in a slot's worktree refuses what its role may not change.</summary>
    public bool CommitHook { get; init; } = true;

    public const string DefaultCommitMessage = "{slot}: {role} work in progress";

    /// <summary>Whether a slot's work is committed when its agent finishes a turn, unless the slot says otherwise.</summary>
    public bool CommitOnStop { get; init; }

    /// <summary>The subject of such a commit when the agent's last words are not known: {slot}, {label}, {role}, {title} and {agent} stand for the slot's.</summary>
    public string CommitMessage { get; init; } = DefaultCommitMessage;
}

public enum MigrationScheme
{
    Comb,
    Bands,
}

/// <param name="Directories">Relative to the root; all are one namespace. Empty: no migrations in this repository.</param>
/// <param name="Grammar">How files are named: supabase, rails, flyway… as FleetTui.Migrations knows them.</param>
/// <param name="Step">With bands: between two versions of a slot.</param>
/// <param name="Bands">Only with <see cref="MigrationScheme.Bands"/>: slot id → half-open range of the UTC day.</param>
public sealed record MigrationSettings(
    IReadOnlyList<string> Directories,
    string Grammar,
    MigrationScheme Scheme,
    TimeSpan Step,
    IReadOnlyDictionary<string, BandDefinition> Bands);

/// <summary>[<paramref name="From"/>, <paramref name="To"/>) as time of day, UTC; To may be 24:00:00.</summary>
public sealed record BandDefinition(TimeSpan From, TimeSpan To)
{
    /// <summary>Between two versions of this slot; null: as for all.</summary>
    public TimeSpan? Step { get; init; }
}

public sealed record ApiSettings(bool Http, int Port);

/// <summary>How a kind of agent is launched. <paramref name="Kind"/> is claude, codex or command and selects the adapter.</summary>
/// <param name="Restart">never, on-crash or always.</param>
public sealed record AgentDefinition(
    string Name,
    string Kind,
    IReadOnlyList<string> Command,
    IReadOnlyDictionary<string, string> Environment,
    string Restart);

/// <param name="ConfigDirectory">CLAUDE_CONFIG_DIR or CODEX_HOME, absolute; empty: the program's own default.</param>
public sealed record AccountDefinition(string Name, string Agent, string ConfigDirectory, IReadOnlyDictionary<string, string> Environment);

public sealed record RoleDefinition(string Name, string Title, IReadOnlyList<string> Domain, string Prompt, SourcePosition Position);

/// <param name="Number">1-based, in file order; keys and the grid use it.</param>
/// <param name="Role">Empty: free.</param>
/// <param name="Worktree">Relative to the root, or absolute.</param>
/// <param name="Band">Tooth of the comb, 0-based; the slot's number − 1 unless given.</param>
/// <param name="Start">False: the slot is not started by <c>fleet up</c> without its name.</param>
public sealed record SlotDefinition(
    int Number,
    string Id,
    string Label,
    string Role,
    string Agent,
    string Account,
    string Worktree,
    string Branch,
    int Band,
    bool Start,
    SourcePosition Position)
{
    /// <summary>Whether its work is committed when its agent finishes a turn; null: as <see cref="LandingSettings.CommitOnStop"/> says.</summary>
    public bool? CommitOnStop { get; init; }
}

/// <summary>1-based; for messages.</summary>
public readonly record struct SourcePosition(string File, int Line, int Column);

/// <summary>One thing wrong in a file. <paramref name="Message"/> is one sentence that says what was expected; <paramref name="Fix"/> may hold the nearest valid key or value.</summary>
public sealed record ConfigurationError(SourcePosition Position, string Message, string? Fix)
{
    /// <summary><c>fleet.toml:12:3: … (fix)</c>, safe to print whatever the file contains.</summary>
    public override string ToString() =>
        Text.Visible.Of($"{Position.File}:{Position.Line}:{Position.Column}: {Message}" + (Fix is null ? "" : $" ({Fix})"));
}

/// <summary>Either a configuration or every error found, never both.</summary>
public sealed record ConfigurationResult(FleetConfiguration? Configuration, IReadOnlyList<ConfigurationError> Errors)
{
    /// <summary>The console's settings also where something is wrong, each bad value replaced by its default: who mends the files must find their own prefix. Null where <c>fleet.toml</c> is no TOML.</summary>
    public ConsoleSettings? Console { get; init; }
}
