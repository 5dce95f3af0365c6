using System.Text;
using FleetTui.Testing;

namespace FleetTui.Configuration.Tests.Schema;

public sealed class LoadingSpecs
{
    [Fact]
    public void Without_files_all_defaults_hold_and_there_are_no_slots()
    {
        using var directory = new TemporaryDirectory();

        var configuration = ConfigurationLoader.Load(directory.Path).Configuration!;

        Assert.Equal(Path.GetFileName(directory.Path), configuration.Name);
        Assert.Empty(configuration.Slots);
        Assert.Equal("C-b", configuration.Console.Prefix);
        Assert.Equal(LandingMode.Train, configuration.Landing.Mode);
        Assert.Equal(TimeSpan.FromSeconds(3), configuration.Landing.Debounce);
        Assert.Equal(50 << 20, configuration.Landing.MaximumFileBytes);
        Assert.Equal(["claude", "codex", "sh"], configuration.Agents.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(64, configuration.Digest.Length);
    }

    [Fact]
    public void Everything_both_files_can_say_is_read()
    {
        var configuration = Read(
            """
            name = "prod"
            console = { prefix = "C-space", alt-keys = false, mouse = false, theme = "light", ascii = true, vim-navigation = true, order = "attention", hints = 1, keys = { land = "-n M-y" } }
            [terminal]
            scrollback = 2_000
            clipboard = false
            [worktrees]
            copy = ["./.env", "certs/"]
            setup = ["npm ci"]
            setup-timeout = "1h30m"
            [landing]
            mode = "in-place"
            remote = "upstream"
            branch = "trunk"
            debounce = "250ms"
            checks = ["make test"]
            check-timeout = "5m"
            git-timeout = "30s"
            max-file-size = "2MB"
            max-attempts = 3
            [migrations]
            directories = ["supabase/migrations"]
            scheme = "bands"
            step = "5m"
            bands.ps2 = { from = 00:10:00, to = "24:00:00" }
            [api]
            http = true
            port = 8080
            [agents.claude]
            env = { A = "1" }
            [agents.aider]
            command = ["aider", "--yes"]
            [accounts.work]
            agent = "claude"
            config-dir = "~/.claude-work"
            """,
            """
            shared = ["supabase/migrations/**"]
            [[role]]
            name = "blog"
            domain = ["blog/**"]
            prompt = "Write."
            [[slot]]
            id = "ps2"
            role = "blog"
            account = "work"
            [[slot]]
            id = "x"
            label = "X"
            agent = "aider"
            worktree = "/somewhere/x"
            branch = "x"
            start = false
            """).Configuration!;

        Assert.Equal("prod", configuration.Name);
        Assert.Equal("C-Space", configuration.Console.Prefix);
        Assert.Equal("-n M-y", configuration.Console.Keys["land"]);
        Assert.Equal(new TerminalSettings(2000, false), configuration.Terminal);
        Assert.Equal([".env", "certs"], configuration.Worktrees.Copy);
        Assert.Equal(TimeSpan.FromMinutes(90), configuration.Worktrees.SetupTimeout);
        Assert.Equal((LandingMode.InPlace, "upstream", "trunk"), (configuration.Landing.Mode, configuration.Landing.Remote, configuration.Landing.Branch));
        Assert.Equal((2_000_000L, 3), (configuration.Landing.MaximumFileBytes, configuration.Landing.MaximumAttempts));
        Assert.Equal(new BandDefinition(TimeSpan.FromMinutes(10), TimeSpan.FromDays(1)), configuration.Migrations.Bands["ps2"]);
        Assert.Equal(new ApiSettings(true, 8080), configuration.Api);
        Assert.Equal(["claude"], configuration.Agents["claude"].Command);
        Assert.Equal("1", configuration.Agents["claude"].Environment["A"]);
        Assert.Equal(("command", "never"), (configuration.Agents["aider"].Kind, configuration.Agents["aider"].Restart));
        Assert.Equal("/home/me/.claude-work", configuration.Accounts["work"].ConfigDirectory);
        Assert.Equal(["supabase/migrations/**"], configuration.SharedPaths);
        Assert.Equal("blog", Assert.Single(configuration.Roles).Title);
        var (first, second) = (configuration.Slots[0], configuration.Slots[1]);
        Assert.Equal((1, "ps2", "ps2", "blog", "claude", "work"), (first.Number, first.Id, first.Label, first.Role, first.Agent, first.Account));
        Assert.Equal((".claude/worktrees/instance-ps2", "claude/ps2-wip", 0, true), (first.Worktree, first.Branch, first.Band, first.Start));
        Assert.Equal((2, "X", "", "/somewhere/x", "x", 1, false), (second.Number, second.Label, second.Role, second.Worktree, second.Branch, second.Band, second.Start));
    }

    [Fact]
    public void The_consoles_own_settings_are_known_also_where_a_value_is_wrong()
    {
        var result = Read("[console]\nprefix = \"C-Space\"\ntheme = \"purple\"\nthem = 1\n", null);
        Assert.Null(result.Configuration);
        Assert.Equal(("C-Space", "auto"), (result.Console?.Prefix, result.Console?.Theme));
        Assert.Null(Read("no toml", null).Console);
    }

    internal static ConfigurationResult Read(string? fleet, string? roles) => ConfigurationLoader.Read(new ConfigurationSources(
        "/repository", "/home/me", fleet is null ? null : Encoding.UTF8.GetBytes(fleet), roles is null ? null : Encoding.UTF8.GetBytes(roles)));
}
