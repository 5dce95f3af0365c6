using FleetTui.Configuration.Schema.Shapes;

namespace FleetTui.Configuration.Schema;

/// <summary>The keys of <c>fleet.toml</c>. Defaults are written once, here.</summary>
internal static class FleetSchema
{
    /// <summary>As FleetTui.Migrations knows them.</summary>
    private static readonly string[] Grammars = ["supabase", "rails", "ef-core", "flyway", "golang-migrate", "goose", "dbmate", "sqlx", "knex", "laravel", "prisma", "drizzle", "alembic", "django"];

    public const string File = "fleet.toml";

    public static readonly SchemaKey<string> Name = new("name", CommonShapes.Line, null, "The fleet's name in the status line; by default the name of the repository's directory.");

    public static readonly SchemaKey<string> Prefix = new("prefix", PrefixShape.Instance, "\"C-b\"", "The key before every command of the console, spelled as in tmux. Press it twice to send one to the agent.");
    public static readonly SchemaKey<bool> AltKeys = new("alt-keys", FlagShape.Instance, "true", "Whether Alt with a key works without the prefix (Alt+1 focuses slot 1, Alt+z zooms).");
    public static readonly SchemaKey<bool> Mouse = new("mouse", FlagShape.Instance, "true", "Whether the console takes the mouse; Shift still selects with the terminal.");
    public static readonly SchemaKey<string> Theme = new("theme", new ChoiceShape<string>(Words("auto", "dark", "light", "high-contrast", "terminal")), "\"auto\"", "The console's colours; auto asks the terminal whether it is dark or light, terminal uses its sixteen colours. NO_COLOR in the environment wins.");
    public static readonly SchemaKey<bool> Ascii = new("ascii", FlagShape.Instance, "false", "Draws borders and signs with ASCII only.");
    public static readonly SchemaKey<bool> VimNavigation = new("vim-navigation", FlagShape.Instance, "false", "After the prefix h j k l move the focus; the last page moves from l to ^.");

    public static readonly SchemaKey<string> SlotOrder = new("order", new ChoiceShape<string>(Words("number", "attention")), "\"number\"", "Which slots get the first places: by number, or those that need you first. A console remembers another choice made in it.");
    public static readonly SchemaKey<int> Hints = new("hints", new NumberShape(0, 2), "2", "How much the status line hints at what can be pressed: 2 all that fits, 1 little, 0 nothing. A console remembers another choice made in it.");

    public static readonly SchemaKey<string> ModeKeys = new("mode-keys", new ChoiceShape<string>(Words("vi", "emacs")), "\"vi\"", "The keys of copy mode. vi also knows those of emacs that do not clash.");
    public static readonly SchemaKey<int> ContextWarning = new("context-warning", new NumberShape(1, 101), "70", "How full an agent's context is, in percent, before its tile says so (ctx 83%); from 90 on it does so loudly. 101: never.");

    public static readonly SchemaKey<bool> AlertBell = new("bell", FlagShape.Instance, "true", "Rings the terminal's bell.");
    public static readonly SchemaKey<string> AlertNotify = new("notify", new ChoiceShape<string>(Words("auto", "osc9", "osc777", "osc99", "off")), "\"auto\"", "A desktop notice by way of the terminal: iTerm2's (osc9), urxvt's and foot's (osc777) or kitty's (osc99). auto takes what the terminal says it is.");
    public static readonly SchemaKey<string> AlertCommand = new("command", CommonShapes.OptionalCommand, "\"\"", "A shell command run for it, with FLEET_ALERT_TITLE, FLEET_ALERT_TEXT and FLEET_ALERT_SLOTS in its environment. Empty: none.");
    public static readonly SchemaKey<IReadOnlyList<string>> AlertOn = new("on", CommonShapes.AlertKinds, "[\"needs\", \"failed\", \"held\"]", "What is told: needs (an agent waits for you), failed, held (by the lane), done, landed.");
    public static readonly SchemaKey<TimeSpan> QuietFrom = new("quiet-from", TimeOfDayShape.Instance, "\"00:00:00\"", "From this local time on nothing rings, and nothing is run.");
    public static readonly SchemaKey<TimeSpan> QuietTo = new("quiet-to", TimeOfDayShape.Instance, "\"00:00:00\"", "Up to this time. The same as quiet-from: no quiet hours. Earlier: over midnight.");

    public static readonly SchemaKey<int> Scrollback = new("scrollback", new NumberShape(0, 1_000_000), "10000", "Lines kept above each slot's screen.");
    public static readonly SchemaKey<bool> Clipboard = new("clipboard", FlagShape.Instance, "true", "Whether programs in slots may set the clipboard (OSC 52). They can never read it.");

