using FleetTui.Configuration.Toml;

namespace FleetTui.Configuration.Schema;

/// <summary><c>fleet.toml</c> as read: without roles, slots and digest; and where the things stand that rules across tables complain about.</summary>
internal sealed record FleetFile(FleetConfiguration Configuration, IReadOnlyDictionary<string, SourcePosition> BandPositions);

/// <summary>Reads <c>fleet.toml</c>.</summary>
internal sealed class FleetFileReader(TomlTable? document, ConfigurationSources sources, Problems problems)
{
    public FleetFile Read()
    {
        var root = new TableReader(document, FleetSchema.Root, "", problems);
        var agents = AgentTables.Read(root.Table("agents"), problems);
        var migrations = root.Table("migrations");
        var bands = new BandTables(problems);
        var name = root.Get(FleetSchema.Name, "");
        var configuration = new FleetConfiguration(
            name.Length > 0 ? name : Path.GetFileName(Path.TrimEndingDirectorySeparator(sources.Root)),
            Console(root.Table("console")),
            Terminal(root.Table("terminal")),
            Worktrees(root.Table("worktrees")),
            Landing(root.Table("landing")),
            Migrations(migrations, bands),
            Api(root.Table("api")),
            agents,
            AccountTables.Read(root.Table("accounts"), agents, sources.Home, problems),
            Roles: [],
            Slots: [],
            SharedPaths: [],
            Digest: "");
        return new FleetFile(configuration, bands.Positions);
    }

    private ConsoleSettings Console(TomlTable? table)
    {
        var reader = new TableReader(table, FleetSchema.Console, "console", problems);
        return new ConsoleSettings(
            reader.Get(FleetSchema.Prefix),
            reader.Get(FleetSchema.AltKeys),
            reader.Get(FleetSchema.Mouse),
            reader.Get(FleetSchema.Theme),
            reader.Get(FleetSchema.Ascii),
            reader.Get(FleetSchema.VimNavigation),
            Keys(reader.Table("keys")))
        {
            ContextWarning = reader.Get(FleetSchema.ContextWarning),
            ModeKeys = reader.Get(FleetSchema.ModeKeys),
            Order = reader.Get(FleetSchema.SlotOrder),
            Hints = reader.Get(FleetSchema.Hints),
            Alerts = Alerts(reader.Table("alerts")),
        };
    }

    private AlertSettings Alerts(TomlTable? table)
    {
        var reader = new TableReader(table, FleetSchema.Alerts, "console.alerts", problems);
        return new AlertSettings(
            reader.Get(FleetSchema.AlertBell),
            reader.Get(FleetSchema.AlertNotify),
            reader.Get(FleetSchema.AlertCommand),
            reader.Get(FleetSchema.AlertOn),
            reader.Get(FleetSchema.QuietFrom),
            reader.Get(FleetSchema.QuietTo));
    }

    private Dictionary<string, string> Keys(TomlTable? table)
    {
        var keys = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in table?.Entries ?? [])
        {
            if (Shapes.CommonShapes.Line.TryRead(entry.Value, $"console.keys.\"{entry.Name}\"", problems, out var command))
                keys.Add(entry.Name, command);
        }
        return keys;
    }

    private TerminalSettings Terminal(TomlTable? table)
    {
        var reader = new TableReader(table, FleetSchema.Terminal, "terminal", problems);
        return new TerminalSettings(reader.Get(FleetSchema.Scrollback), reader.Get(FleetSchema.Clipboard));
    }

    private WorktreeSettings Worktrees(TomlTable? table)
    {
        var reader = new TableReader(table, FleetSchema.Worktrees, "worktrees", problems);
        return new WorktreeSettings(reader.Get(FleetSchema.Copy), reader.Get(FleetSchema.Setup), reader.Get(FleetSchema.SetupTimeout));
    }

    private LandingSettings Landing(TomlTable? table)
    {
        var reader = new TableReader(table, FleetSchema.Landing, "landing", problems);
        return new LandingSettings(
            reader.Get(FleetSchema.Mode),
            reader.Get(FleetSchema.Remote),
            reader.Get(FleetSchema.Branch),
            reader.Get(FleetSchema.Debounce),
            reader.Get(FleetSchema.Checks),
            reader.Get(FleetSchema.CheckTimeout),
            reader.Get(FleetSchema.GitTimeout),
            reader.Get(FleetSchema.MaximumFileSize),
            reader.Get(FleetSchema.MaximumAttempts))
        {
            CommitHook = reader.Get(FleetSchema.CommitHook),
            CommitOnStop = reader.Get(FleetSchema.CommitOnStop),
            CommitMessage = reader.Get(FleetSchema.CommitMessage),
        };
    }

    private MigrationSettings Migrations(TomlTable? table, BandTables bands)
    {
        var reader = new TableReader(table, FleetSchema.Migrations, "migrations", problems);
        return new MigrationSettings(
            reader.Get(FleetSchema.Directories),
            reader.Get(FleetSchema.Grammar),
            reader.Get(FleetSchema.Scheme),
            reader.Get(FleetSchema.Step),
            bands.Read(reader.Table("bands")));
    }

    private ApiSettings Api(TomlTable? table)
    {
        var reader = new TableReader(table, FleetSchema.Api, "api", problems);
        return new ApiSettings(reader.Get(FleetSchema.Http), reader.Get(FleetSchema.Port));
    }
}