    public static readonly SchemaKey<IReadOnlyList<string>> Copy = new("copy", CommonShapes.InnerPaths, "[]", "Files that git ignores and a new worktree needs: [\".env\"]. Copied when they exist.");
    public static readonly SchemaKey<IReadOnlyList<string>> Setup = new("setup", CommonShapes.Commands, "[]", "Shell commands run in each new worktree, one after another.");
    public static readonly SchemaKey<TimeSpan> SetupTimeout = new("setup-timeout", Duration(1, 86_400), "\"10m\"", "A set-up command that takes longer is ended.");

    public static readonly SchemaKey<LandingMode> Mode = new("mode", new ChoiceShape<LandingMode>(new Dictionary<string, LandingMode>
    {
        ["train"] = LandingMode.Train,
        ["in-place"] = LandingMode.InPlace,
        ["off"] = LandingMode.Off,
    }), "\"train\"", "train: commits are put together away from the worktrees and pushed once; in-place: each worktree is rebased and pushed; off: nothing lands by itself.");

    public static readonly SchemaKey<string> Remote = new("remote", RefShape.Remote, "\"\"", "The remote to land on. Empty: the only one, or origin.");
    public static readonly SchemaKey<string> Branch = new("branch", RefShape.OptionalBranch, "\"\"", "The branch to land on. Empty: the remote's default branch.");
    public static readonly SchemaKey<TimeSpan> Debounce = new("debounce", Duration(0, 3_600), "\"3s\"", "How long a slot must be quiet after a commit before it lands.");
    public static readonly SchemaKey<IReadOnlyList<string>> Checks = new("checks", CommonShapes.Commands, "[]", "Shell commands that must succeed on what is about to land: [\"dart analyze\"].");
    public static readonly SchemaKey<TimeSpan> CheckTimeout = new("check-timeout", Duration(1, 86_400), "\"10m\"", "A check that takes longer is ended and has failed.");
    public static readonly SchemaKey<TimeSpan> GitTimeout = new("git-timeout", Duration(1, 3_600), "\"2m\"", "A fetch or push that takes longer is ended and tried again.");
    public static readonly SchemaKey<long> MaximumFileSize = new("max-file-size", new SizeShape(), "\"50MiB\"", "A slot that adds or changes a larger file is held.");
    public static readonly SchemaKey<int> MaximumAttempts = new("max-attempts", new NumberShape(1, 100), "10", "How often a train is built again when others push in between, before it waits for the next round.");
    public static readonly SchemaKey<bool> CommitHook = new("commit-hook", FlagShape.Instance, "true", "Whether git commit in a slot's worktree refuses what its role may not change; your own hooks run as before. `fleet hooks` shows and removes it.");
    public static readonly SchemaKey<bool> CommitOnStop = new("commit-on-stop", FlagShape.Instance, "false", "Whether what a slot may change is committed when its agent finishes a turn, for agents that cannot commit or leave it undone; a slot's own commit-on-stop wins.");
    public static readonly SchemaKey<string> CommitMessage = new("commit-message", CommonShapes.Line, $"\"{LandingSettings.DefaultCommitMessage}\"", "The subject of such a commit when the agent's last words are not known. {slot}, {label}, {role}, {title} and {agent} stand for the slot's.");

    public static readonly SchemaKey<IReadOnlyList<string>> Directories = new("directories", CommonShapes.InnerPaths, "[]", "Directories of migrations, one name space together: [\"supabase/migrations\"]. Empty: none are checked.");
    public static readonly SchemaKey<string> Grammar = new("grammar", new GrammarShape(Grammars), "\"supabase\"", "The tool whose file names are read; supabase: YYYYMMDDHHMMSS_name.sql. Any other: regex: and an expression over the path below its directory, with the groups version and, if wanted, name and part.");
    public static readonly SchemaKey<MigrationScheme> Scheme = new("scheme", new ChoiceShape<MigrationScheme>(new Dictionary<string, MigrationScheme>
    {
        ["comb"] = MigrationScheme.Comb,
        ["bands"] = MigrationScheme.Bands,
    }), "\"comb\"", "comb: each slot owns some seconds of every minute; bands: each owns a range of the day, see migrations.bands.");

    public static readonly SchemaKey<TimeSpan> Step = new("step", Duration(1, 43_200), "\"1s\"", "With bands: the time between two versions of a slot.");

    public static readonly SchemaKey<TimeSpan> BandFrom = new("from", TimeOfDayShape.Instance, null, "First time of the day (UTC) that is the slot's.") { Required = true };
    public static readonly SchemaKey<TimeSpan> BandTo = new("to", TimeOfDayShape.Instance, null, "First time that is not the slot's any more; up to \"24:00:00\".") { Required = true };

    public static readonly SchemaKey<bool> Http = new("http", FlagShape.Instance, "false", "Whether the API is also served on 127.0.0.1, with bearer tokens; its unix socket always is.");
    public static readonly SchemaKey<int> Port = new("port", new NumberShape(1, 65_535), "31337", "The port for it.");

    public static readonly SchemaKey<string> AgentKind = new("kind", new ChoiceShape<string>(Words("claude", "codex", "command")), null, "How the program is launched, resumed and read; claude and codex are understood, command is anything else. By default the table's own name if it is one of them, else command.");
    public static readonly SchemaKey<IReadOnlyList<string>> AgentCommand = new("command", CommonShapes.Arguments, null, "The program and its arguments; by default the program itself. Required for any other name than claude, codex and sh.");
    public static readonly SchemaKey<IReadOnlyDictionary<string, string>> AgentEnvironment = new("env", CommonShapes.Environment, "{}", "Environment variables for it.");
    public static readonly SchemaKey<string> AgentRestart = new("restart", new ChoiceShape<string>(Words("never", "on-crash", "always")), null, "When it is started again after it ended: never, on-crash or always. By default on-crash for claude and codex, never for others.");

    public static readonly SchemaKey<string> AccountAgent = new("agent", CommonShapes.Name, null, "The agent it is a login of.") { Required = true };
    public static readonly SchemaKey<string> ConfigDirectory = new("config-dir", AbsolutePathShape.Instance, "\"\"", "Where the program keeps that login (CLAUDE_CONFIG_DIR, CODEX_HOME); ~/ is the home directory. Empty: the program's own default.");
    public static readonly SchemaKey<IReadOnlyDictionary<string, string>> AccountEnvironment = new("env", CommonShapes.Environment, "{}", "Environment variables for it; they win over the agent's.");

    public static readonly SchemaTable Root = Table("", "The fleet.", [Name], "console", "terminal", "worktrees", "landing", "migrations", "api", "agents", "accounts");
    public static readonly SchemaTable Console = Table("console", "What the full-screen console looks like and listens to.", [Prefix, AltKeys, Mouse, Theme, Ascii, VimNavigation, SlotOrder, Hints, ModeKeys, ContextWarning], "keys", "alerts");
    public static readonly SchemaTable Keys = Table("console.keys", "Your own keys: a command, as `fleet keys` lists them, and its keys after the prefix, spelled as in tmux. \"-n M-y\" works without the prefix, \"-r\" before a key lets it be pressed again for a moment without it, \"Z -n M-Z\" are two keys; an empty text takes the command's keys away, and `unbind = \"& -n M-a\"` takes away these keys.", []);
    public static readonly SchemaTable Alerts = Table("console.alerts", "How the console tells that a slot needs you: once for each need, those of two seconds together, and never for the slot you are looking at.", [AlertBell, AlertNotify, AlertCommand, AlertOn, QuietFrom, QuietTo]);
    public static readonly SchemaTable Terminal = Table("terminal", "The slots' terminals.", [Scrollback, Clipboard]);
    public static readonly SchemaTable Worktrees = Table("worktrees", "How a slot's worktree is made ready.", [Copy, Setup, SetupTimeout]);
    public static readonly SchemaTable Landing = Table("landing", "The lane that brings the slots' commits to the target branch.", [Mode, Remote, Branch, Debounce, Checks, CheckTimeout, GitTimeout, MaximumFileSize, MaximumAttempts, CommitHook, CommitOnStop, CommitMessage]);
    public static readonly SchemaTable Migrations = Table("migrations", "Database migrations whose timestamps must not collide.", [Directories, Grammar, Scheme, Step], "bands");
    public static readonly SchemaTable Band = Table("migrations.bands.SLOT", "A slot's part of the day, with scheme = \"bands\". Also as a list of its versions, whose first two make the step: \"20260428001000, 001500…\" (up to the next band) or \"001000, 001500 … 005500\".", [BandFrom, BandTo]);
    public static readonly SchemaTable Api = Table("api", "The daemon's API.", [Http, Port]);
    public static readonly SchemaTable Agent = Table("agents.NAME", "A program that runs in slots. claude, codex and sh are there already; a table here changes only the keys it names.", [AgentKind, AgentCommand, AgentEnvironment, AgentRestart]);
    public static readonly SchemaTable Account = Table("accounts.NAME", "A login of an agent, for slots to name.", [AccountAgent, ConfigDirectory, AccountEnvironment]);

    public static IReadOnlyList<SchemaTable> Tables { get; } = [Root, Console, Keys, Alerts, Terminal, Worktrees, Landing, Migrations, Band, Api, Agent, Account];

    private static SchemaTable Table(string path, string summary, IReadOnlyList<SchemaKey> keys, params string[] tables) =>
        new(File, path, summary, Repeated: false, keys, tables);

    private static Dictionary<string, string> Words(params string[] words) => words.ToDictionary(static word => word, StringComparer.Ordinal);

    private static DurationShape Duration(int least, int most) => new(TimeSpan.FromSeconds(least), TimeSpan.FromSeconds(most));
}
